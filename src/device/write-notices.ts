import type { Notice } from '../notice/index.ts';
import type { DeviceDatabase, StoredNotice, Unsummed } from './database.ts';

/** A notice as it is to be stored, with what its summary tells beside it. */
export interface WrittenNotice extends Omit<Unsummed, 'stored'> {
  /** With the edition that it replaces; 0 for a new one. */
  readonly notice: StoredNotice;
}

/**
 * Writes notices with their summaries, in two requests however many there are; to be called inside a
 * transaction over both tables. Gives what is stored now, in the same order.
 */
export async function writeNotices(
  database: DeviceDatabase,
  written: readonly WrittenNotice[],
): Promise<StoredNotice[]> {
  const unsummed = written.map(({ notice, ...rest }): Unsummed => {
    return { ...rest, stored: { ...notice, edition: notice.edition + 1 } };
  });
  const summaries = await database.summarise(database, unsummed);
  const stored = unsummed.map((one) => one.stored);
  await Promise.all([database.summaries.bulkPut(summaries), database.notices.bulkPut(stored)]);
  return stored;
}

/** When something was last done to a notice that left its time, an ISO instant. */
export function touchedOf({ saved, revisions, remarks }: Notice): string {
  const times = [saved.at, revisions.at(-1)?.by.at ?? '', remarks.at(-1)?.by.at ?? ''];
  return times.sort().at(-1) ?? saved.at;
}
