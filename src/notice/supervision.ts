import {
  deadlineOf,
  type PlainDay,
  parsePlainDay,
  plainDay,
  type WorkingCalendar,
} from '../calendar/index.ts';
import type { TimeLimitRule } from '../catalogue/catalogue-schema.ts';
import type { Declaration, Exemption } from './exemption.ts';
import { exemptionIn } from './exemption-in.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { dayOf, type Trend, type TrendGround, trendsOf } from './supervision-trends.ts';

/**
 * What a town or district sees of its villages: deadlines and what blocks them. It ranks nobody and
 * counts no use (国办函〔2026〕12号): villages stand in the order of their codes, and no figure is
 * made of a single village or person.
 */

export interface SupervisedItem {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly rule: TimeLimitRule;
  /** Whether a village is one of the bodies that disclose it. */
  readonly isVillages: boolean;
}

/**
 * How an item stands in a village in a year. missing: its last day has passed without publication.
 * due: the last day is still to come. nothing: nothing was formed that would have to be disclosed.
 * exempt: the village said with its reason that the item does not apply to it. notApplicable:
 * villages do not disclose it at all.
 */
export type CellState =
  | 'inTime'
  | 'late'
  | 'due'
  | 'missing'
  | 'nothing'
  | 'exempt'
  | 'notApplicable';

export interface Cell {
  readonly village: string;
  readonly item: string;
  readonly state: CellState;
  /** The day that the state speaks of; absent where no rule sets one. */
  readonly lastDay?: PlainDay;
  /** What the village said of the item for this year. */
  readonly exemption?: Declaration;
  /** The notices behind it, for looking further. */
  readonly notices: readonly NoticeFacts[];
}

export interface SupervisionGround extends TrendGround {
  readonly villages: readonly string[];
  readonly items: readonly SupervisedItem[];
  readonly exemptions: readonly Exemption[];
  readonly calendar: WorkingCalendar;
}

export interface Supervision {
  /** One row a village, in the order of `villages`; one cell an item, in the order of `items`. */
  readonly rows: readonly (readonly Cell[])[];
  readonly counts: Readonly<Record<CellState, number>>;
  /** The year's twelve months, in order. */
  readonly trends: readonly Trend[];
}

/** How far a campaign has come: in how many of the villages an item is public. */
export interface Progress {
  readonly item: string;
  /** Those to which the item applies. */
  readonly villages: number;
  readonly published: number;
  readonly exempt: number;
  readonly lastDay: PlainDay | undefined;
}

/** The matrix of a year with its counts and trends; work grows with the notices alone. */
export function supervise(ground: SupervisionGround): Supervision {
  const { villages, items, facts, year } = ground;
  const limits = new Limits(ground);
  const byPlace = new Map<string, NoticeFacts[]>();
  for (const one of facts) {
    if (yearOf(one) !== year) continue;
    const key = placeKey(one);
    const known = byPlace.get(key);
    if (known) known.push(one);
    else byPlace.set(key, [one]);
  }
  const exempt = new Map(ground.exemptions.map((one) => [placeKey(one), exemptionIn(one, year)]));
  const counts: Record<CellState, number> = {
    inTime: 0,
    late: 0,
    due: 0,
    missing: 0,
    nothing: 0,
    exempt: 0,
    notApplicable: 0,
  };
  const rows = villages.map((village) =>
    items.map((item) => {
      const key = placeKey({ village, item: item.id });
      const behind = { notices: byPlace.get(key) ?? [], exemption: exempt.get(key) };
      const cell = cellOf(village, item, behind, ground, limits);
      counts[cell.state] += 1;
      return cell;
    }),
  );
  return { rows, counts, trends: trendsOf(ground, limits) };
}

function placeKey({ village, item }: Pick<NoticeFacts, 'village' | 'item'>): string {
  return `${village} ${item}`;
}

/** How far each item that every village has to publish this year has come. */
export function campaignsOf(
  { items, year, calendar }: SupervisionGround,
  rows: Supervision['rows'],
) {
  return items.flatMap((item, index): Progress[] => {
    if (!item.isVillages || item.rule.kind !== 'annual') return [];
    const all = rows.flatMap((row) => row[index] ?? []);
    const cells = all.filter(({ state }) => state !== 'exempt');
    const exempt = all.length - cells.length;
    const published = cells.filter(({ state }) => state === 'inTime' || state === 'late').length;
    const deadline = deadlineOf(item.rule, plainDay(`${year}-01-01`), calendar);
    const lastDay = deadline.kind === 'day' ? deadline.day : undefined;
    return [{ item: item.id, villages: cells.length, published, exempt, lastDay }];
  });
}

/** Last days by rule and start, each counted once: villages and items share them. */
class Limits {
  private readonly known = new Map<string, PlainDay | undefined>();
  private readonly rules: ReadonlyMap<string, { rule: TimeLimitRule; name: string }>;
  private readonly calendar: WorkingCalendar;

  constructor({ items, calendar }: SupervisionGround) {
    this.rules = new Map(items.map(({ id, rule }) => [id, { rule, name: JSON.stringify(rule) }]));
    this.calendar = calendar;
  }

  lastDayOf(item: string, start: string | undefined): PlainDay | undefined {
    const limit = this.rules.get(item);
    if (!limit || start === undefined) return undefined;
    const key = `${limit.name} ${start}`;
    if (!this.known.has(key)) this.known.set(key, this.counted(limit.rule, start));
    return this.known.get(key);
  }

  private counted(rule: TimeLimitRule, start: string): PlainDay | undefined {
    const day = parsePlainDay(start);
    if (!day) return undefined;
    const deadline = deadlineOf(rule, day, this.calendar);
    return deadline.kind === 'day' ? deadline.day : undefined;
  }
}

function cellOf(
  village: string,
  item: SupervisedItem,
  { notices, exemption }: Pick<Cell, 'notices'> & { exemption: Declaration | undefined },
  { today, year }: SupervisionGround,
  limits: Limits,
): Cell {
  const about = { village, item: item.id, notices, ...(exemption ? { exemption } : {}) };
  if (!item.isVillages) return { ...about, state: 'notApplicable' };
  const judged = notices
    // what was withdrawn discloses nothing any more
    .filter(({ standing }) => standing !== 'withdrawn')
    .map((one) => judge(one, today, limits));
  const isAnnual = item.rule.kind === 'annual';
  const isPublic = judged.some(({ state }) => state === 'inTime' || state === 'late');
  // what is public is judged by its day, whatever was said of the item
  if (exemption && !isPublic) return { ...about, state: 'exempt' };
  if (isAnnual && !isPublic) {
    const lastDay = limits.lastDayOf(item.id, `${year}-01-01`);
    return { ...about, ...duty(lastDay, today) };
  }
  const worst = WORST_FIRST.flatMap((state) => judged.find((one) => one.state === state) ?? [])[0];
  return worst ? { ...about, ...worst } : { ...about, state: 'nothing' };
}

const WORST_FIRST: readonly CellState[] = ['missing', 'due', 'late', 'inTime'];

interface Judged {
  readonly state: CellState;
  readonly lastDay?: PlainDay;
}

function judge(notice: NoticeFacts, today: PlainDay, limits: Limits): Judged {
  const lastDay = limits.lastDayOf(notice.item, notice.deadlineStart);
  if (notice.standing === 'unpublished') return duty(lastDay, today);
  const publishedOn = dayOf(notice.publishedAt);
  const isLate = lastDay !== undefined && publishedOn !== undefined && publishedOn > lastDay;
  return { state: isLate ? 'late' : 'inTime', ...(lastDay ? { lastDay } : {}) };
}

function duty(lastDay: PlainDay | undefined, today: PlainDay): Judged {
  if (!lastDay) return { state: 'due' };
  return { state: lastDay < today ? 'missing' : 'due', lastDay };
}

/**
 * The years whose picture a notice is part of: the one that it belongs to, and that of its
 * publication, whose months count it.
 */
export function yearsOf(facts: NoticeFacts): readonly number[] {
  const published = Number(dayOf(facts.publishedAt)?.slice(0, 4));
  return [...new Set([yearOf(facts), published])].filter((year) => year > 0);
}

/** The year that a notice belongs to: of its time limit, else of its publication or beginning. */
function yearOf({ deadlineStart, publishedAt, createdAt }: NoticeFacts): number {
  return Number((deadlineStart ?? dayOf(publishedAt) ?? dayOf(createdAt) ?? '').slice(0, 4));
}
