import { addDays, todayIn } from '../../calendar/index.ts';
import { writeDate } from '../date-words.ts';
import { useTranslation } from './use-translation.ts';

const ZONE = 'Asia/Shanghai';

/** Writes an instant the way people say it: just now, today 09:12, 11月23日. */
export function useMoment(): (instant: string) => string {
  const { t } = useTranslation();
  const momentOfDay = useMomentOfDay();
  return (instant) =>
    Math.abs(Date.now() - Date.parse(instant)) < 60_000
      ? t('app.when.justNow')
      : momentOfDay(instant);
}

/** The same without 'just now', so that it stays right as long as the day lasts. */
export function useMomentOfDay(): (instant: string) => string {
  const { t, i18n } = useTranslation();
  return (instant) => {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) return '';
    const now = new Date();
    const today = todayIn(now);
    const day = todayIn(date);
    if (day === today) return t('app.when.today', { time: timeOf(i18n.language, date) });
    if (day === addDays(today, -1)) {
      return t('app.when.yesterday', { time: timeOf(i18n.language, date) });
    }
    return writeDate(i18n.language, date, {
      timeZone: ZONE,
      year: day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric',
      month: 'long',
      day: 'numeric',
    });
  };
}

function timeOf(language: string, date: Date): string {
  return writeDate(language, date, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
