import { daysBetween, type PlainDay, parsePlainDay } from '../../calendar/index.ts';
import type { NoticeSummary } from '../../device/database.ts';
import { useMoment } from './use-moment.ts';
import { useShortDay } from './use-short-day.ts';
import { useTranslation } from './use-translation.ts';

/**
 * What tells a notice from others of the same title, shortest first: its revision after the first,
 * its publicity period or what is left of it, and when it was last changed.
 */
export function useNoticeMarks(
  today: PlainDay,
): (
  notice: Pick<NoticeSummary, 'stage' | 'standing' | 'revisions' | 'period' | 'touchedAt'>,
) => readonly string[] {
  const { t } = useTranslation();
  const moment = useMoment();
  const shortDay = useShortDay();
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
          : [t('app.home.period', { from: shortDay(from), to: shortDay(to) })];
    return [...revision, ...spans, t('app.home.changed', { when: moment(touchedAt) })];
  };
}
