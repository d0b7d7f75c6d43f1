import { describe, expect, test } from 'vitest';
import {
  answerSheet,
  csvOf,
  exportSheets,
  neutralised,
  readTableFile,
} from '../../src/spreadsheet/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';
import { planOf, theTable } from './builders.ts';

describe('导出', () => {
  test('导出的表再导入，一户不少，一字不差', () => {
    const content = aContent().withHouseholds(30).build();
    const csv = csvOf(exportSheets(aTemplate(), content, '序号'));
    const file = readTableFile(new TextEncoder().encode(csv));
    const rows = file.ok ? (file.sheets[0]?.rows ?? []) : [];
    const table = theTable();
    expect(planOf(rows, table).rows.map(({ cells }) => cells)).toEqual(
      content.tables[table.id]?.map(({ cells }) => cells),
    );
  });

  test.each(['=1+1', '+1234 5678', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1'])(
    '不让表格软件当公式：%j',
    (text) => {
      expect(neutralised(text)).toBe(`'${text}`);
    },
  );

  test('数字和平常的话原样', () => {
    for (const text of ['-5', '12.50', '赵某一', '2026年3月5日', '']) {
      expect(neutralised(text)).toBe(text);
    }
  });

  test('没有名单的公示，导出填了的问题和答案', () => {
    const template = aTemplate('funds.sectoral');
    const words = { name: '内容', question: '项目', answer: '填写' };
    const sheet = answerSheet(template, aContent(template).build(), words);
    const csv = csvOf([sheet]);
    expect(csv).toContain('项目,填写');
    expect(sheet.rows.length).toBeGreaterThan(3);
    expect(sheet.rows.every(([, answer]) => answer !== '')).toBe(true);
  });

  test('不打印的栏不导出', () => {
    const template = aTemplate('exit.proposed-publicity');
    const sheets = exportSheets(template, aContent(template).withHouseholds(1).build(), '序号');
    const internal = template.tables.flatMap(({ columns }) =>
      columns.filter((one) => one.internal),
    );
    expect(internal.length).toBeGreaterThan(0);
    for (const { label } of internal) expect(sheets[0]?.headings).not.toContain(label);
  });
});
