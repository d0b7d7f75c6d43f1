import { dateLanguage } from '../date-language.ts';
import { useTranslation } from './use-translation.ts';

/** Writes an instant in full, on the clock of Shanghai, as a record needs it. */
export function useExactTime(): (instant: string) => string {
  const { i18n } = useTranslation();
  return (instant) =>
    new Date(instant).toLocaleString(dateLanguage(i18n.language), {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
}
