/*
 * The calendar room tells which day it is, which days offices work, by when a matter must be public
 * and how long it stays open to objections, counted as the law counts. Days are days in Shanghai and
 * never instants; holidays are data with their source, and whatever is counted beyond them says that
 * it is provisional.
 */
export * from './arrange-year.ts';
export * from './arrangement-problems.ts';
export * from './day-words.ts';
export * from './deadline.ts';
export * from './device-clock.ts';
export * from './icalendar.ts';
export * from './newer-calendar.ts';
export * from './plain-day.ts';
export * from './publicity-period.ts';
export * from './read-arrangement.ts';
export * from './seed-calendar.ts';
export * from './working-calendar.ts';
export * from './working-days.ts';
