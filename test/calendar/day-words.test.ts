import { expect, test } from 'vitest';
import {
  formatChinese,
  formatEnglish,
  plainDay,
  weekdayChinese,
  weekdayEnglish,
} from '../../src/calendar/index.ts';

test('落款日期用阿拉伯数字，年份写全，月日不加零', () => {
  expect(formatChinese(plainDay('2026-11-24'))).toBe('2026年11月24日');
  expect(formatChinese(plainDay('2026-01-05'))).toBe('2026年1月5日');
});

test('星期几写成汉字', () => {
  expect(weekdayChinese(plainDay('2026-11-24'))).toBe('星期二');
  expect(weekdayChinese(plainDay('2026-11-29'))).toBe('星期日');
});

test('英文界面有英文日期', () => {
  expect(formatEnglish(plainDay('2026-01-05'))).toBe('5 January 2026');
  expect(weekdayEnglish(plainDay('2026-01-05'))).toBe('Monday');
});
