import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The one to count with: the calendar that is arranged further ahead, of two that reach equally far
 * the one with the higher version, else the first. A program that ships a new year is newer in this
 * than what an administrator typed before that year was known.
 */
export function newerCalendar(known: WorkingCalendar, other: WorkingCalendar): WorkingCalendar {
  if (known.coveredUntil !== other.coveredUntil) {
    return known.coveredUntil > other.coveredUntil ? known : other;
  }
  return other.version > known.version ? other : known;
}
