import { daysBetween, type PlainDay, parsePlainDay, partsOf } from '../../calendar/index.ts';
import type { NoticeSummary } from '../../device/database.ts';
import { writeDate } from '../date-words.ts';
import { useMomentOfDay } from './use-moment.ts';
import { useShortDay } from './use-short-day.ts';
import { useTranslation } from './use-translation.ts';

/**
 * What tells a notice from others of the same title, shortest first: its revision after the first,
 * its publicity period or what is left of it, and when it was last changed, in words that stay right
 * as long as the day lasts.
 */
export function useNoticeMarks(
  today: PlainDay,
): (
  notice: Pick<NoticeSummary, 'stage' | 'standing' | 'revisions' | 'period' | 'touchedAt'>,
) => readonly string[] {
  const { t, i18n } = useTranslation();
  const moment = useMomentOfDay();
  const shortDay = useShortDay();
  const periodWords = (from: PlainDay, to: PlainDay): string => {
    if (from.slice(0, 7) !== to.slice(0, 7) || from.slice(0, 4) !== today.slice(0, 4)) {
      return t('app.home.period', { from: shortDay(from), to: shortDay(to) });
    }
    const month = writeDate(i18n.language, new Date(`${from}T00:00:00Z`), {
      timeZone: 'UTC',
      month: 'short',
    });
    const [first, last] = [partsOf(from).date, partsOf(to).date];
    return t('app.home.periodInMonth', { month, first, last });
  };
  return ({ stage, standing, revisions, period, touchedAt }) => {
    const revision = revisions.length > 1 ? [t('app.home.revision', { n: revisions.length })] : [];
    const from = parsePlainDay(period?.from ?? '');
    const to = parsePlainDay(period?.to ?? '');
    const isOpen = standing === 'published' && stage === 'settled';
    const spans =
      !from || !to
        ? []
        : isOpen && from <= today && today <= to
          ? [t('app.home.daysLeft', { count: daysBetween(today, to) + 1 })]
          : [periodWords(from, to)];
    return [...revision, ...spans, t('app.home.changed', { when: moment(touchedAt) })];
  };
}
