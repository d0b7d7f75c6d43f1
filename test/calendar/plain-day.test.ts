import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  compareDays,
  dayOfMonth,
  dayOfWeek,
  daysBetween,
  parsePlainDay,
  plainDay,
  todayIn,
} from '../../src/calendar/index.ts';

const anyDay = fc
  .date({
    min: new Date('1950-01-01'),
    max: new Date('2150-12-31'),
    noInvalidDate: true,
  })
  .map((date) => plainDay(date.toISOString().slice(0, 10)));

test('只认得“年-月-日”写法里真有的日子', () => {
  expect(parsePlainDay('2026-11-24')).toBe('2026-11-24');
  expect(parsePlainDay('2024-02-29')).toBe('2024-02-29');
  for (const text of [
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-1-4',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '2026年11月24日',
    '+02026-11-24',
    '',
  ]) {
    expect(parsePlainDay(text), text).toBeUndefined();
  }
  expect(() => plainDay('2026-02-30')).toThrow(RangeError);
});

test('四百年里哪天真有、哪天没有，与日历一天不差', () => {
  const days = new Set<string>();
  const last = Date.UTC(2200, 11, 31);
  for (let at = Date.UTC(1800, 0, 1); at <= last; at += 86_400_000) {
    days.add(new Date(at).toISOString().slice(0, 10));
  }
  const written = (number: number, length: number) => String(number).padStart(length, '0');
  const found: string[] = [];
  for (let year = 1800; year <= 2200; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (let date = 0; date <= 32; date += 1) {
        const text = `${written(year, 4)}-${written(month, 2)}-${written(date, 2)}`;
        if (parsePlainDay(text)) found.push(text);
      }
    }
  }
  expect(found).toEqual([...days]);
});

test('北京时间零点换日，与手机所在时区无关', () => {
  expect(todayIn(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
  expect(todayIn(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  expect(todayIn(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
});

test('加减天数跨月、跨年、跨闰日都对', () => {
  expect(addDays(plainDay('2026-12-31'), 1)).toBe('2027-01-01');
  expect(addDays(plainDay('2028-02-28'), 1)).toBe('2028-02-29');
  expect(addDays(plainDay('2026-03-01'), -1)).toBe('2026-02-28');
  expect(() => addDays(plainDay('9999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(plainDay('2026-11-24'), Number.NaN)).toThrow(RangeError);
});

test('往后数几天再数回来，还是同一天', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      const other = addDays(day, days);
      expect(daysBetween(day, other)).toBe(days);
      expect(addDays(other, -days)).toBe(day);
      expect(compareDays(day, other)).toBe(Math.sign(-days) + 0);
    }),
  );
});

test('星期一是 1，星期日是 7', () => {
  expect(dayOfWeek(plainDay('2026-11-23'))).toBe(1);
  expect(dayOfWeek(plainDay('2026-11-24'))).toBe(2);
  expect(dayOfWeek(plainDay('2026-11-29'))).toBe(7);
});

test('小月没有 31 日，就是月底那天', () => {
  expect(dayOfMonth(2026, 6, 31)).toBe('2026-06-30');
  expect(dayOfMonth(2027, 2, 29)).toBe('2027-02-28');
  expect(dayOfMonth(2028, 2, 29)).toBe('2028-02-29');
});
