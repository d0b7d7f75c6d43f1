/*
 * Writes holidays.json, the calendar that ships, from the package chinese-days:
 *
 *     node src/calendar/make-holidays.ts
 *
 * Run by hand when the package has a new year; then add that year's notice below. The package takes
 * a year it does not have for one without holidays and says nothing (2027 in its version 1.5.7), so
 * the years come from the list here and a year that is on one side only stops the script.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import * as v from 'valibot';
import { addDays, type PlainDay, partsOf, plainDay } from './plain-day.ts';
import {
  type Arrangement,
  type Festival,
  type Holiday,
  type HolidayDocument,
  type WorkingCalendar,
  workingCalendarSchema,
} from './working-calendar.ts';

const target = new URL('./holidays.json', import.meta.url);

/** What the package says of a day: names in English and Chinese, and how many days the festival has. */
const packageSchema = v.object({
  holidays: v.record(v.string(), v.string()),
  workdays: v.record(v.string(), v.string()),
});

const festivals: Record<string, Festival> = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'qingming',
  劳动节: 'labourDay',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆节: 'nationalDay',
};

/** The State Council's yearly notices (国务院办公厅关于某年部分节假日安排的通知): number, date, address. */
const notices: Record<number, [number: string, issuedOn: string, path: string]> = {
  2020: ['国办发明电〔2019〕16号', '2019-11-21', '2019-11/21/content_5454164.htm'],
  2021: ['国办发明电〔2020〕27号', '2020-11-25', '2020-11/25/content_5564127.htm'],
  2022: ['国办发明电〔2021〕11号', '2021-10-25', '2021-10/25/content_5644835.htm'],
  2023: ['国办发明电〔2022〕16号', '2022-12-08', '2022-12/08/content_5730844.htm'],
  2024: ['国办发明电〔2023〕7号', '2023-10-25', '202310/content_6911528.htm'],
  2025: ['国办发明电〔2024〕12号', '2024-11-12', '202411/content_6986383.htm'],
  2026: ['国办发明电〔2025〕7号', '2025-11-04', '202511/content_7047091.htm'],
};

/** Changes after the fact. Its number is left out: two sources give the same one to different papers. */
const changes: Record<number, HolidayDocument> = {
  2020: { title: '国务院办公厅关于延长2020年春节假期的通知', issuedOn: plainDay('2020-01-26') },
};

/**
 * Years beyond the notices for which moon and sun are computed. The package's tables were compared
 * with an independent ephemeris (tyme4ts 1.5.2) for 2020 to 2040 and agree. `Intl` is no source: it
 * has the Spring Festival of 2027 on 7 February, though the new moon falls on the 6th at 23:56.
 */
const expectedYears = [2027, 2028, 2029, 2030];

function documentsOf(year: number): HolidayDocument[] {
  const notice = notices[year];
  if (!notice) throw new Error(`the notice for ${year} is missing in make-holidays.ts`);
  const [number, issuedOn, path] = notice;
  const change = changes[year];
  return [
    {
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      number,
      issuedOn: plainDay(issuedOn),
      url: `https://www.gov.cn/zhengce/zhengceku/${path}`,
    },
    ...(change ? [change] : []),
  ];
}

function festivalOf(words: string): Festival {
  const festival = festivals[words.split(',')[1] ?? ''];
  if (!festival) throw new Error(`the package has a festival not known here: ${words}`);
  return festival;
}

/** Days of the same festival in a row become one holiday, across the turn of a year too. */
function holidaysOf(days: Record<string, string>, first: string): Holiday[] {
  const holidays: Holiday[] = [];
  for (const [text, words] of Object.entries(days).sort()) {
    if (text < first) continue;
    const day = plainDay(text);
    const festival = festivalOf(words);
    const previous = holidays.at(-1);
    if (previous?.festival === festival && addDays(previous.to, 1) === day) previous.to = day;
    else holidays.push({ festival, from: day, to: day });
  }
  return holidays;
}

/** The statutory days of a year that stand on no fixed date: 4 + 1 + 1 + 1 (办法, art. 2). */
function expectedHolidaysOf(year: number): Holiday[] {
  const lunar = (monthAndDay: string) =>
    plainDay(chineseDays.getSolarDateFromLunar(`${year}-${monthAndDay}`).date);
  const onOneDay = (festival: Festival, day: PlainDay) => ({ festival, from: day, to: day });
  const newYear = lunar('01-01');
  return [
    { festival: 'springFestival', from: addDays(newYear, -1), to: addDays(newYear, 2) },
    onOneDay('qingming', plainDay(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'))),
    onOneDay('dragonBoat', lunar('05-05')),
    onOneDay('midAutumn', lunar('08-15')),
  ];
}

function makeCalendar(version: number): WorkingCalendar {
  const source = v.parse(
    packageSchema,
    createRequire(import.meta.url)('chinese-days/dist/chinese-days.json'),
  );
  const years = Object.keys(notices).map(Number);
  const newest = Object.keys(source.holidays).sort().at(-1)?.slice(0, 4);
  if (Number(newest) !== years.at(-1)) throw new Error(`the package ends with ${newest}`);

  // a notice may begin in the December before its year
  const holidays = holidaysOf(source.holidays, `${Number(years[0]) - 1}-12-01`);
  const makeUpDays = Object.keys(source.workdays).sort().map(plainDay);
  const arrangements: Arrangement[] = years.map((year) => ({
    year,
    documents: documentsOf(year),
    holidays: holidays.filter(({ to }) => partsOf(to).year === year),
    makeUpDays: makeUpDays.filter((day) => partsOf(day).year === year),
  }));
  return v.parse(workingCalendarSchema, {
    version,
    coveredFrom: `${years[0]}-01-01`,
    coveredUntil: `${years.at(-1)}-12-31`,
    arrangements,
    expectedHolidays: expectedYears.flatMap(expectedHolidaysOf),
  });
}

function writeNextVersion(): void {
  const before = existsSync(target)
    ? v.parse(workingCalendarSchema, JSON.parse(readFileSync(target, 'utf8')))
    : undefined;
  const unchanged =
    before && JSON.stringify(makeCalendar(before.version)) === JSON.stringify(before);
  if (unchanged) return;
  const calendar = makeCalendar((before?.version ?? 0) + 1);
  writeFileSync(target, `${JSON.stringify(calendar, null, 2)}\n`);
}

writeNextVersion();
