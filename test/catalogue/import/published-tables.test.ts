import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gridFromText, packFromDraft } from '../../../src/catalogue/import/index.ts';
import {
  isTickedForVillageBoard,
  isVillageSubject,
  timeLimitOf,
  yimeiPovertyAlleviation as yimei,
} from '../../../src/catalogue/index.ts';
import { seedTexts } from '../seed-table.ts';
import { cellsWithWords, gridOf, imported, listedCells } from './table-builders.ts';
import { budgetWorkbook } from './tables/budget-workbook.ts';
import { county2020 } from './tables/county-2020.ts';
import { town2022 } from './tables/town-2022.ts';
import { twoFields } from './tables/two-fields.ts';

const fileGrid = (name: string) =>
  gridOf(gridFromText(readFileSync(new URL(`tables/${name}`, import.meta.url), 'utf8')));

const tables = {
  '伊美区目录原文（Word另存的文本）': () => gridOf(gridFromText(seedTexts().kept)),
  '2020年某县网页（县级/乡、村级）': county2020,
  '2022年某镇网页（镇级/村级，只列勾选的渠道）': town2022,
  '养老服务（从表格软件复制的文本）': () => fileGrid('care-for-the-old.tsv'),
  '村务清单（CSV）': () => fileGrid('village-affairs.csv'),
  '财政预决算（带合并单元格的工作簿）': budgetWorkbook,
  一页两个领域: twoFields,
};

describe.each(Object.entries(tables))('%s', (_, grid) => {
  test('每个有字的格，要么读懂了，要么列出来请人看', () => {
    const { understood, notUnderstood } = imported(grid());
    const listed = listedCells(grid(), notUnderstood);
    expect(understood.cells + listed).toBe(cellsWithWords(grid()));
    expect(notUnderstood.map(({ reason }) => reason)).not.toContain('not-read');
  });

  test('补上区县和来源，就是一份合格的目录', () => {
    const pack = packFromDraft(imported(grid()).draft, {
      id: 'imported',
      version: 1,
      district: '230717',
      issuer: '某区农业农村局',
      source: '某区网站',
      title: '某区基层政务公开标准目录',
      field: '某领域',
    });
    expect(pack).toMatchObject({ ok: true });
  });
});

describe('伊美区目录原文', () => {
  const { draft, notUnderstood } = imported(tables['伊美区目录原文（Word另存的文本）']());

  test('导入的结果与随项目带的目录逐项相同', () => {
    expect(draft.items).toEqual(yimei.items);
    expect(draft.channels).toEqual(yimei.channels);
    expect(draft.levels).toEqual(yimei.levels);
    expect(draft.field).toBe(yimei.field);
  });

  test('表里没有一格读不懂，只有表前的通知正文请人看', () => {
    expect(new Set(notUnderstood.map(({ reason }) => reason))).toEqual(
      new Set(['above-the-table']),
    );
  });
});

describe('2020年某县网页', () => {
  const { draft, notUnderstood } = imported(county2020());

  test('合并的一级事项、依据和主体，每项都有', () => {
    const [first, second] = draft.items;
    expect(second).toMatchObject({
      level1: first?.level1,
      bases: ['《中华人民共和国政府信息公开条例》(国令第711号)'],
      subjects: ['县级扶贫部门', '乡镇人民政府'],
    });
  });

  test('层级照原表叫“县级”和“乡、村级”', () => {
    expect(draft.levels).toEqual([
      { id: 'district', label: '县级' },
      { id: 'town-village', label: '乡、村级' },
    ]);
  });

  test('同名事项认得出，用得上随带的模板', () => {
    expect(draft.items.map((item) => item.id)).toEqual([
      'policy.regulations',
      'policy.normative-documents',
      'objects.identification',
    ]);
  });

  test('“另有规定的从其规定”不影响20个工作日的读法', () => {
    expect(draft.items[1]?.timeLimit.rule).toEqual({
      kind: 'workingDays',
      n: 20,
      from: 'formed',
      orFrom: 'changed',
    });
  });

  test('表下的注列出来请人看', () => {
    expect(notUnderstood).toEqual([
      { row: 6, column: 0, text: '注：各乡镇可结合实际调整。', reason: 'note' },
    ]);
  });
});

describe('2022年某镇网页', () => {
  const { draft, notUnderstood, understood } = imported(town2022());
  const [policy, identification, removal, plan] = draft.items;

  test('列的先后不同也对得上，全表读懂', () => {
    expect(notUnderstood).toEqual([]);
    expect(understood.missing).toEqual([]);
  });

  test('序号照印：127至130', () => {
    expect(draft.items.map((item) => item.number)).toEqual(['127', '128', '129', '130']);
  });

  test('领域一列成为目录的领域', () => {
    expect(draft.field).toBe('巩固脱贫成果同乡村振兴有效衔接');
    expect(policy).not.toHaveProperty('field');
  });

  test('只列勾选的渠道，没列的就是没勾；本地渠道也收', () => {
    expect(draft.channels.map((channel) => channel.label)).toEqual([
      '门户网站',
      '村（社区）公示栏（电子屏）',
      '组员微信群',
    ]);
    expect(draft.items.map(isTickedForVillageBoard)).toEqual([true, true, true, false]);
  });

  test('“同上”用上面一项的内容，时限仍记“同上”', () => {
    expect(removal).toMatchObject({
      subjects: identification?.subjects,
      bases: identification?.bases,
      channels: identification?.channels,
      timeLimit: { text: '同上', rule: { kind: 'sameAsAbove' } },
    });
    if (!removal) throw new Error('the table has an item 129');
    const pack = { ...yimei, ...draft };
    expect(timeLimitOf(pack, removal).text).toBe('5个工作日内');
  });

  test('村民委员会是公开主体的，村里要公开', () => {
    expect(draft.items.filter(isVillageSubject)).toEqual([identification, removal, plan]);
  });
});

describe('养老服务（从表格软件复制的文本）', () => {
  const { draft, notUnderstood } = imported(fileGrid('care-for-the-old.tsv'));

  test('口字当空框，窗口的“口”不当框', () => {
    const labels = draft.channels.map((channel) => channel.label);
    expect(labels).toContain('政府公报');
    expect(labels).toContain('政府服务中心窗口');
    expect(labels).toContain('村应急广播');
  });

  test('序号0505和●要点照印', () => {
    expect(draft.items[0]).toMatchObject({ number: '0505' });
    expect(draft.items[0]?.elements[2]).toEqual({
      mark: '●',
      text: '办理时间、地点',
      parts: ['办理时间', '地点'],
    });
  });

  test('读不准的不猜：公示天数不当时限，V不当勾，空格不当同上', () => {
    expect(notUnderstood).toEqual([
      { row: 4, column: 5, text: '公示7个工作日', reason: 'time-limit-as-text' },
      { row: 4, column: 9, text: '（申请人）', reason: 'unreadable-words' },
      { row: 5, column: 7, text: '', reason: 'empty-cell' },
      { row: 5, column: 10, text: 'V', reason: 'unreadable-tick' },
    ]);
    expect(draft.items[1]?.timeLimit).toEqual({ text: '公示7个工作日', rule: { kind: 'text' } });
    expect(draft.items[2]?.manner).toEqual({ proactive: false, onRequest: false });
  });
});

describe('村务清单（CSV）', () => {
  const { draft, understood, notUnderstood } = imported(fileGrid('village-affairs.csv'));

  test('没有的列说得清，不补造内容', () => {
    expect(understood.missing).toEqual(['elements', 'audience', 'manner']);
    expect(draft.items.every((item) => item.elements.length === 0)).toBe(true);
  });

  test('每季度首月20日、随时公布都读成规则，多出的话请人看', () => {
    const firstMonth = { kind: 'quarterly', by: { monthOfQuarter: 1, day: 20 } };
    expect(draft.items.map((item) => item.timeLimit.rule)).toEqual([
      firstMonth,
      { kind: 'anytime' },
      firstMonth,
      { kind: 'quarterly' },
      { kind: 'text' },
    ]);
    expect(notUnderstood.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'time-limit-remainder'],
      [5, 'time-limit-as-text'],
    ]);
  });

  test('渠道用顿号列出的，列了就是勾了；层级写成字的也认', () => {
    expect(draft.items.every(isTickedForVillageBoard)).toBe(true);
    expect(draft.levels.map((level) => level.id)).toEqual(['village', 'town']);
  });
});

describe('财政预决算（带合并单元格的工作簿）', () => {
  const { draft, notUnderstood, understood } = imported(budgetWorkbook());

  test('一个事项分几行写的内容，合成一个事项的几个要素', () => {
    expect(draft.items.map((item) => item.level2)).toEqual(['政府预算', '部门预算']);
    expect(draft.items[0]?.elements).toEqual([
      {
        mark: '',
        text: '一般公共预算:①一般公共预算收入表②一般公共预算支出表',
        head: '一般公共预算',
        parts: ['一般公共预算收入表', '一般公共预算支出表'],
      },
      { mark: '', text: '专项转移支付应当分地区、分项目公开。' },
      { mark: '', text: '没有数据的表格应当列出空表并说明。' },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  test('批准后20日是自然日，“二十日”也是20日', () => {
    const rule = { kind: 'days', n: 20, from: 'approved' };
    expect(draft.items.map((item) => item.timeLimit.rule)).toEqual([rule, rule]);
  });

  test('没有公开层级一列，就没有层级', () => {
    expect(understood.missing).toEqual(['levels']);
    expect(draft.levels).toEqual([]);
  });
});

describe('一页两个领域', () => {
  const { draft, notUnderstood, understood } = imported(twoFields());

  test('重印的表头和第二个标题跳过，后面的事项归第二个领域', () => {
    expect(understood.passedOver).toEqual([4, 5]);
    expect(draft.field).toBe('重大建设项目');
    expect(draft.items.map((item) => item.field)).toEqual([undefined, undefined, '救灾']);
  });

  test('失去字体的框、公式、没见过的列和词都列出来，不当已勾也不当内容', () => {
    const reasons = notUnderstood.map(({ row, column, reason }) => `${row},${column} ${reason}`);
    expect(reasons).toEqual([
      '1,9 unknown-column',
      '2,9 unknown-column',
      '3,5 time-limit-remainder',
      '3,9 unknown-column',
      '5,9 unknown-column',
      '6,4 formula',
      '6,6 unreadable-box',
      '6,7 unreadable-words',
      '6,9 unknown-column',
    ]);
    const relief = draft.items[2];
    expect(relief?.bases).toEqual([]);
    expect(relief && isTickedForVillageBoard(relief)).toBe(false);
  });

  test('人可以说一列不要，或说一列是什么，再导一次', () => {
    const passedOver = imported(twoFields(), { columns: { 9: 'passed-over' } });
    expect(passedOver.notUnderstood.map(({ reason }) => reason)).not.toContain('unknown-column');
    const asSubjects = imported(twoFields(), { columns: { 9: 'subjects', 1: 'passed-over' } });
    expect(asSubjects.draft.items.map((item) => item.subjectsText)).toEqual([
      '综合科',
      '综合科',
      '救灾科',
    ]);
  });
});
