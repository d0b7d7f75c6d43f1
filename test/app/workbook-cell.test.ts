import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { workbookCell } from '../../src/app/workbook-cell.ts';
import { readTableFile } from '../../src/spreadsheet/index.ts';

describe('导出的 Excel 格子', () => {
  test('金额能加总，写了几位小数就看到几位', () => {
    expect(workbookCell('12.50')).toEqual({ value: 12.5, type: Number, format: '0.00' });
    expect(workbookCell('-3.0')).toEqual({ value: -3, type: Number, format: '0.0' });
    expect(workbookCell('1200')).toEqual({ value: 1200, type: Number });
  });

  test('编号、日期、公式样的话还是文字', () => {
    for (const text of ['007', '2026-03-05', '1,200', '1234567890123', '1组', '']) {
      expect(workbookCell(text)).toEqual({ value: text, type: String });
    }
    expect(workbookCell('=1+1')).toEqual({ value: "'=1+1", type: String });
  });

  test('带小数格式的数，再导入还是那个数', async () => {
    const blob = await writeWorkbook([
      { sheet: '名单', data: [[workbookCell('金额')], [workbookCell('12.50')]] },
    ]).toBlob();
    const file = readTableFile(new Uint8Array(await blob.arrayBuffer()));
    expect(file.ok && file.sheets[0]?.rows).toEqual([['金额'], ['12.5']]);
  });
});
