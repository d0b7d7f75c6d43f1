import type { Duty, DutyTime } from '../../notice/index.ts';
import { useShortDay } from './use-short-day.ts';
import { useTranslation } from './use-translation.ts';

/** Says what a duty is, by when, and what to press. */
export function useDutyWords() {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  const timeWords = ({ lastDay, standing }: DutyTime): string => {
    const day = shortDay(lastDay);
    switch (standing.kind) {
      case 'ahead':
        return t('app.duty.ahead', { count: standing.workingDays, day });
      case 'lastDay':
        return t('app.duty.lastDay');
      case 'overdue':
        // a weekend past the day is no working day late, and late all the same
        return standing.workingDays === 0
          ? t('app.duty.justOver', { day })
          : t('app.duty.overdue', { count: standing.workingDays, day });
    }
  };
  return {
    /** 一份还没下载的公示, of a notice that is not on the phone yet */
    titleOf: ({ title }: Duty): string => title || t('app.duty.untitled'),
    /** 还没填完；有2条意见等答复, of so many that are one task */
    what: ({ kind }: Duty, count = 1): string =>
      kind === 'answer' && count > 1
        ? t('app.duty.answers', { count })
        : t(`app.duty.what.${kind}`),
    /** 还差2个工作日到期（11月25日） */
    when: ({ when }: Duty): string => (when ? timeWords(when) : ''),
    /** 继续填写 */
    step: ({ kind }: Duty): string => t(`app.duty.step.${kind}`),
    timeWords,
  };
}

/** The page on which a duty is done. */
export function dutyPath({ kind, village, about, title }: Duty): string {
  // the item alone, with its templates
  if (about.kind === 'item') return `/new?find=${encodeURIComponent(title)}`;
  const path = `/n/${village}/${about.notice}`;
  switch (kind) {
    case 'draft':
    case 'mend':
      // what is missing, the reasons and comments stand there, each a way to its place
      return path;
    case 'review':
      return `${path}/review`;
    case 'hang':
    case 'replace':
    case 'takeDown':
      return `${path}/posting`;
    case 'answer':
      return `${path}/objections`;
    case 'publish':
      return path;
  }
}
