import { addDays, daysBetween, laterOf, type PlainDay } from './plain-day.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import {
  addWorkingDays,
  type DayNature,
  natureOf,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

/** How 天 is meant: calendar days unless the rule says 工作日. */
export type Counting = 'calendar' | 'working';

/** First and last day of a period, both of them in it. */
export interface DayRange {
  from: PlainDay;
  to: PlainDay;
}

/** How long something stays open to objections; `days` are counted as `counting` says, both ends included. */
export interface PublicityPeriod extends DayRange {
  days: number;
  counting: Counting;
  /** counted over days whose holidays are not yet arranged; never so for calendar days */
  provisional: boolean;
}

/**
 * The publicity period of so many days. Told when the notice is posted it starts the day after
 * (Civil Code art. 201: the day itself does not count); told `from`, it starts there.
 * Throws a RangeError when `days` is not a whole number from 1 to 1000.
 */
export function publicityPeriod(
  start: { postedOn: PlainDay } | { from: PlainDay },
  days: number,
  counting: Counting,
  calendar: WorkingCalendar,
): PublicityPeriod {
  if (!Number.isInteger(days) || days < 1 || days > 1000) {
    throw new RangeError(`not a length of a publicity period: ${days}`);
  }
  const from = 'from' in start ? start.from : addDays(start.postedOn, 1);
  if (counting === 'calendar') {
    return { from, to: addDays(from, days - 1), days, counting, provisional: false };
  }
  const { day: to, provisional } = addWorkingDays(addDays(from, -1), days, calendar);
  return { from, to, days, counting, provisional };
}

/** Whether objections are not yet, still or no longer taken on a day. */
export function publicityStage(period: DayRange, today: PlainDay): 'ahead' | 'open' | 'over' {
  if (today < period.from) return 'ahead';
  return today <= period.to ? 'open' : 'over';
}

/**
 * Days left for objections, counted as the notice prints them: today and the last day count, so the
 * first day has all of them, the last day one, and the day after none. Never negative. Before the
 * period starts all its days are left.
 */
export function daysLeft(
  period: DayRange & { counting: Counting },
  today: PlainDay,
  calendar: WorkingCalendar,
): number {
  const { from, to, counting } = period;
  return daysIn({ from: laterOf(from, today), to }, counting, calendar);
}

/**
 * Why a chosen range is not the period a rule asks for:
 * - `endsBeforeItStarts`.
 * - `tooShort`: of the `required` days only `counted` fall in the range after the day of posting.
 *   They were counted from `countedFrom`; `earliestEnd` is the first last day that would be enough.
 */
export type PeriodWarning =
  | { code: 'endsBeforeItStarts' }
  | {
      code: 'tooShort';
      required: number;
      counted: number;
      counting: Counting;
      countedFrom: PlainDay;
      earliestEnd: PlainDay;
      provisional: boolean;
    };

/**
 * Checks a range that somebody chose against the days a rule requires, the day of posting not
 * counted; undefined when it is long enough. Real notices are of two minds about that day, so this
 * is a warning and no refusal.
 */
export function periodWarning(
  chosen: DayRange,
  rule: { postedOn: PlainDay; days: number; counting: Counting },
  calendar: WorkingCalendar,
): PeriodWarning | undefined {
  if (chosen.to < chosen.from) return { code: 'endsBeforeItStarts' };

  const countedFrom = laterOf(chosen.from, addDays(rule.postedOn, 1));
  const needed = publicityPeriod({ from: countedFrom }, rule.days, rule.counting, calendar);
  if (needed.to <= chosen.to) return undefined;
  return {
    code: 'tooShort',
    required: rule.days,
    counted: daysIn({ from: countedFrom, to: chosen.to }, rule.counting, calendar),
    counting: rule.counting,
    countedFrom,
    earliestEnd: needed.to,
    provisional: needed.provisional,
  };
}

/** The last day of a period is a day off of this nature; the period runs to `movesTo`. */
export interface LastDayHint {
  nature: Exclude<DayNature, { kind: 'workday' | 'makeUpDay' }>;
  movesTo: PlainDay;
  provisional: boolean;
}

/**
 * A hint where a period ends on a day off, for by Civil Code art. 203 it then runs to the end of
 * the next working day; undefined where it does not. Whether a village prints the later day is for
 * people to decide.
 */
export function lastDayHint(period: DayRange, calendar: WorkingCalendar): LastDayHint | undefined {
  const nature = natureOf(period.to, calendar);
  if (nature.kind === 'workday' || nature.kind === 'makeUpDay') return undefined;
  const { day: movesTo, provisional } = workingDayFrom(period.to, calendar);
  return { nature, movesTo, provisional };
}

function daysIn({ from, to }: DayRange, counting: Counting, calendar: WorkingCalendar): number {
  if (counting === 'working') {
    return workingDaysBetween(addDays(from, -1), to, calendar).workingDays;
  }
  return Math.max(0, daysBetween(from, to) + 1);
}
