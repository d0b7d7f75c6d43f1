import { expect, test } from 'vitest';
import { gridFromMergedRanges, importCatalogue } from '../../src/catalogue/import/index.ts';
import { readTableFile } from '../../src/spreadsheet/index.ts';
import { aWorkbook, sheetXml, textCell } from '../spreadsheet/builders.ts';

/** Rows of texts as a sheet, with the ranges that it merges. */
function aSheet(rows: readonly (readonly string[])[], merged: readonly string[]): string {
  const cells = rows.map((row, index) => {
    const inRow = row.map((text, column) =>
      text === '' ? '' : textCell(`${'ABCDEFG'.charAt(column)}${index + 1}`, text),
    );
    return `<row r="${index + 1}">${inRow.join('')}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return sheetXml(cells.join('')).replace(
    '</sheetData>',
    `</sheetData><mergeCells>${ranges}</mergeCells>`,
  );
}

test('表格软件里合并了单元格的目录：一项占几行，读出来还是一项', () => {
  const sheet = aSheet(
    [
      ['示例区涉农补贴领域基层政务公开标准目录'],
      ['序号', '公开事项', '公开内容', '公开时限'],
      ['1', '耕地地力保护补贴', '·补贴对象', '信息形成后20个工作日内'],
      ['', '', '·补贴标准', ''],
      ['', '', '·补贴结果', ''],
      ['2', '农机购置补贴', '·补贴名单', '及时公开'],
    ],
    ['A1:D1', 'A3:A5', 'B3:B5', 'D3:D5'],
  );
  const file = readTableFile(aWorkbook(sheet));
  const [first] = file.ok ? file.sheets : [];
  const laid = gridFromMergedRanges(first?.rows ?? [], first?.merged ?? []);
  const result = laid.ok ? importCatalogue(laid.grid) : undefined;
  expect(result).toMatchObject({
    ok: true,
    notUnderstood: [],
    draft: {
      field: '涉农补贴',
      items: [
        {
          number: '1',
          level2: '耕地地力保护补贴',
          elements: [{ text: '补贴对象' }, { text: '补贴标准' }, { text: '补贴结果' }],
        },
        { number: '2', timeLimit: { rule: { kind: 'prompt' } } },
      ],
    },
  });
});
