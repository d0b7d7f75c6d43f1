import * as v from 'valibot';

const millisecondsADay = 86_400_000;

/** China has kept UTC+8 without summer time since 1992 (Asia/Shanghai). */
const shanghaiOffsetMilliseconds = 8 * 3_600_000;

const lastDates = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// by arithmetic: each list and each sync reads thousands of days
function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (lastDates[month - 1] ?? 0);
  return date >= 1 && date <= last;
}

/** Accepts 'YYYY-MM-DD' of a day that exists, and nothing else. */
export const plainDaySchema = v.pipe(
  v.string(),
  v.check(isRealDay, 'not a day written YYYY-MM-DD'),
  v.brand('PlainDay'),
);

/**
 * A day as the wall calendar in Shanghai shows it, written 'YYYY-MM-DD'; never an instant.
 * Days compare with `<` and `===` like the strings they are.
 */
export type PlainDay = v.InferOutput<typeof plainDaySchema>;

export function isPlainDay(text: string): text is PlainDay {
  return isRealDay(text);
}

/** The day a text names, or undefined where it is not 'YYYY-MM-DD' or no such day exists. */
export function parsePlainDay(text: string): PlainDay | undefined {
  return isPlainDay(text) ? text : undefined;
}

/** The same for texts that cannot be wrong; throws a RangeError where one is. */
export function plainDay(text: string): PlainDay {
  if (!isPlainDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** Which day it is in Shanghai at an instant, whatever zone the machine is set to. */
export function todayIn(now: Date): PlainDay {
  return dayAt(now.getTime() + shanghaiOffsetMilliseconds);
}

/** The day `days` later (earlier when negative). Throws a RangeError beyond the years 0000–9999. */
export function addDays(day: PlainDay, days: number): PlainDay {
  return dayAt(midnight(day) + days * millisecondsADay);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return (midnight(to) - midnight(from)) / millisecondsADay;
}

/** For sorting: below 0 when `a` is the earlier day. */
export function compareDays(a: PlainDay, b: PlainDay): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function laterOf(a: PlainDay, b: PlainDay): PlainDay {
  return a < b ? b : a;
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 numbers them. */
export function dayOfWeek(day: PlainDay): number {
  return new Date(midnight(day)).getUTCDay() || 7;
}

/** Its year, month (1–12) and day of the month. */
export function partsOf(day: PlainDay): { year: number; month: number; date: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8)),
  };
}

/**
 * The day of a month (1–12), or the month's last one where the month is shorter.
 * Throws a RangeError beyond the years 0000–9999.
 */
export function dayOfMonth(year: number, month: number, date: number): PlainDay {
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return plainDay(
    `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(Math.min(date, lastDate))}`,
  );
}

function midnight(day: PlainDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(instant: number): PlainDay {
  return plainDay(new Date(instant).toISOString().slice(0, 10));
}
