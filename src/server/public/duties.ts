import { deadlineOf, type PlainDay, todayIn, type WorkingCalendar } from '../../calendar/index.ts';
import { type Catalogue, timeLimitOf, villageItems } from '../../catalogue/index.ts';
import type { BoardDuty } from '../../public-pages/index.ts';
import type { BoardRecord } from './read-board.ts';

/** A yearly item is called to mind on the board from so many days before it is due. */
const AHEAD = 31;

/**
 * What a village has to publish by a date and has not: yearly items of this year when their day is
 * near, and those of last year where the village already published other things in time. Items whose
 * limit runs from something that only the village knows are not guessed at.
 */
export function dutiesOf(
  records: readonly BoardRecord[],
  catalogues: readonly Catalogue[],
  calendar: WorkingCalendar,
  today: PlainDay,
): BoardDuty[] {
  const year = Number(today.slice(0, 4));
  const first = records.map(({ publishedAt }) => todayIn(new Date(publishedAt))).sort()[0];
  return catalogues.flatMap((catalogue) =>
    villageItems(catalogue).flatMap((item): BoardDuty[] => {
      const { rule } = timeLimitOf(catalogue, item);
      if (rule.kind !== 'annual') return [];
      return [year - 1, year].flatMap((one) => {
        const deadline = deadlineOf(rule, `${one}-01-01` as PlainDay, calendar); // a real day
        if (deadline.kind !== 'day') return [];
        const due = deadline.day;
        const isNear = daysUntil(today, due) <= AHEAD;
        const wasHere = one === year || (first !== undefined && first <= due);
        const isDone = records.some(
          (record) => record.itemId === item.id && yearOf(record) === one,
        );
        return isNear && wasHere && !isDone ? [{ item: item.level2, due }] : [];
      });
    }),
  );
}

function daysUntil(today: string, due: string): number {
  return (Date.parse(due) - Date.parse(today)) / 86_400_000;
}

function yearOf({ startsOn, publishedAt }: BoardRecord): number {
  return Number((startsOn ?? todayIn(new Date(publishedAt))).slice(0, 4));
}
