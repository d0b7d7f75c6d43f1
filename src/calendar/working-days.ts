import { addDays, dayOfWeek, daysBetween, type PlainDay, partsOf } from './plain-day.ts';
import type { Festival, Holiday, WorkingCalendar } from './working-calendar.ts';

/** Whether offices work on a day and why: 'makeUpDay' is a weekend day worked for a holiday (调休上班). */
export type DayNature =
  | { kind: 'workday' }
  | { kind: 'makeUpDay' }
  | { kind: 'weekend' }
  | { kind: 'holiday'; festival: Festival };

/** A day found by counting; `provisional` where a day counted lies outside the official arrangements. */
export interface CountedDay {
  day: PlainDay;
  provisional: boolean;
}

/** A count of working days; `provisional` as in `CountedDay`. */
export interface CountedDays {
  workingDays: number;
  provisional: boolean;
}

/** Statutory days on a fixed date, 'MM-DD' (全国年节及纪念日放假办法, 2024-11-10, art. 2). */
const fixedHolidays: ReadonlyMap<string, Festival> = new Map([
  ['01-01', 'newYear'],
  ['05-01', 'labourDay'],
  ['05-02', 'labourDay'],
  ['10-01', 'nationalDay'],
  ['10-02', 'nationalDay'],
  ['10-03', 'nationalDay'],
]);

/** Whether the State Council's arrangement for a day is known. */
export function isCovered(day: PlainDay, calendar: WorkingCalendar): boolean {
  return calendar.coveredFrom <= day && day <= calendar.coveredUntil;
}

/**
 * What kind of day it is by the arrangements or, outside them, by weekends and statutory days
 * alone. Days off in lieu and make-up days of such years are not known and not guessed.
 */
export function natureOf(day: PlainDay, calendar: WorkingCalendar): DayNature {
  const { year } = partsOf(day);
  for (const arrangement of calendar.arrangements) {
    // a notice may reach into the last days of the year before its own
    if (arrangement.year !== year && arrangement.year !== year + 1) continue;
    if (arrangement.makeUpDays.includes(day)) return { kind: 'makeUpDay' };
    const holiday = holidayOn(day, arrangement.holidays);
    if (holiday) return { kind: 'holiday', festival: holiday.festival };
  }
  if (!isCovered(day, calendar)) {
    const festival =
      holidayOn(day, calendar.expectedHolidays)?.festival ?? fixedHolidays.get(day.slice(5));
    if (festival) return { kind: 'holiday', festival };
  }
  return { kind: dayOfWeek(day) < 6 ? 'workday' : 'weekend' };
}

/** Whether offices work on that day: weekdays but for holidays, and make-up days. */
export function isWorkingDay(day: PlainDay, calendar: WorkingCalendar): boolean {
  const { kind } = natureOf(day, calendar);
  return kind === 'workday' || kind === 'makeUpDay';
}

/**
 * The n-th working day after a day. The starting day does not count (Civil Code art. 201); the
 * result is a working day, so that art. 203 never moves it. With n = 0 it is the day itself.
 * Throws a RangeError when n is not a whole number from 0 to 1000.
 */
export function addWorkingDays(day: PlainDay, n: number, calendar: WorkingCalendar): CountedDay {
  if (!Number.isInteger(n) || n < 0 || n > 1000) {
    throw new RangeError(`not a number of working days: ${n}`);
  }
  let reached = day;
  for (let counted = 0; counted < n; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) counted += 1;
  }
  return { day: reached, provisional: isProvisionalAfter(day, reached, calendar) };
}

/** The first working day on or after a day. */
export function workingDayFrom(day: PlainDay, calendar: WorkingCalendar): CountedDay {
  return addWorkingDays(addDays(day, -1), 1, calendar);
}

/** The last working day on or before a day: by when a fixed date such as 31 December can be met in office hours. */
export function workingDayUpTo(day: PlainDay, calendar: WorkingCalendar): CountedDay {
  let reached = day;
  while (!isWorkingDay(reached, calendar)) reached = addDays(reached, -1);
  return { day: reached, provisional: isProvisionalAfter(addDays(reached, -1), day, calendar) };
}

/** Working days after `after` up to and including `until`; none when `until` is not later. */
export function workingDaysBetween(
  after: PlainDay,
  until: PlainDay,
  calendar: WorkingCalendar,
): CountedDays {
  let workingDays = 0;
  for (let day = after; day < until; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) workingDays += 1;
  }
  return { workingDays, provisional: isProvisionalAfter(after, until, calendar) };
}

/**
 * Working days left until the end of `last`, today not counted and `last` counted. Never negative:
 * none are left on the last day itself and afterwards; `standingOf` tells these apart.
 */
export function workingDaysLeft(
  last: PlainDay,
  today: PlainDay,
  calendar: WorkingCalendar,
): CountedDays {
  return workingDaysBetween(today, last, calendar);
}

/**
 * Where today stands against a last day: ahead of it with so many days left, on it, or past it by
 * so many. `days` are calendar days; both counts leave the earlier of the two days out.
 */
export type Standing =
  | { kind: 'ahead' | 'overdue'; days: number; workingDays: number; provisional: boolean }
  | { kind: 'lastDay' };

export function standingOf(last: PlainDay, today: PlainDay, calendar: WorkingCalendar): Standing {
  if (today === last) return { kind: 'lastDay' };
  return today < last
    ? {
        kind: 'ahead',
        days: daysBetween(today, last),
        ...workingDaysBetween(today, last, calendar),
      }
    : {
        kind: 'overdue',
        days: daysBetween(last, today),
        ...workingDaysBetween(last, today, calendar),
      };
}

function isProvisionalAfter(after: PlainDay, until: PlainDay, calendar: WorkingCalendar): boolean {
  if (until <= after) return false;
  return !isCovered(addDays(after, 1), calendar) || !isCovered(until, calendar);
}

function holidayOn(day: PlainDay, holidays: readonly Holiday[]): Holiday | undefined {
  return holidays.find(({ from, to }) => from <= day && day <= to);
}
