/**
 * What objections and items that do not apply have in common on the server: both are matters with
 * steps that only grow. The room promises that mutations take effect under the village's lock, once,
 * and that a set-back server is given back what it lost by its own seals.
 */

export {
  type Applied,
  accepted,
  applyMatters,
  type MatterGround,
  refused,
} from './apply-matters.ts';
export { type MattersPage, syncMatters } from './sync-matters.ts';
