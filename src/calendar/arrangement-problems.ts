import { compareDays, dayOfWeek, type PlainDay } from './plain-day.ts';

/**
 * Why an arrangement, as somebody typed it in, cannot be right:
 * - `endsBeforeItStarts`: a holiday whose last day is before its first; `day` is the first.
 * - `outsideItsYear`: neither in the year nor in the December before it.
 * - `workedOnAWeekday`: a make-up day that is no Saturday or Sunday, so nothing is made up.
 * - `offAndWorked`: a day that is both a holiday and a make-up day.
 */
export interface ArrangementProblem {
  code: 'endsBeforeItStarts' | 'outsideItsYear' | 'workedOnAWeekday' | 'offAndWorked';
  day: PlainDay;
}

interface ArrangedDays {
  year: number;
  holidays: readonly { from: PlainDay; to: PlainDay }[];
  makeUpDays: readonly PlainDay[];
}

/** Everything that cannot be right in an arrangement, in the order of its days; empty when it can. */
export function arrangementProblems(arrangement: ArrangedDays): ArrangementProblem[] {
  const { holidays, makeUpDays } = arrangement;
  const problems: ArrangementProblem[] = [];
  for (const { from, to } of holidays) {
    if (to < from) problems.push({ code: 'endsBeforeItStarts', day: from });
    for (const day of new Set([from, to])) {
      if (!mayArrange(arrangement.year, day)) problems.push({ code: 'outsideItsYear', day });
    }
  }
  for (const day of makeUpDays) {
    if (!mayArrange(arrangement.year, day)) problems.push({ code: 'outsideItsYear', day });
    if (dayOfWeek(day) < 6) problems.push({ code: 'workedOnAWeekday', day });
    if (holidays.some(({ from, to }) => from <= day && day <= to)) {
      problems.push({ code: 'offAndWorked', day });
    }
  }
  return problems.sort((a, b) => compareDays(a.day, b.day));
}

function mayArrange(year: number, day: PlainDay): boolean {
  return day >= `${year - 1}-12-01` && day <= `${year}-12-31`;
}
