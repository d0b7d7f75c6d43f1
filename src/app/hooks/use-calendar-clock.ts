import { clockSkew, todayIn } from '../../calendar/index.ts';
import { useBareDayWords } from './use-day-words.ts';
import { useSyncState } from './use-device.ts';
import { useTranslation } from './use-translation.ts';

/**
 * What is wrong with this phone's clock, as the last answer from the server showed, in a sentence;
 * undefined where it is right. `isWrongDay`: dates that the phone fills in and counts are wrong too.
 */
export function useClockWords(): { words: string; isWrongDay: boolean } | undefined {
  const { t } = useTranslation();
  const format = useBareDayWords();
  const skew = useSyncState()?.clockSkew ?? 0;
  const now = new Date();
  const serverNow = new Date(now.getTime() + skew);
  const told = clockSkew({ now, timezoneOffset: now.getTimezoneOffset() }, serverNow);
  if (told.clock === 'right') return undefined;
  if (told.sameDay) {
    const minutes = Math.round(told.offBySeconds / 60);
    return { words: t(`app.clock.${told.clock}`, { minutes }), isWrongDay: false };
  }
  return {
    words: t('app.clock.wrongDay', {
      here: format(todayIn(now)),
      there: format(todayIn(serverNow)),
    }),
    isWrongDay: true,
  };
}
