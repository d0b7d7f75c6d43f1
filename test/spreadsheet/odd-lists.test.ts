import { describe, expect, test } from 'vitest';
import { matchHeader, planImport, readPastedCells, unfolded } from '../../src/spreadsheet/index.ts';
import { planOf, theTable } from './builders.ts';

/** Rows as they are drawn here: a line a row, a bar between cells. */
const rowsOf = (drawn: string) =>
  drawn
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));
const cellsOf = (plan: ReturnType<typeof planOf>) => plan.rows.map(({ cells }) => cells);
const reasonsOf = (plan: ReturnType<typeof planOf>) => plan.leftOut.map(({ reason }) => reason);
const pasted = (text: string) => {
  const file = readPastedCells({ html: '', text });
  return file.ok ? planOf(file.sheets[0]?.rows ?? []) : undefined;
};

describe('村里的表什么样的都有', () => {
  test('表头分两行、没有合并信息，也读成一个表头', () => {
    const plan = planOf(
      rowsOf(`序号|村民小组|户主姓名|家庭情况|
        |||人口数|劳动力
        1|一组|赵某一|3|2`),
    );
    expect(cellsOf(plan)).toEqual([{ group: '一组', householder: '赵某一', size: '3' }]);
    expect(reasonsOf(plan)).toEqual(['header', 'header']);
  });

  test('小组写在中间单独一行的，填到下面各户', () => {
    const plan = planOf(
      rowsOf(`序号|户主姓名|人口
        第一村民小组||
        1|赵某一|3
        一组小计|1户|3
        二组（1户）||
        1|钱某二|2
        |全村合计|5`),
    );
    expect(cellsOf(plan)).toEqual([
      { householder: '赵某一', size: '3', group: '第一村民小组' },
      { householder: '钱某二', size: '2', group: '二组' },
    ]);
    expect(reasonsOf(plan)).toEqual(['header', 'group', 'total', 'group', 'total']);
  });

  test('一张表一个小组的，小组就是表的名字', () => {
    const rows = rowsOf('户主|人口\n赵某一|3');
    const table = theTable();
    const plan = planImport(rows, matchHeader(rows, table), table, { name: '三组' });
    expect(plan.rows[0]?.cells['group']).toBe('三组');
  });

  test('小组只写在第一户的，下面各户跟着；户户都写、漏了一户的，不替人猜', () => {
    const once = planOf(
      rowsOf('小组|户主|人口\n一组|赵某一|3\n|钱某二|2\n二组|孙某三|1\n|李某四|2'),
    );
    expect(cellsOf(once).map(({ group }) => group)).toEqual(['一组', '一组', '二组', '二组']);
    const each = planOf(
      rowsOf('小组|户主|人口\n一组|赵某一|3\n|钱某二|2\n一组|孙某三|1\n二组|李某四|2'),
    );
    expect(each.rows[1]?.doubts).toEqual([{ column: 'group', reason: 'required' }]);
  });

  test('左右并排两份的名单，右边的一户也不丢', () => {
    const table = theTable();
    const side = '序号|村民小组|户主姓名|家庭人口数';
    const sheet = {
      name: '',
      rows: rowsOf(`名单
        ${side}|${side}
        1|1组|赵某一|3|3|2组|孙某三|4
        2|1组|钱某二|2|4|2组|李某四|1`),
      hiddenRows: [3],
    };
    const { rows, hiddenRows } = unfolded(sheet, table);
    const plan = planImport(rows, matchHeader(rows, table), table);
    expect(cellsOf(plan).map(({ householder }) => householder)).toEqual([
      '赵某一',
      '钱某二',
      '孙某三',
      '李某四',
    ]);
    expect(hiddenRows).toEqual([3, 5]);
  });

  test('带家庭成员的表，一户只算一户', () => {
    const plan = planOf(
      rowsOf(`序号|户主|家庭成员|与户主关系|人口数
        1|赵某一|赵某一|户主|2
        1|赵某一|钱某|妻子|2
        2|孙某三|孙某三|户主|1`),
    );
    expect(cellsOf(plan).map(({ householder }) => householder)).toEqual(['赵某一', '孙某三']);
    expect(reasonsOf(plan)).toEqual(['header', 'member']);
  });

  test('没有表头的，看内容认出各栏', () => {
    const plan = planOf(rowsOf('1|1组|赵某一|3\n2|1组|钱 某|2\n3|2组|买买提.某某|4'));
    expect(cellsOf(plan)).toEqual([
      { group: '1组', householder: '赵某一', size: '3' },
      { group: '1组', householder: '钱某', size: '2' },
      { group: '2组', householder: '买买提·某某', size: '4' },
    ]);
  });

  test('文件里隐藏的行先不要，说出来，可以要回来', () => {
    const rows = rowsOf('户主|人口\n赵某一|3\n钱某二|2');
    const table = theTable();
    const plan = planImport(rows, matchHeader(rows, table), table, { hiddenRows: [2] });
    expect(plan.rows).toHaveLength(1);
    expect(plan.leftOut[1]).toMatchObject({
      reason: 'hidden',
      asRow: { cells: { householder: '钱某二' } },
    });
  });

  test('姓名里的生僻字存丢了，请人补上；看不见的记号不留在姓名里', () => {
    const plan = planOf([['户主'], ['王?某'], ['\u202a赵\u200b某一\u202c']]);
    expect(plan.rows[0]?.doubts).toEqual([{ column: 'householder', reason: 'unreadable' }]);
    expect(plan.rows[1]).toMatchObject({ cells: { householder: '赵某一' }, doubts: [] });
  });

  test('太长的一格只留前面的，说出来', () => {
    const plan = planOf([
      ['户主', '人口'],
      ['赵'.repeat(2_000), '3'],
    ]);
    expect(plan.rows[0]?.doubts).toEqual([{ column: 'householder', reason: 'cut' }]);
  });

  test('成千个括号的表头，也很快看完', () => {
    const row = Array.from({ length: 100 }, () => '('.repeat(2_000));
    const start = performance.now();
    matchHeader(
      Array.from({ length: 40 }, () => row),
      theTable(),
    );
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('落款、日期、只有一行字的说明不当一户；很长的少数民族姓名当一户', () => {
    const plan = planOf(
      rowsOf(`户主姓名|人口
        阿卜杜热依木·阿卜杜热合曼江|3
        东升村村民委员会|
        |2026年3月5日
        公示时间：2026年3月5日至3月14日|
        #N/A|3`),
    );
    expect(reasonsOf(plan)).toEqual(['header', 'note', 'note', 'note']);
    expect(plan.rows[0]?.doubts).toEqual([]);
    expect(plan.rows[1]?.doubts).toEqual([{ column: 'householder', reason: 'unreadable' }]);
  });
});

describe('金额按哪个单位', () => {
  const amountsOf = (plan: ReturnType<typeof planOf>) => cellsOf(plan).map(({ amount }) => amount);
  const loans = theTable('microloans.annual');

  test('表上方写“单位：元”，也换算；一格自己写了单位的，听它的', () => {
    const plan = planOf(
      rowsOf(`贷款情况||单位：元
        小组|贷款对象|贷款金额
        1组|赵某一|50000
        1组|钱某二|5万元
        1组|孙某三|5万
        1组|李某四|50,000.00元
        1组|周某五|￥30000`),
      loans,
    );
    expect(amountsOf(plan)).toEqual(['5', '5', '5', '5', '3']);
  });

  test.each(['贷款金额（元）', '贷款金额/元', '贷款金额(单位：元)', '放款金额：元'])(
    '表头是“%s”',
    (heading) => {
      const plan = planOf(rowsOf(`贷款户|${heading}\n赵某一|12345.5\n钱某二|2万元`), loans);
      expect(amountsOf(plan)).toEqual(['1.23455', '2']);
    },
  );

  test('换算以后位数太多、公示存不下的，请人看', () => {
    const plan = planOf(rowsOf('贷款户|贷款金额（元）\n赵某一|12345.678\n钱某二|12345.67'), loans);
    expect(amountsOf(plan)).toEqual(['1.2345678', '1.234567']);
    expect(
      plan.rows.map(({ doubts }) => doubts.filter(({ column }) => column === 'amount')),
    ).toEqual([[{ column: 'amount', reason: 'unreadable' }], []]);
  });

  test('没写单位的，按公示的单位；大得不可能的，看成是元，请人看清', () => {
    expect(amountsOf(planOf(rowsOf('借款人|贷款金额\n赵某一|5'), loans))).toEqual(['5']);
    const rows = rowsOf('借款人|贷款金额\n赵某一|50000\n钱某二|3万');
    expect(amountsOf(planOf(rows, loans))).toEqual(['5', '3']);
    expect(matchHeader(rows, loans).columns[1]).toMatchObject({ unit: '元', isUnitGuessed: true });
  });
});

describe('聊天里打的名单', () => {
  test.each([' ', '；', '，', ';'])('用“%s”隔开的，5,000元不断成两格', (mark) => {
    const text = [`赵某一${mark}5,000元`, `钱某二${mark}12,000元`].join('\n');
    const file = readPastedCells({ html: '', text });
    expect(file.ok && file.sheets[0]?.rows).toEqual([
      ['赵某一', '5,000元'],
      ['钱某二', '12,000元'],
    ]);
  });

  test.each([
    ['编了号、空格隔开', '1. 赵某一 4人 5000元\n2. 钱某二 3人 2000元'],
    ['编了号、逗号隔开', '1、赵某一，4人\n2、钱某二，3人'],
    ['一行一行地看也一样', '1.赵某一 4人\n2.钱某二 3人'],
    ['带表头', '户主 人口\n赵某一 4\n钱某二 3'],
  ])('%s', (_, text) => {
    expect(pasted(text)?.rows.map(({ cells }) => cells)).toEqual([
      { householder: '赵某一', size: '4' },
      { householder: '钱某二', size: '3' },
    ]);
  });

  test('只有一户的也认得序号', () => {
    expect(pasted('1.赵某一 4人')?.rows[0]?.cells).toEqual({ householder: '赵某一', size: '4' });
  });

  test('先写小组，再写各户', () => {
    expect(
      pasted('一组：\n赵某一 4人\n钱某二 3人\n二组：\n孙某三 2人')?.rows.map(({ cells }) => cells),
    ).toEqual([
      { householder: '赵某一', size: '4', group: '一组' },
      { householder: '钱某二', size: '3', group: '一组' },
      { householder: '孙某三', size: '2', group: '二组' },
    ]);
  });

  test('只有姓名、中间空一格的，不拆成两栏', () => {
    expect(pasted('赵 某\n钱某二\n孙 某')?.rows.map(({ cells }) => cells['householder'])).toEqual([
      '赵某',
      '钱某二',
      '孙某',
    ]);
  });

  test('金额里的逗号不当成分栏；没有结束的引号不毁掉整张表', () => {
    expect(
      readPastedCells({ html: '', text: '组\t金额\n1组\t1,234,567.00\n2组\t1,234,567.00' }),
    ).toMatchObject({
      sheets: [
        {
          rows: [
            ['组', '金额'],
            ['1组', '1,234,567.00'],
            ['2组', '1,234,567.00'],
          ],
        },
      ],
    });
    expect(readPastedCells({ html: '', text: '户主,人口\n"赵某一,3\n' })).toMatchObject({
      sheets: [{ rows: [['户主', '人口'], ['"赵某一', '3'], ['']] }],
    });
  });
});
