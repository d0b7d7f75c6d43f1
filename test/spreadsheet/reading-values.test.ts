import { describe, expect, test } from 'vitest';
import type { ValueType } from '../../src/catalogue/templates/index.ts';
import { isTotalRow, readTyped, readValue } from '../../src/spreadsheet/index.ts';

const CASES: readonly (readonly [ValueType, string, string, boolean])[] = [
  ['count', '３', '3', true],
  ['count', '3人', '3', true],
  ['count', '3.0', '3', true],
  ['count', '三', '三', false],
  ['amount', '１２，５00.50', '12500.50', true],
  ['amount', '约5万', '约5万', false],
  ['date', '2026.3.5', '2026-03-05', true],
  ['date', '2026年3月5日', '2026-03-05', true],
  ['date', '20260305', '2026-03-05', true],
  ['date', '46086', '2026-03-05', true],
  ['date', '2026/3/5 0:00:00', '2026-03-05', true],
  ['date', '2026.2.30', '2026.2.30', false],
  ['yesNo', '√', 'yes', true],
  ['yesNo', '不同意', 'no', true],
  ['group', '2', '2组', true],
  ['group', '第二村民小组', '第二村民小组', true],
  ['name', '赵  某', '赵某', true],
  ['name', '买买提•某某', '买买提·某某', true],
  ['name', '𬱖某', '𬱖某', true],
];

describe('一格一格地读', () => {
  test.each(CASES)('%s：%s → %s', (type, raw, value, isReadable) => {
    expect(readValue({ type }, raw)).toEqual({ value, isReadable });
  });
});

test.each([
  ['count', '人', '36人', '36'],
  ['count', '人', '4口', '4'],
  ['count', '人', '4口人', '4'],
  ['count', '人', '3户', '3户'],
  ['year', '年', '2026年', '2026'],
  ['amount', '万元', '5万', '5'],
  ['amount', '万元', '50000元', '50000元'],
  ['amount', '元', '1,200元', '1200'],
  ['rate', '%', '4.35％', '4.35'],
  ['amount', '元', '1,200', '1,200'],
  ['count', undefined, '三十六', '三十六'],
  ['text', '人', '36人', '36人'],
] as const)('手打的%s（%s）：%s → %s', (type, unit, typed, value) => {
  expect(readTyped(unit === undefined ? { type } : { type, unit }, typed)).toBe(value);
});

test('合计的一行认得出，姓名里有“合”字的不算', () => {
  expect(isTotalRow(['', '合 计', '12'])).toBe(true);
  expect(isTotalRow(['合某', '合计', '12'])).toBe(false);
});
