import { dayOfWeek, type PlainDay, partsOf } from './plain-day.ts';

const chineseWeekdays = '一二三四五六日';

// a plain day stands at midnight UTC, so it must be read there too
const englishDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const englishWeekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** 2026年11月4日: Arabic numerals, full year, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function formatChinese(day: PlainDay): string {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** 星期二 */
export function weekdayChinese(day: PlainDay): string {
  return `星期${chineseWeekdays.charAt(dayOfWeek(day) - 1)}`;
}

/** 4 November 2026 */
export function formatEnglish(day: PlainDay): string {
  return englishDate.format(new Date(`${day}T00:00:00Z`));
}

/** Wednesday */
export function weekdayEnglish(day: PlainDay): string {
  return englishWeekday.format(new Date(`${day}T00:00:00Z`));
}
