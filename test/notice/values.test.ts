import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ValueType } from '../../src/catalogue/templates/index.ts';
import {
  isReadable,
  printed,
  readCount,
  readDay,
  readDecimal,
  sumDecimals,
  writeDay,
} from '../../src/notice/index.ts';

describe('人数、户数', () => {
  test.each([
    ['12', 12],
    [' １２ ', 12],
    ['0', 0],
    ['007', 7],
  ])('“%s”是 %i', (text, count) => {
    expect(readCount(text)).toBe(count);
  });

  test.each(['', '-1', '1.5', '一', '12人', '1234567890'])('“%s”不是整数', (text) => {
    expect(readCount(text)).toBeUndefined();
  });
});

describe('金额', () => {
  test.each([
    ['3.5', 35n, 1],
    ['１，２３４．５０', 123450n, 2],
    ['1,234,567', 1234567n, 0],
    ['-0.05', -5n, 2],
    ['0', 0n, 0],
  ])('“%s”分毫不差地读出来', (text, units, decimals) => {
    expect(readDecimal(text)).toEqual({ units, decimals });
  });

  test.each(['', '1,23', '5万', '1.', '.5', '1e3', '0x10', '1.2.3', '１２元'])(
    '“%s”不是金额',
    (text) => {
      expect(readDecimal(text)).toBeUndefined();
    },
  );

  test('合计分毫不差，没有小数的误差，末尾的零不写', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumDecimals(['5', '3.50', '4.25'])).toBe('12.75');
    expect(sumDecimals(['1.50', '1.50'])).toBe('3');
    expect(sumDecimals(['-1', '0.25'])).toBe('-0.75');
    expect(sumDecimals([])).toBe('0');
    expect(sumDecimals(['没填', '2'])).toBe('2');
  });

  test('多少个数、多大的数相加，都和按厘算的整数一样', () => {
    const milli = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(fc.array(milli, { maxLength: 30 }), (amounts) => {
        const sum = sumDecimals(amounts.map(writtenInThousandths));
        const total = amounts.reduce((all, one) => all + one, 0n);
        expect(sum).toBe(withoutTrailingZeros(writtenInThousandths(total)));
      }),
      { numRuns: 200 },
    );
  });
});

/** 12345 thousandths as 12.345. */
function writtenInThousandths(thousandths: bigint): string {
  const digits = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0');
  return `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

function withoutTrailingZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}

describe('日期', () => {
  test.each([
    ['2026-11-04', '2026-11-04'],
    ['2026-1-4', '2026-01-04'],
    ['2026.11.4', '2026-11-04'],
    ['2026/11/04', '2026-11-04'],
    ['2026年11月4日', '2026-11-04'],
    ['２０２６年１１月４日', '2026-11-04'],
    ['2028-02-29', '2028-02-29'],
  ])('“%s”是 %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0050-01-01',
    '26-11-4',
    '11月4日',
    '2026-11-04T00:00',
    '明天',
  ])('“%s”不是一天', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  test('印出来按公文写法：年份写全，月日前不加零', () => {
    expect(writeDay('2026-03-05')).toBe('2026年3月5日');
    expect(printed('date', '2026.3.5')).toBe('2026年3月5日');
  });

  test('看不懂的日期照人写的印', () => {
    expect(printed('date', ' 三月初五 ')).toBe('三月初五');
    expect(writeDay('')).toBe('');
  });
});

test.each<[ValueType, string, string]>([
  ['count', ' １２ ', '12'],
  ['amount', '１，２３４．５', '1,234.5'],
  ['rate', '４．３５', '4.35'],
  ['year', '２０２６', '2026'],
  ['phone', '０４５８－１２３４５６７', '0458-1234567'],
  ['yesNo', 'yes', '是'],
  ['yesNo', 'no', '否'],
  ['name', ' 赵某一 ', '赵某一'],
  ['text', '１号楼', '１号楼'],
])('%s 填“%s”，印成“%s”', (type, text, expected) => {
  expect(printed(type, text)).toBe(expected);
});

describe('填得对不对', () => {
  test.each<[ValueType, string]>([
    ['count', '12'],
    ['year', '2026'],
    ['amount', '1,234.5'],
    ['rate', '4.35'],
    ['date', '2026年3月5日'],
    ['phone', '0458-1234567'],
    ['phone', '（0458）1234567转12'],
    ['phone', '12317'],
    ['yesNo', 'no'],
    ['text', '什么都行'],
    ['date', ''],
  ])('%s 可以填“%s”', (type, text) => {
    expect(isReadable(type, text)).toBe(true);
  });

  test.each<[ValueType, string]>([
    ['count', '十二'],
    ['year', '26'],
    ['year', '1826'],
    ['amount', '五万'],
    ['rate', '4.35%'],
    ['date', '三月五日'],
    ['phone', '村里问'],
    ['phone', '---'],
    ['yesNo', '是'],
  ])('%s 不能填“%s”', (type, text) => {
    expect(isReadable(type, text)).toBe(false);
  });
});
