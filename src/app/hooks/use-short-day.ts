import type { PlainDay } from '../../calendar/index.ts';
import { writeDate } from '../date-words.ts';
import { useToday } from './use-today.ts';
import { useTranslation } from './use-translation.ts';

/** Writes a day as people say it this year: 11月25日, and with its year in any other. */
export function useShortDay(): (day: PlainDay) => string {
  const { i18n } = useTranslation();
  const today = useToday();
  return (day) =>
    // a plain day stands at midnight UTC, so it must be read there too
    writeDate(i18n.language, new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      year: day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric',
      month: 'short',
      day: 'numeric',
    });
}
