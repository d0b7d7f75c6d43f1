import {
  isInCharge,
  mayAct,
  mayHandleObjection,
  mayWaive,
  type NoticeAction,
  type ObjectionAction,
  oversees,
  type Role,
  rolesOf,
} from '../../notice/index.ts';
import type { PlaceSettings } from './place-settings.ts';

/** Who asks: the person behind an enrolled device, with their role and the place it holds for. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly device: string;
}

/**
 * All that anybody may do is decided in this file, by role and place; what is not named here is
 * denied. A role holds only at its level.
 */

/** Whether such a role can be held for such a place at all. */
export function isRoleFor(role: Role, place: string): boolean {
  return rolesOf(place).includes(role);
}

/** Whether this person may read a village's notices, drafts included. */
export function mayRead(actor: Actor, village: string): boolean {
  return isRoleFor(actor.role, actor.place) && isInCharge(actor.place, village);
}

/** Whether this person may do this to a notice of this village. */
export function mayChange(
  actor: Actor,
  village: string,
  action: NoticeAction['kind'],
  settings: PlaceSettings,
): boolean {
  return mayRead(actor, village) && mayAct(actor.role, action, settings);
}

/** Whether this person may leave out an element, or say that an item does not apply to a village. */
export function mayLeaveOut(actor: Actor, village: string, settings: PlaceSettings): boolean {
  return mayRead(actor, village) && mayWaive(actor.role, settings);
}

/** Whether this person may do this about an objection to a notice of this village. */
export function mayHandle(
  actor: Actor,
  village: string,
  action: ObjectionAction['kind'],
  settings: PlaceSettings,
): boolean {
  return mayRead(actor, village) && mayHandleObjection(actor.role, action, settings);
}

/** Whether this person oversees villages: sees their deadlines together, for their own place only. */
export function maySupervise(actor: Actor): boolean {
  return oversees(actor.role) && isRoleFor(actor.role, actor.place);
}

/** Whether this person may add and remove people and devices of a place: in their district only. */
export function mayAdminister(actor: Actor, place: string): boolean {
  return actor.role === 'administrator' && mayRead(actor, place);
}
