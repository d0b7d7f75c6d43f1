import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  plainDay,
  seedCalendar,
  workingDaysBetween,
} from '../../src/calendar/index.ts';
import { daysOf, isWeekend, notices, wereOfficesOpen } from './official-notices.ts';

const firstDay = plainDay('2020-01-01');
const coveredDay = fc.integer({ min: 0, max: 2556 }).map((offset) => addDays(firstDay, offset));

describe('录入的通知自身说得通', () => {
  test('每个假期的起止日期与“共几天”相符', () => {
    for (const { off, changedBy } of notices) {
      for (const { from, to, days } of [...off, ...(changedBy?.off ?? [])]) {
        expect(daysOf(from, to), from).toHaveLength(days);
      }
    }
  });

  test('调休上班的都是星期六、星期日', () => {
    for (const day of notices.flatMap(({ worked }) => worked))
      expect(isWeekend(day), day).toBe(true);
  });

  test('2025、2026 年各有 248 个工作日', () => {
    for (const year of [2025, 2026]) {
      const open = daysOf(`${year}-01-01`, `${year}-12-31`).filter(wereOfficesOpen);
      expect(open, String(year)).toHaveLength(248);
    }
  });
});

test('2020 年到 2026 年的每一天，上不上班都与国务院通知一致', () => {
  const different = daysOf('2020-01-01', '2026-12-31').filter(
    (day) => isWorkingDay(plainDay(day), seedCalendar) !== wereOfficesOpen(day),
  );
  expect(different).toEqual([]);
});

test('每年的安排都写明出自哪份通知', () => {
  expect(seedCalendar.arrangements.map(({ documents }) => documents[0]?.number)).toEqual(
    notices.map(({ document }) => document),
  );
  expect(seedCalendar.arrangements.map(({ documents }) => documents[0]?.issuedOn)).toEqual(
    notices.map(({ issuedOn }) => issuedOn),
  );
});

describe('几处来源说法不一的日子，以通知为准', () => {
  test('2020 年春节延长到 2 月 2 日：1 月 31 日不上班，2 月 1 日不再补班', () => {
    expect(isWorkingDay(plainDay('2020-01-31'), seedCalendar)).toBe(false);
    expect(isWorkingDay(plainDay('2020-02-01'), seedCalendar)).toBe(false);
    expect(isWorkingDay(plainDay('2020-02-03'), seedCalendar)).toBe(true);
  });

  test('2023 年元旦放到 1 月 2 日，1 月 3 日照常上班', () => {
    expect(isWorkingDay(plainDay('2023-01-02'), seedCalendar)).toBe(false);
    expect(isWorkingDay(plainDay('2023-01-03'), seedCalendar)).toBe(true);
  });

  test('2024 年除夕只是鼓励休息，仍算工作日', () => {
    expect(isWorkingDay(plainDay('2024-02-09'), seedCalendar)).toBe(true);
  });
});

test('按通知一天一天数，数到的截止日与程序算的一样', () => {
  fc.assert(
    fc.property(coveredDay, fc.integer({ min: 1, max: 60 }), (start, n) => {
      const { day, provisional } = addWorkingDays(start, n, seedCalendar);
      fc.pre(!provisional);
      const counted = daysOf(addDays(start, 1), day).filter(wereOfficesOpen);
      expect(counted).toHaveLength(n);
      expect(counted.at(-1)).toBe(day);
    }),
  );
});

test('任何两天之间的工作日数，与按通知数出来的一样', () => {
  fc.assert(
    fc.property(coveredDay, coveredDay, (a, b) => {
      const counted = workingDaysBetween(a, b, seedCalendar);
      const expected = a < b ? daysOf(addDays(a, 1), b).filter(wereOfficesOpen).length : 0;
      expect(counted).toEqual({ workingDays: expected, provisional: false });
    }),
    { numRuns: 50 },
  );
});
