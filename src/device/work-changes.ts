import type { ObservabilitySet } from 'dexie';

/** What a second copy of the unsent work is made of, as far as it changes while a person works. */
const WORK = [
  'notices',
  'outbox',
  'refused',
  'households',
  'objections',
  'objectionOutbox',
  'exemptions',
  'exemptionOutbox',
  'printed',
  'photographs',
  'recordings',
] as const;

/**
 * What a change of the database means for what the server does not have: nothing; that a sync went
 * on, which makes work ready to leave or lets it go and adds none; or that there may be more of it.
 */
export type WorkChange = 'none' | 'sync' | 'work';

/** Told from what Dexie says was changed, by one transaction, in the database of this name. */
export function workChangeOf(parts: ObservabilitySet, database: string): WorkChange {
  const isTouched = (table: string) =>
    Object.keys(parts).some((part) => part.startsWith(`idb://${database}/${table}/`));
  const touched = WORK.filter(isTouched);
  if (touched.length === 0) return 'none';
  // what the server has accepted is noted by a sync alone; and whoever adds to the outbox writes the
  // notice in the same transaction
  const isFreezing = touched.length === 1 && touched[0] === 'outbox';
  return isFreezing || isTouched('sent') ? 'sync' : 'work';
}
