import { describe, expect, test } from 'vitest';
import {
  headingKey,
  matchHeader,
  planImport,
  readPastedCells,
  withColumnTarget,
} from '../../src/spreadsheet/index.ts';
import { firstSheet, fixture, planOf, theTable } from './builders.ts';

/** The same line without what no test here speaks of. */
const cellsOf = (plan: ReturnType<typeof planOf>) => plan.rows.map(({ cells }) => cells);

describe('村里自己的表', () => {
  test('标题合并、小组竖着合并、有空行和合计的表，读成一户一户', () => {
    const { rows } = firstSheet(fixture('village-list.xlsx'));
    const plan = planOf(rows);
    expect(plan.rows).toHaveLength(12);
    expect(cellsOf(plan).slice(0, 6)).toEqual([
      { group: '1组', householder: '赵某一', size: '1' },
      { group: '1组', householder: '钱某二', size: '2' },
      { group: '1组', householder: '孙某', size: '3' },
      { group: '1组', householder: '李某四', size: '4' },
      { group: '2组', householder: '周某五', size: '3' },
      { group: '2组', householder: '阿依古丽·某某', size: '1' },
    ]);
  });

  test('每一行要么收下，要么说明为什么没收，一行不丢', () => {
    const { rows } = firstSheet(fixture('village-list.xlsx'));
    const plan = planOf(rows);
    const withText = rows.flatMap((row, index) => (row.some(Boolean) ? [index + 1] : []));
    const told = [...plan.rows, ...plan.leftOut].map(({ rowNumber }) => rowNumber);
    expect(told.toSorted((a, b) => a - b)).toEqual(withText);
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual([
      'above',
      'above',
      'header',
      'total',
      'nothing',
    ]);
  });

  test('读不懂的数照原样留着，说出是哪一栏', () => {
    const plan = planOf(firstSheet(fixture('village-list.xlsx')).rows);
    const doubtful = plan.rows.filter(({ doubts }) => doubts.length > 0);
    expect(doubtful).toEqual([
      {
        rowNumber: 11,
        cells: { group: '2组', householder: '王某八', size: '不详' },
        doubts: [{ column: 'size', reason: 'unreadable' }],
      },
    ]);
  });

  test('身份证号那一栏默认不要，而且全号哪里都看不到', () => {
    const { rows } = firstSheet(fixture('village-list.xlsx'));
    const match = matchHeader(rows, theTable());
    expect(match.columns[3]).toMatchObject({ target: null, concern: { code: 'idNumber' } });
    const forced = planImport(rows, withColumnTarget(match, 3, 'householder'), theTable());
    expect(JSON.stringify(forced)).not.toMatch(/\d{15}/);
    expect(forced.rows[0]?.cells['householder']).toMatch(/^230717\*{12}$/);
    expect(forced.rows[0]?.doubts).toContainEqual({ column: 'householder', reason: 'masked' });
  });

  test('表头写“元”，公示用“万元”，换算一分不差；百分数去掉百分号', () => {
    const plan = planOf(firstSheet(fixture('loans.xlsx')).rows, theTable('microloans.annual'));
    expect(plan.rows.map(({ cells }) => cells['amount'])).toEqual([
      '5',
      '3',
      '1.23455',
      '2',
      '1',
      '0.5',
    ]);
    expect(plan.rows[0]?.cells['rate']).toBe('4.35');
  });

  test('GB18030 的 CSV', () => {
    const plan = planOf(firstSheet(fixture('list-gb18030.csv')).rows);
    expect(plan.rows).toHaveLength(12);
    expect(plan.rows[11]?.cells).toEqual({ group: '3组', householder: '卫某二', size: '2' });
  });

  test('从 WPS 或网页上复制的格子', () => {
    const html =
      '<html><body><!--StartFragment--><table><tr><td colspan=3>名单</td></tr><tr><td>小组</td><td>姓名</td><td>人口</td></tr>' +
      '<tr><td rowspan="2">１</td><td>赵　某一</td><td>３</td></tr><tr><td>钱&#26576;二</td><td>2口</td></tr></table></body></html>';
    const pasted = readPastedCells({ html, text: '' });
    expect(pasted.ok && cellsOf(planOf(pasted.sheets[0]?.rows ?? []))).toEqual([
      { group: '1组', householder: '赵某一', size: '3' },
      { group: '1组', householder: '钱某二', size: '2' },
    ]);
    const plain = readPastedCells({ html: '', text: '1组\t赵某一\t3\n2组\t钱某二\t4\n' });
    expect(plain.ok && plain.sheets[0]?.rows).toEqual([
      ['1组', '赵某一', '3'],
      ['2组', '钱某二', '4'],
    ]);
  });

  test('分页打印的表，页页有表头，也只当表头', () => {
    const header = ['小组', '户主', '人口'];
    const plan = planOf([header, ['1组', '赵某一', '3'], header, ['1组', '钱某二', '2']]);
    expect(plan.rows).toHaveLength(2);
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['header', 'header']);
  });

  test('人改过的对应关系记住，下次照办', () => {
    const table = theTable();
    const rows = [
      ['片区', '户主', '几口人'],
      ['1组', '赵某一', '3'],
    ];
    expect(matchHeader(rows, table).columns.map(({ target }) => target)).toEqual([
      null,
      'householder',
      null,
    ]);
    const remembered = {
      [headingKey(table, '片区')]: 'group',
      [headingKey(table, '几口人')]: 'size',
    };
    expect(matchHeader(rows, table, remembered).columns.map(({ target }) => target)).toEqual([
      'group',
      'householder',
      'size',
    ]);
  });
});
