import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  natureOf,
  plainDay,
  seedCalendar,
  standingOf,
  workingDayFrom,
  workingDaysLeft,
  workingDayUpTo,
} from '../../src/calendar/index.ts';

const day = plainDay;
const workingDaysAfter = (start: string, n: number) => addWorkingDays(day(start), n, seedCalendar);

describe('信息形成当天不算，往后数工作日', () => {
  test.each([
    ['2025-01-20', '2025-02-14', '2025-02-21'],
    ['2025-04-25', '2025-05-20', '2025-05-27'],
    ['2025-09-22', '2025-10-17', '2025-10-24'],
    ['2026-01-30', '2026-02-27', '2026-03-05'],
    ['2026-02-13', '2026-03-12', '2026-03-19'],
    ['2026-04-20', '2026-05-13', '2026-05-20'],
    ['2026-06-12', '2026-07-06', '2026-07-13'],
    ['2026-09-18', '2026-10-15', '2026-10-22'],
    ['2026-09-30', '2026-10-27', '2026-11-03'],
    ['2026-11-23', '2026-12-14', '2026-12-21'],
  ])('%s 形成：15 个工作日到 %s，20 个到 %s', (start, fifteenth, twentieth) => {
    expect(workingDaysAfter(start, 15)).toEqual({ day: fifteenth, provisional: false });
    expect(workingDaysAfter(start, 20)).toEqual({ day: twentieth, provisional: false });
  });

  test('数到 2027 年，假期安排还没公布，结果是估算', () => {
    expect(workingDaysAfter('2026-12-15', 15)).toEqual({ day: '2027-01-06', provisional: true });
    expect(workingDaysAfter('2026-12-15', 20)).toEqual({ day: '2027-01-13', provisional: true });
  });

  test('2026 年最后一个工作日还是准的', () => {
    expect(workingDaysAfter('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
  });

  test('零个工作日就是当天，负数和小数不收', () => {
    expect(workingDaysAfter('2026-10-01', 0)).toEqual({ day: '2026-10-01', provisional: false });
    expect(() => workingDaysAfter('2026-10-01', -1)).toThrow(RangeError);
    expect(() => workingDaysAfter('2026-10-01', 1.5)).toThrow(RangeError);
  });
});

describe('一天是什么日子', () => {
  test('国庆节、周末、调休上班日、平常日子分得清', () => {
    expect(natureOf(day('2026-10-05'), seedCalendar)).toEqual({
      kind: 'holiday',
      festival: 'nationalDay',
    });
    expect(natureOf(day('2026-10-10'), seedCalendar)).toEqual({ kind: 'makeUpDay' });
    expect(natureOf(day('2026-10-11'), seedCalendar)).toEqual({ kind: 'weekend' });
    expect(natureOf(day('2026-10-12'), seedCalendar)).toEqual({ kind: 'workday' });
  });

  test('2022 年 12 月 31 日的假由 2023 年的通知定', () => {
    expect(natureOf(day('2022-12-31'), seedCalendar)).toEqual({
      kind: 'holiday',
      festival: 'newYear',
    });
  });

  test('2027 年除夕是 2 月 5 日，春节是 2 月 6 日，不是 2 月 7 日', () => {
    const off = ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-08', '2027-02-09'].map(
      (each) => natureOf(day(each), seedCalendar).kind,
    );
    expect(off).toEqual(['workday', 'holiday', 'holiday', 'holiday', 'workday']);
  });

  test('2027 年法定放假的 13 天都不上班', () => {
    const statutory = [
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05'],
      ...['2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15'],
      ...['2027-10-01', '2027-10-02', '2027-10-03'],
    ];
    for (const each of statutory) {
      expect(natureOf(day(each), seedCalendar).kind, each).toBe('holiday');
    }
    const off = Array.from({ length: 365 }, (_, index) => addDays(day('2027-01-01'), index)).filter(
      (each) => natureOf(each, seedCalendar).kind === 'holiday',
    );
    expect(off).toEqual(statutory);
  });
});

describe('离截止日还有多久', () => {
  test('今天不算、截止日算，国庆假期不算', () => {
    expect(workingDaysLeft(day('2026-10-09'), day('2026-09-30'), seedCalendar).workingDays).toBe(2);
  });

  test('过了截止日剩余为零，不会是负数', () => {
    expect(workingDaysLeft(day('2026-11-20'), day('2026-11-24'), seedCalendar).workingDays).toBe(0);
  });

  test('没到期、当天到期、已逾期说得清', () => {
    const last = day('2026-11-27');
    expect(standingOf(last, day('2026-11-24'), seedCalendar)).toEqual({
      kind: 'ahead',
      days: 3,
      workingDays: 3,
      provisional: false,
    });
    expect(standingOf(last, last, seedCalendar)).toEqual({ kind: 'lastDay' });
    expect(standingOf(last, day('2026-11-28'), seedCalendar)).toEqual({
      kind: 'overdue',
      days: 1,
      workingDays: 0,
      provisional: false,
    });
  });
});

test('遇假日往后找上班的日子，也能往前找', () => {
  expect(workingDayFrom(day('2026-10-03'), seedCalendar).day).toBe('2026-10-08');
  expect(workingDayFrom(day('2026-10-08'), seedCalendar).day).toBe('2026-10-08');
  expect(workingDayUpTo(day('2026-10-03'), seedCalendar).day).toBe('2026-09-30');
  expect(workingDayUpTo(day('2028-12-31'), seedCalendar)).toEqual({
    day: '2028-12-29',
    provisional: true,
  });
});

test('多数一个工作日，截止日一定更晚，而且总落在上班的日子', () => {
  const anyStart = fc
    .integer({ min: 0, max: 6000 })
    .map((offset) => addDays(day('2018-01-01'), offset));
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 1, max: 40 }), (start, n) => {
      const reached = addWorkingDays(start, n, seedCalendar);
      expect(isWorkingDay(reached.day, seedCalendar)).toBe(true);
      expect(addWorkingDays(start, n + 1, seedCalendar).day > reached.day).toBe(true);
      expect(reached.provisional).toBe(
        addDays(start, 1) < seedCalendar.coveredFrom || reached.day > seedCalendar.coveredUntil,
      );
    }),
  );
});
