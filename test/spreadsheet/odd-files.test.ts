import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  csvOf,
  exportSheets,
  readPastedCells,
  readTableFile,
} from '../../src/spreadsheet/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';
import { aWorkbook, firstSheet, planOf, sheetXml, textCell, theTable } from './builders.ts';

/** The archive with all sizes in the extra fields, as programs write it that stream their workbooks. */
function withLargeSizes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true);
  const parts: Uint8Array[] = [bytes.slice(0, directory)];
  let at = directory;
  while (at < end) {
    const length = 46 + view.getUint16(at + 28, true);
    const old = view.getUint16(at + 30, true);
    const head = bytes.slice(at, at + length);
    const extra = new DataView(new ArrayBuffer(28));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 24, true);
    extra.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    extra.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    extra.setBigUint64(20, BigInt(view.getUint32(at + 42, true)), true);
    const fields = new DataView(head.buffer);
    for (const place of [20, 24, 42]) fields.setUint32(place, 0xffffffff, true);
    fields.setUint16(30, 28, true);
    parts.push(head, new Uint8Array(extra.buffer));
    at += length + old + view.getUint16(at + 32, true);
  }
  parts.push(bytes.slice(end));
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

describe('别的系统写的文件', () => {
  test('业务系统边写边存的工作簿（Zip64），照样能读', () => {
    const plain = aWorkbook(sheetXml(`<row r="1">${textCell('A1', '户主')}</row>`));
    expect(firstSheet(withLargeSizes(plain)).rows).toEqual([['户主']]);
  });

  test('附加字段断了一截的，说是坏文件，不乱读', () => {
    const large = withLargeSizes(aWorkbook(sheetXml('')));
    const view = new DataView(large.buffer);
    const directory = view.getUint32(large.length - 22 + 16, true);
    view.setUint16(directory + 30, 0xffff, true);
    expect(readTableFile(large)).toEqual({ ok: false, problem: 'broken' });
  });

  test('隐藏的行记得住；换行的记号不留在字里', () => {
    const cells =
      `<row r="1">${textCell('A1', '户主_x000D_')}</row>` +
      `<row r="2" hidden="1">${textCell('A2', '赵某一')}</row><row r="3">${textCell('A3', '钱某二')}</row>`;
    const sheet = firstSheet(aWorkbook(sheetXml(cells)));
    expect(sheet.hiddenRows).toEqual([1]);
    expect(sheet.rows[0]).toEqual(['户主 ']);
  });

  test('写成“年月”的日期只读年月；写在文字栏里的日子，照文书的写法', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const book = aWorkbook(
      sheetXml('<row r="1"><c r="A1" s="1"><v>46086</v></c><c r="B1" s="2"><v>46086</v></c></row>'),
      { 'xl/styles.xml': strToU8(styles) },
    );
    expect(firstSheet(book).rows).toEqual([['2026年3月', '2026-03-05']]);
    const plan = planOf(
      [
        ['借款人', '贷款期限'],
        ['赵某一', '2026-03-05'],
      ],
      theTable('microloans.annual'),
    );
    expect(plan.rows[0]?.cells['term']).toBe('2026年3月5日');
  });

  test('Excel 2003 的 XML 表格', () => {
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      '<Worksheet ss:Name="名单"><Table ss:ExpandedColumnCount="3"><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">东升村名单</Data></Cell></Row>' +
      '<Row ss:Index="3"><Cell><Data ss:Type="String">小组</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">户主</Data></Cell></Row>' +
      '<Row><Cell ss:MergeDown="1"><Data ss:Type="String">1组</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2026-03-05T00:00:00.000</Data></Cell></Row>' +
      '<Row><Cell ss:Index="3"><Data ss:Type="String">钱某二</Data></Cell></Row></Table></Worksheet></Workbook>';
    const file = readTableFile(strToU8(xml));
    expect(file).toMatchObject({
      ok: true,
      sheets: [
        {
          name: '名单',
          rows: [
            ['东升村名单', '', ''],
            [],
            ['小组', '', '户主'],
            ['1组', '', '2026-03-05'],
            ['1组', '', '钱某二'],
          ],
        },
      ],
    });
  });

  test('Excel 复制的格子，合并的格数不带引号', () => {
    const html =
      '<table><tr><td>组</td><td>户主</td></tr><tr><td rowspan=2 class=xl63>1组</td><td>赵某一</td></tr><tr><td>钱某二</td></tr></table>';
    const file = readPastedCells({ html, text: '' });
    expect(file.ok && file.sheets[0]?.rows.slice(1)).toEqual([
      ['1组', '赵某一'],
      ['1组', '钱某二'],
    ]);
  });

  test('网页里写成记号的间隔号，读成间隔号', () => {
    const html = '<table><tr><td>户主</td></tr><tr><td>阿依古丽&middot;某某</td></tr></table>';
    const file = readPastedCells({ html, text: '' });
    expect(file.ok && file.sheets[0]?.rows[1]).toEqual(['阿依古丽·某某']);
  });
});

describe('导出再导入', () => {
  test('一个 CSV 里两张名单，各归各', () => {
    const template = aTemplate('microloans.annual');
    const content = aContent(template).build();
    const [households, businesses] = template.tables;
    const full = {
      ...content,
      fields: { ...content.fields, hasLoans: 'yes', hasBusinesses: 'yes' },
      tables: {
        [households?.id ?? '']: [
          {
            id: 'a',
            position: 'a',
            cells: { group: '1组', borrower: '赵某一', purpose: '养牛', amount: '5' },
          },
        ],
        [businesses?.id ?? '']: [
          { id: 'b', position: 'a', cells: { business: '东升村合作社', amount: '20' } },
        ],
      },
    };
    const sheets = exportSheets(template, full, '序号');
    expect(sheets.length).toBe(2);
    const file = readTableFile(new TextEncoder().encode(csvOf(sheets)));
    expect(file.ok && file.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    const first = file.ok ? (file.sheets[0]?.rows ?? []) : [];
    expect(planOf(first, theTable('microloans.annual')).rows.map(({ cells }) => cells)).toEqual([
      { group: '1组', borrower: '赵某一', purpose: '养牛', amount: '5' },
    ]);
  });

  test('防公式的撇号不留在名字里', () => {
    const plan = planOf([
      ['户主', '人口'],
      ["'=赵某一", '3'],
    ]);
    expect(plan.rows[0]?.cells['householder']).toBe('=赵某一');
  });
});
