import { readReference } from '../device/held-reference.ts';
import { database } from './database.ts';
import { readDutyGround } from './duty-ground.ts';
import { liveValue } from './live-value.ts';

/*
 * What the first screen shows, read side by side before it is drawn and shared by all who show it.
 * None of it grows with the number of notices.
 */

/** So many notices stand on the first screen; the others have a page of their own. */
export const RECENT = 12;

export const session = liveValue(async () => (await database.read('session')) ?? null);
export const village = liveValue(async () => (await database.read('village')) ?? null);
export const syncState = liveValue(async () => (await database.read('sync')) ?? {});
/** How much was done here that the server has not answered: to notices, objections and items. */
export const waitingCount = liveValue(async () => {
  const { outbox, objectionOutbox, exemptionOutbox } = database;
  const counts = [outbox.count(), objectionOutbox.count(), exemptionOutbox.count()];
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
});
export const heldReference = liveValue(() => readReference(database));
export const dutyGround = liveValue(() => readDutyGround(database, new Date()));

/** The notices of the person's village that were touched last, and how many it has in all. */
export const recentNotices = liveValue(async () => {
  const at = await database.read('village');
  if (!at) return { village: undefined, recent: [], count: 0 };
  const all = () =>
    database.summaries.where('[village+touchedAt]').between([at, ''], [at, '\uffff']);
  const [recent, count] = await Promise.all([
    all().reverse().limit(RECENT).toArray(),
    all().count(),
  ]);
  return { village: at, recent, count };
});

/** All that the first screen is told from. */
export const FIRST_READS = [
  session,
  village,
  syncState,
  waitingCount,
  heldReference,
  dutyGround,
  recentNotices,
] as const;

/** Resolves when a draft can be drawn that the app is opened with; the rest is read when it is shown. */
export async function readsOfDraft(): Promise<void> {
  await Promise.all([session, heldReference].map((one) => one.read()));
}

/** Resolves when the first screen can be drawn whole; what cannot be read does not hold it up. */
export async function firstReads(): Promise<void> {
  await Promise.all(FIRST_READS.map((one) => one.read()));
}
