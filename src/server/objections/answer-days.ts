import { type PlainDay, todayIn } from '../../calendar/index.ts';
import { ANSWER_WORKING_DAYS, answerDay, type VillageCode } from '../../notice/index.ts';
import type { PlaceSettings } from '../accounts/index.ts';
import type { Database } from '../database/index.ts';
import { calendarOf, districtOf } from '../reference/read-reference.ts';

/** The last day for answering what comes in now, by the village's setting and the district's calendar. */
export async function answerDayFor(
  db: Database,
  village: VillageCode,
  settings: PlaceSettings,
  now: Date,
): Promise<PlainDay> {
  const days = settings.answerWorkingDays ?? ANSWER_WORKING_DAYS;
  return answerDay(todayIn(now), days, await calendarOf(db, districtOf(village)));
}
