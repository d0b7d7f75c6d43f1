import { type PlainDay, seedCalendar, todayIn } from '../../calendar/index.ts';
import { ANSWER_WORKING_DAYS, answerDay } from '../../notice/index.ts';
import type { PlaceSettings } from '../accounts/index.ts';

/** The last day for answering what comes in now, by the village's setting. */
export function answerDayFor(settings: PlaceSettings, now: Date): PlainDay {
  const days = settings.answerWorkingDays ?? ANSWER_WORKING_DAYS;
  return answerDay(todayIn(now), days, seedCalendar);
}
