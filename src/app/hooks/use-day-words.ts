import type { PlainDay } from '../../calendar/index.ts';
import { dateLanguage } from '../date-language.ts';
import { useTranslation } from './use-translation.ts';

/** Writes a day with its weekday: 2026年12月22日（星期二）. */
export function useDayWords(): (day: PlainDay) => string {
  const { t } = useTranslation();
  const bare = useBareDayWords();
  const weekday = useDayFormat({ weekday: 'long' });
  return (day) => t('app.edit.dateShown', { day: bare(day), weekday: weekday(day) });
}

/** Writes a day without its weekday, for places where brackets stand around it. */
export function useBareDayWords(): (day: PlainDay) => string {
  return useDayFormat({ day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes a day of a year that is said already: 11月4日. */
export function useDayInYearWords(): (day: PlainDay) => string {
  return useDayFormat({ day: 'numeric', month: 'short' });
}

function useDayFormat(options: Intl.DateTimeFormatOptions): (day: PlainDay) => string {
  const { i18n } = useTranslation();
  // a plain day stands at midnight UTC, so it must be read there too
  const format = new Intl.DateTimeFormat(dateLanguage(i18n.language), {
    ...options,
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
