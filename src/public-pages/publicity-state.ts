import { addDays, daysBetween, laterOf, type PlainDay, parsePlainDay } from '../calendar/index.ts';
import type { NoticeDocument } from '../notice/index.ts';

/** How a notice stands on a day, told by its standing and its dates alone. */
export type PublicityState =
  | { readonly kind: 'ahead'; readonly period: Period }
  /** `daysLeft` counts today and the last day. */
  | { readonly kind: 'inPublicity'; readonly period: Period; readonly daysLeft: number }
  | { readonly kind: 'publicityOver'; readonly period: Period }
  | { readonly kind: 'published' | 'withdrawn' | 'closed' };

export interface Period {
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly days: number;
}

/**
 * The last day for which a page that says this state is true: today where it counts days, the day
 * before the period where it only names it; undefined where no day changes it any more.
 */
export function holdsThrough(state: PublicityState, today: string): string | undefined {
  switch (state.kind) {
    case 'ahead':
      return addDays(state.period.from, -1);
    case 'inPublicity':
      return today;
    case 'publicityOver':
    case 'published':
    case 'withdrawn':
    case 'closed':
      return undefined;
  }
}

/** A period whose days do not exist is none. */
export function publicityState(
  notice: {
    readonly standing: 'published' | 'withdrawn' | 'closed';
    readonly period?: NoticeDocument['period'];
  },
  today: string,
): PublicityState {
  if (notice.standing !== 'published') return { kind: notice.standing };
  const day = parsePlainDay(today);
  const from = parsePlainDay(notice.period?.from ?? '');
  const to = parsePlainDay(notice.period?.to ?? '');
  if (!notice.period || !day || !from || !to) return { kind: 'published' };
  const period = { from, to, days: notice.period.days };
  if (day < from) return { kind: 'ahead', period };
  if (day > to) return { kind: 'publicityOver', period };
  return { kind: 'inPublicity', period, daysLeft: daysBetween(laterOf(from, day), to) + 1 };
}
