import { expect, test } from 'vitest';
import {
  gridFromMergedRanges,
  gridFromRows,
  gridFromSpannedRows,
  gridFromText,
  gridFromTextBytes,
  importCatalogue,
  ROW_LIMIT,
} from '../../../src/catalogue/import/index.ts';
import { gridOf, htmlTable } from './table-builders.ts';

const MANY = 100_000;
const HEADER = ['序号', '公开事项', '公开依据', '公开时限', '公开主体'];
const row = (number: number) => [String(number), '低保名单', '《办法》', '及时公开', '村委会'];
const tooManyRows = { ok: false, error: { code: 'too-many-rows', limit: ROW_LIMIT } };

test('十万行的表不收，说明白：网页、工作簿、文本都一样', () => {
  const rows = Array.from({ length: MANY }, (_, index) => row(index));
  const text = [HEADER, ...rows].map((cells) => cells.join('\t')).join('\n');
  const spanned = rows.map((cells) => cells.map((cell) => ({ text: cell, rowSpan: MANY })));
  const everywhere = rows.map((_, index) => ({
    firstRow: index,
    lastRow: MANY,
    firstColumn: 0,
    lastColumn: MANY,
  }));
  for (const refusal of [
    gridFromText(text),
    gridFromText(text.replaceAll('\t', ',')),
    gridFromText(text.replaceAll('\t', '\n\t').replaceAll(/\n(?=\d)/gu, '\n\n\t')),
    gridFromTextBytes(new TextEncoder().encode(text)),
    gridFromRows(rows),
    gridFromMergedRanges(rows, everywhere),
    gridFromSpannedRows(spanned),
  ]) {
    expect(refusal).toEqual(tooManyRows);
  }
});

test('最大的表和处处合并的表，都有结果', () => {
  const rows = [HEADER, ...Array.from({ length: ROW_LIMIT - 1 }, (_, index) => row(index))];
  expect(importCatalogue(gridOf(gridFromRows(rows)))).toMatchObject({ ok: true });

  const everywhere = rows.map((_, index) => ({
    firstRow: index,
    lastRow: index + (index % 2),
    firstColumn: index % 2 === 0 ? 0 : 30,
    lastColumn: index % 2 === 0 ? 29 : 59,
  }));
  const apart = everywhere.filter((_, index) => index % 3 !== 2);
  const merged = gridFromMergedRanges(rows, apart);
  expect(merged.ok && importCatalogue(merged.grid).ok).toBe(false);
});

test('合并的格互相压着的工作簿是坏的，不收', () => {
  const range = { firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 1 };
  const over = { ...range, firstColumn: 1, lastColumn: 2 };
  expect(gridFromMergedRanges([HEADER, row(1)], [range, over])).toEqual({
    ok: false,
    error: { code: 'overlapping-merges' },
  });
});

test('六十列以上的表不收', () => {
  const wide = Array.from({ length: 70 }, (_, column) => `第${column}列`);
  expect(gridFromRows([wide])).toMatchObject({ ok: false, error: { code: 'too-many-columns' } });
  expect(gridFromSpannedRows([[{ text: '序号', columnSpan: 1000 }]])).toMatchObject({
    ok: false,
    error: { code: 'too-many-columns' },
  });
});

test('没有字的表、没有结尾的引号、不是文本的文件，各有各的说法', () => {
  expect(gridFromText(' \n\t\n')).toEqual({ ok: false, error: { code: 'empty' } });
  expect(gridFromText('序号,公开事项\n1,"低保名单\n2,救灾')).toEqual({
    ok: false,
    error: { code: 'open-quote', row: 1 },
  });
  const workbook = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x80, 0]);
  expect(gridFromTextBytes(workbook)).toEqual({ ok: false, error: { code: 'not-text' } });
});

test('不是目录的表，说明没有目录的表头', () => {
  const accounts = htmlTable([
    ['日期', '摘要', '收入', '支出'],
    ['1月5日', '卖树款', '3000', ''],
  ]);
  expect(importCatalogue(accounts)).toEqual({ ok: false, error: { code: 'no-header' } });
});

test('只有表头没有事项，说明没有事项', () => {
  const empty = htmlTable([HEADER, ['', '', '', '', '']]);
  expect(importCatalogue(empty)).toEqual({ ok: false, error: { code: 'no-items' } });
});

test('表头与各行的列数对不上，说明各有几列，不猜', () => {
  const text = [
    '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开对象',
    '全社会\t特定群众',
    '1\t政策\t法规\t文件\t《条例》\t及时公开\t√\t\t√\t',
    '2\t政策\t规章\t文件\t《条例》\t及时公开\t√\t\t√\t',
  ].join('\n');
  expect(importCatalogue(gridOf(gridFromText(text)))).toEqual({
    ok: false,
    error: { code: 'columns-do-not-fit', headings: 7, cells: 10 },
  });
});

test('整张表合并成一格，也只是没有表头', () => {
  const rows = [HEADER, row(1), row(2)];
  const merged = [{ firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 4 }];
  expect(importCatalogue(gridOf(gridFromMergedRanges(rows, merged)))).toMatchObject({ ok: false });
});

test('每一项都写着自己的渠道，是把别的列当成了渠道：说明白', () => {
  const rows = Array.from({ length: ROW_LIMIT - 1 }, (_, index) => [
    String(index + 1),
    `事项${index}`,
    '及时公开',
    `各写各的${index}`,
  ]);
  const grid = gridOf(gridFromRows([['序号', '公开事项', '公开时限', '公开渠道'], ...rows]));
  expect(importCatalogue(grid)).toEqual({
    ok: false,
    error: { code: 'too-many-channels', limit: 100 },
  });
});
