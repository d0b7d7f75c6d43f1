import type { TimeLimitRule } from '../catalogue/catalogue-schema.ts';
import { addDays, dayOfMonth, type PlainDay, partsOf } from './plain-day.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';

/**
 * By when something must be public.
 *
 * - `day`: `day` is the last day in time. `countedTo` is where the count ended before a day off
 *   moved it on (the same day otherwise). `provisional` says that it was counted over days whose
 *   holidays are not yet arranged, and must be shown wherever the day is.
 * - `none`: the rule sets no date: any time, promptly, as the item above, or words for a person.
 */
export type Deadline =
  | {
      kind: 'day';
      rule: DatedRule;
      day: PlainDay;
      countedTo: PlainDay;
      provisional: boolean;
    }
  | { kind: 'none'; rule: UndatedRule };

export type DatedRule = Extract<
  TimeLimitRule,
  { kind: 'workingDays' | 'days' | 'annual' | 'quarterly' }
>;
export type UndatedRule = Exclude<TimeLimitRule, DatedRule>;

/**
 * The deadline that a catalogue's time limit sets.
 *
 * `start` is the day that the rule counts from: when the information was formed or changed, or the
 * date on the document that issues an allocation. That day does not count (Civil Code art. 201).
 * For yearly and quarterly rules it is any day of the year or quarter that is disclosed.
 *
 * - Working days end on a working day. Days that end on a day off run to the next working day
 *   (art. 203; Saturdays and Sundays are taken as days off).
 * - A yearly or quarterly limit is a date and not a count: it does not move, since the next working
 *   day may lie outside the year that it speaks of. `workingDayUpTo` tells by when to be ready.
 * - Several times a year or quarter: the last one is meant.
 */
export function deadlineOf(
  rule: TimeLimitRule,
  start: PlainDay,
  calendar: WorkingCalendar,
): Deadline {
  switch (rule.kind) {
    case 'workingDays': {
      const { day, provisional } = addWorkingDays(start, rule.n, calendar);
      return { kind: 'day', rule, day, countedTo: day, provisional };
    }
    case 'days': {
      const countedTo = addDays(start, rule.n);
      return { kind: 'day', rule, countedTo, ...workingDayFrom(countedTo, calendar) };
    }
    case 'annual':
      return onDate(rule, yearlyDay(rule, start));
    case 'quarterly':
      return onDate(rule, quarterlyDay(rule, start));
    case 'anytime':
    case 'prompt':
    case 'sameAsAbove':
    case 'text':
      return { kind: 'none', rule };
  }
}

function onDate(rule: DatedRule, day: PlainDay): Deadline {
  return { kind: 'day', rule, day, countedTo: day, provisional: false };
}

function yearlyDay(rule: Extract<TimeLimitRule, { kind: 'annual' }>, start: PlainDay): PlainDay {
  const year = partsOf(start).year + (rule.covers === 'previous year' ? 1 : 0);
  if (rule.by === 'year end') return dayOfMonth(year, 12, 31);
  return dayOfMonth(year, Number(rule.by.slice(0, 2)), Number(rule.by.slice(3)));
}

function quarterlyDay(
  rule: Extract<TimeLimitRule, { kind: 'quarterly' }>,
  start: PlainDay,
): PlainDay {
  const { year, month } = partsOf(start);
  const monthsBefore = month - 1 - ((month - 1) % 3);
  return rule.by
    ? dayOfMonth(year, monthsBefore + rule.by.monthOfQuarter, rule.by.day)
    : dayOfMonth(year, monthsBefore + 3, 31);
}
