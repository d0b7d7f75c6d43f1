import { type ArrangementProblem, arrangementProblems } from './arrangement-problems.ts';
import { dayOfMonth, partsOf } from './plain-day.ts';
import type { Arrangement, WorkingCalendar } from './working-calendar.ts';

/**
 * `yearsMissing`: the arrangement's year does not join those the calendar has; `expected` are the
 * years (one before the first, one after the last) that would.
 */
export type ArrangingResult =
  | { ok: true; calendar: WorkingCalendar }
  | { ok: false; code: 'contradictsItself'; problems: ArrangementProblem[] }
  | { ok: false; code: 'yearsMissing'; expected: [number, number] };

/**
 * The calendar with one year's arrangement added, or replaced where it has that year already, as
 * its next version. What was provisional for that year is official from then on, so everything
 * counted from the calendar is to be counted again.
 */
export function arrangeYear(calendar: WorkingCalendar, arrangement: Arrangement): ArrangingResult {
  const problems = arrangementProblems(arrangement);
  if (problems.length > 0) return { ok: false, code: 'contradictsItself', problems };

  const { year } = arrangement;
  const before = partsOf(calendar.coveredFrom).year - 1;
  const after = partsOf(calendar.coveredUntil).year + 1;
  if (year < before || year > after) {
    return { ok: false, code: 'yearsMissing', expected: [before, after] };
  }
  return {
    ok: true,
    calendar: {
      ...calendar,
      version: calendar.version + 1,
      coveredFrom: year === before ? dayOfMonth(year, 1, 1) : calendar.coveredFrom,
      coveredUntil: year === after ? dayOfMonth(year, 12, 31) : calendar.coveredUntil,
      arrangements: [
        ...calendar.arrangements.filter((known) => known.year !== year),
        arrangement,
      ].sort((a, b) => a.year - b.year),
    },
  };
}
