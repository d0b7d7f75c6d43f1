import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type Arrangement,
  addWorkingDays,
  arrangementProblems,
  arrangementSchema,
  arrangeYear,
  isWorkingDay,
  natureOf,
  plainDay,
  seedCalendar,
  type WorkingCalendar,
  workingCalendarSchema,
} from '../../src/calendar/index.ts';

const day = plainDay;

/** An invented arrangement: the notice for 2027 is not known here. */
function anArrangement(changes: Partial<Arrangement> = {}): Arrangement {
  return {
    year: 2027,
    documents: [
      { title: '国务院办公厅关于2027年部分节假日安排的通知', issuedOn: day('2026-11-30') },
    ],
    holidays: [
      { festival: 'newYear', from: day('2027-01-01'), to: day('2027-01-03') },
      { festival: 'springFestival', from: day('2027-02-05'), to: day('2027-02-11') },
    ],
    makeUpDays: [day('2027-01-09'), day('2027-02-20')],
    ...changes,
  };
}

function arranged(arrangement: Arrangement, calendar = seedCalendar): WorkingCalendar {
  const result = arrangeYear(calendar, arrangement);
  if (!result.ok) throw new Error(result.code);
  return result.calendar;
}

describe('国务院公布了下一年的安排', () => {
  test('录入后日历到年底都有依据，版次加一', () => {
    const calendar = arranged(anArrangement());
    expect(calendar).toMatchObject({
      version: seedCalendar.version + 1,
      coveredFrom: '2020-01-01',
      coveredUntil: '2027-12-31',
    });
    expect(v.is(workingCalendarSchema, calendar)).toBe(true);
  });

  test('原来估算的截止日重新算，不再是估算', () => {
    const start = day('2026-12-15');
    expect(addWorkingDays(start, 20, seedCalendar)).toEqual({
      day: '2027-01-13',
      provisional: true,
    });
    expect(addWorkingDays(start, 20, arranged(anArrangement()))).toEqual({
      day: '2027-01-12',
      provisional: false,
    });
  });

  test('估算用的法定节日不再掺进已公布的年份', () => {
    const calendar = arranged(anArrangement());
    expect(natureOf(day('2027-06-09'), calendar)).toEqual({ kind: 'workday' });
    expect(natureOf(day('2028-01-26'), calendar)).toEqual({
      kind: 'holiday',
      festival: 'springFestival',
    });
  });

  test('录错了可以改，整年换成新的', () => {
    const corrected = arranged(anArrangement({ makeUpDays: [] }), arranged(anArrangement()));
    expect(isWorkingDay(day('2027-01-09'), corrected)).toBe(false);
    expect(corrected.arrangements.filter(({ year }) => year === 2027)).toHaveLength(1);
    expect(corrected.version).toBe(seedCalendar.version + 2);
  });

  test('不能跳过一年，要说缺哪年', () => {
    const skipping = anArrangement({ year: 2028, holidays: [], makeUpDays: [] });
    expect(arrangeYear(seedCalendar, skipping)).toEqual({
      ok: false,
      code: 'yearsMissing',
      expected: [2019, 2027],
    });
  });
});

describe('自相矛盾的安排不收，指出是哪天', () => {
  test.each<[string, Partial<Arrangement>, object]>([
    [
      '假期结束早于开始',
      { holidays: [{ festival: 'newYear', from: day('2027-01-03'), to: day('2027-01-01') }] },
      { code: 'endsBeforeItStarts', day: '2027-01-03' },
    ],
    [
      '补班日不是周末',
      { makeUpDays: [day('2027-01-08')] },
      { code: 'workedOnAWeekday', day: '2027-01-08' },
    ],
    [
      '同一天又放假又上班',
      { makeUpDays: [day('2027-01-02')] },
      { code: 'offAndWorked', day: '2027-01-02' },
    ],
    [
      '不是这一年的日子',
      { makeUpDays: [day('2026-10-10')] },
      { code: 'outsideItsYear', day: '2026-10-10' },
    ],
  ])('%s', (_title, changes, problem) => {
    const arrangement = anArrangement(changes);
    expect(arrangementProblems(arrangement)).toContainEqual(problem);
    expect(arrangeYear(seedCalendar, arrangement)).toMatchObject({ code: 'contradictsItself' });
    expect(v.is(arrangementSchema, arrangement)).toBe(false);
  });

  test('上一年十二月底的日子可以由这一年的通知定', () => {
    expect(
      arrangementProblems({
        year: 2023,
        holidays: [{ from: day('2022-12-31'), to: day('2023-01-02') }],
        makeUpDays: [],
      }),
    ).toEqual([]);
  });
});

describe('收到的日历数据先查一遍', () => {
  test('出厂的日历合格', () => {
    expect(v.is(workingCalendarSchema, structuredClone(seedCalendar))).toBe(true);
  });

  test.each<[string, object]>([
    ['说覆盖到明年，却没有明年的安排', { coveredUntil: '2027-12-31' }],
    ['中间缺一年', { arrangements: seedCalendar.arrangements.toSpliced(3, 1) }],
    ['一年也没有', { arrangements: [] }],
    ['没有版次', { version: undefined }],
  ])('%s，不收', (_title, changes) => {
    expect(v.is(workingCalendarSchema, { ...seedCalendar, ...changes })).toBe(false);
  });

  test('将来的服务器多给一项，旧手机照样能用', () => {
    expect(v.parse(workingCalendarSchema, { ...seedCalendar, later: true })).toEqual(seedCalendar);
  });
});
