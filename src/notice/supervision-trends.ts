import {
  addDays,
  daysBetween,
  type PlainDay,
  parsePlainDay,
  partsOf,
  plainDay,
  todayIn,
} from '../calendar/index.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { Objection } from './objection.ts';
import { objectionState } from './objection-state.ts';

/** What a year's months tell of publishing, hanging and answering, over all villages together. */

/** Tells the last day of an item's time limit that runs from a day; undefined where none is known. */
interface LastDays {
  readonly lastDayOf: (item: string, start: string | undefined) => PlainDay | undefined;
}

export interface Trend {
  /** YYYY-MM, the month of the publication. */
  readonly month: string;
  /** Publications whose last day is known, and how many of them came in time. */
  readonly dated: number;
  readonly inTime: number;
  /** Medians; undefined where the month has none. */
  readonly daysToPublish: number | undefined;
  readonly hoursToHang: number | undefined;
  /** Objections without an answer when the month ended, or now; undefined for a month to come. */
  readonly unanswered: number | undefined;
}

/** What the months are told from. */
export interface TrendGround {
  /** Those of other years are passed over. */
  readonly facts: readonly NoticeFacts[];
  /** Of every year. */
  readonly objections: readonly Pick<Objection, 'receivedAt' | 'steps'>[];
  readonly year: number;
  readonly today: PlainDay;
}

/** The twelve months of the year, in order. */
export function trendsOf(ground: TrendGround, limits: LastDays): Trend[] {
  const { facts, year } = ground;
  const months = Array.from({ length: 12 }, (_, index) => ({
    month: `${year}-${String(index + 1).padStart(2, '0')}`,
    dated: 0,
    inTime: 0,
    days: [] as number[],
    hours: [] as number[],
  }));
  for (const one of facts) {
    // told by its text first: of many years' notices most are of another
    const written = Number(one.publishedAt?.slice(0, 4));
    if (written !== year && written !== year - 1) continue;
    const publishedOn = dayOf(one.publishedAt);
    if (!publishedOn || partsOf(publishedOn).year !== year) continue;
    const month = months[partsOf(publishedOn).month - 1];
    if (!month) continue;
    const lastDay = limits.lastDayOf(one.item, one.deadlineStart);
    if (lastDay) {
      month.dated += 1;
      if (publishedOn <= lastDay) month.inTime += 1;
    }
    const start = parsePlainDay(one.deadlineStart ?? '');
    // a year that is disclosed is no day on which something was formed
    if (start && !start.endsWith('-01-01')) month.days.push(daysBetween(start, publishedOn));
    if (one.hungAt && one.publishedAt) {
      const hours = (Date.parse(one.hungAt) - Date.parse(one.publishedAt)) / 3_600_000;
      month.hours.push(Math.max(0, Math.round(hours)));
    }
  }
  return months.map(({ month, dated, inTime, days, hours }) => ({
    month,
    dated,
    inTime,
    daysToPublish: median(days),
    hoursToHang: median(hours),
    unanswered: unansweredIn(month, ground),
  }));
}

/** How many objections had no answer when a month (YYYY-MM) ended, or have none now. */
function unansweredIn(month: string, { objections, today }: TrendGround): number | undefined {
  const first = plainDay(`${month}-01`);
  if (first > today) return undefined;
  const next = addDays(first, 31);
  const lastDay = addDays(plainDay(`${next.slice(0, 7)}-01`), -1);
  const day = lastDay < today ? lastDay : today;
  return objections.filter(({ receivedAt, steps }) => {
    if ((dayOf(receivedAt) ?? '9999') > day) return false;
    const until = steps.filter(({ by }) => (dayOf(by.at) ?? '9999') <= day);
    return objectionState({ steps: until }) !== 'answered';
  }).length;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** The day in the village of an ISO instant; undefined where it is none. */
export function dayOf(instant: string | undefined): PlainDay | undefined {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? undefined : todayIn(new Date(time));
}
