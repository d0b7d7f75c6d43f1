import { addDays, type PlainDay } from '../calendar/index.ts';
import type { HeldReminders } from '../device/database.ts';
import { keepForecast } from '../device/reminder.ts';
import type { Duty } from '../notice/index.ts';
import { database } from './database.ts';

/** So many days are told ahead; a phone that is not opened for longer says nothing more. */
const DAYS = 14;
/** So many duties are named. */
const NAMED = 3;

/** Writes down for the coming days what a reminder would say. */
export function foretell(
  dutiesOn: (day: PlainDay) => readonly Duty[],
  today: PlainDay,
  words: { readonly title: (count: number) => string; readonly line: (duty: Duty) => string },
): Promise<void> {
  const forecast: Record<PlainDay, HeldReminders['forecast'][PlainDay]> = {};
  for (let ahead = 0; ahead < DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    const pressing = dutiesOn(day).filter(({ isPressing }) => isPressing);
    if (pressing.length === 0) continue;
    const body = pressing.slice(0, NAMED).map(words.line).join('\n');
    forecast[day] = { title: words.title(pressing.length), body };
  }
  return keepForecast(database, forecast);
}
