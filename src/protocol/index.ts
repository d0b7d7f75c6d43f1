/**
 * The wire: what device and server say to each other, as schemas. Both sides parse what they
 * receive with these and trust it from there on.
 */

export { type Column, inColumns } from './columns.ts';
export * from './exemptions.ts';
export { MOST_MUTATIONS } from './matters.ts';
export * from './objections.ts';
export { MutationId, type MutationResult, MutationResultSchema } from './parts.ts';
export * from './people.ts';
export * from './recordings.ts';
export * from './reference.ts';
export * from './session.ts';
export * from './supervision.ts';
export * from './sync.ts';
export * from './versions.ts';
