import { expect, test } from 'vitest';
import { parseDelimited } from '../../../src/catalogue/import/delimited-text.ts';
import { gridFromText, gridFromTextBytes } from '../../../src/catalogue/import/index.ts';
import { gridOf } from './table-builders.ts';

const rowsOf = (text: string) => {
  const parsed = parseDelimited(text, ',', 100);
  return parsed.ok ? parsed.rows : parsed;
};
const texts = (result: Parameters<typeof gridOf>[0]) =>
  gridOf(result).rows.map((row) => row.map((cell) => cell.text));

test('引号里的逗号、换行和双引号都是字', () => {
  expect(rowsOf('1,"甲,乙","上\n下","他说""好"""\r\n2,,丙,')).toEqual([
    ['1', '甲,乙', '上\n下', '他说"好"'],
    ['2', '', '丙', ''],
  ]);
});

test('字中间的引号就是引号，最后没有换行也是一行', () => {
  expect(rowsOf('甲"乙",丙\n丁')).toEqual([['甲"乙"', '丙'], ['丁']]);
  expect(rowsOf('')).toEqual([]);
});

test('Windows存的GBK和带标记的UTF-8、UTF-16，都读得出', () => {
  const gbk = new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31]);
  const utf8 = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('序号,1')]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x8f, 0x5e, 0xf7, 0x53, 0x2c, 0, 0x31, 0]);
  for (const bytes of [gbk, utf8, utf16]) {
    expect(texts(gridFromTextBytes(bytes))).toEqual([['序号', '1']]);
  }
});

test('从表格软件复制的文本，格里的换行不分行', () => {
  expect(texts(gridFromText('序号\t渠道\n1\t"■网站\n□公报"'))).toEqual([
    ['序号', '渠道'],
    ['1', '■网站\n□公报'],
  ]);
});
