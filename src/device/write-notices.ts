import type { Notice } from '../notice/index.ts';
import type { DeviceDatabase, NoticeSummary, StoredNotice, Unsummed } from './database.ts';

/** A notice as it is to be stored, with what its summary tells beside it. */
export interface WrittenNotice extends Omit<Unsummed, 'stored'> {
  /** With the edition that it replaces; 0 for a new one. */
  readonly notice: StoredNotice;
  /** What its summary says now, where it need not be written for the sake of the time alone. */
  readonly told?: NoticeSummary;
}

/** A summary that says the same is left as it is for so long. */
const SAME_MILLISECONDS = 60_000;

/**
 * Writes notices with their summaries, in two requests however many there are; to be called inside a
 * transaction over both tables. Gives what is stored now, in the same order.
 */
export async function writeNotices(
  database: DeviceDatabase,
  written: readonly WrittenNotice[],
): Promise<StoredNotice[]> {
  const unsummed = written.map(({ notice, waiting, touchedAt }): Unsummed => {
    return { waiting, touchedAt, stored: { ...notice, edition: notice.edition + 1 } };
  });
  const summed = await database.summarise(database, unsummed);
  const summaries = summed.filter((summary, at) => !isTold(summary, written[at]?.told));
  const stored = unsummed.map((one) => one.stored);
  await Promise.all([database.summaries.bulkPut(summaries), database.notices.bulkPut(stored)]);
  return stored;
}

/** Lists that show the notice are left in peace while somebody types what they do not show. */
function isTold(summary: NoticeSummary, told: NoticeSummary | undefined): boolean {
  if (!told) return false;
  const age = Date.parse(summary.touchedAt) - Date.parse(told.touchedAt);
  const { touchedAt } = told;
  return (
    age >= 0 &&
    age < SAME_MILLISECONDS &&
    JSON.stringify({ ...summary, touchedAt }) === JSON.stringify(told)
  );
}

/** When something was last done to a notice that left its time, an ISO instant. */
export function touchedOf({ saved, revisions, remarks }: Notice): string {
  const times = [saved.at, revisions.at(-1)?.by.at ?? '', remarks.at(-1)?.by.at ?? ''];
  return times.sort().at(-1) ?? saved.at;
}
