import {
  formatChinese,
  formatEnglish,
  type PlainDay,
  weekdayChinese,
  weekdayEnglish,
} from '../../calendar/index.ts';
import { useTranslation } from './use-translation.ts';

/** Writes a day with its weekday: 2026年12月22日（星期二）. */
export function useDayWords(): (day: PlainDay) => string {
  const { i18n, t } = useTranslation();
  const isChinese = i18n.language === 'zh-CN';
  return (day) =>
    t('app.edit.dateShown', {
      day: isChinese ? formatChinese(day) : formatEnglish(day),
      weekday: isChinese ? weekdayChinese(day) : weekdayEnglish(day),
    });
}

/** Writes a day without its weekday, for places where brackets stand around it. */
export function useBareDayWords(): (day: PlainDay) => string {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-CN' ? formatChinese : formatEnglish;
}
