import { expect, test } from 'vitest';
import {
  elementWording,
  isTickedForVillageBoard,
  isVillageSubject,
  itemById,
  timeLimitOf,
  villageItems,
  yimeiPovertyAlleviation as yimei,
} from '../../src/catalogue/index.ts';

const numbers = (items: { number: string }[]) => items.map((item) => item.number);

test('村里要公开的是第4至8项和第10至12项', () => {
  expect(numbers(villageItems(yimei))).toEqual(['4', '5', '6', '7', '8', '10', '11', '12']);
});

test('各地写法不同，村都认得；镇和局不是村', () => {
  const [item] = yimei.items;
  if (!item) throw new Error('the seed has items');
  const isVillage = (subject: string) => isVillageSubject({ ...item, subjects: [subject] });
  for (const subject of ['村民委员会', '各村', '村（社区）', '村（居）委会', '所在行政村']) {
    expect(isVillage(subject), subject).toBe(true);
  }
  for (const subject of ['镇人民政府', '村镇建设局', '农业农村局']) {
    expect(isVillage(subject), subject).toBe(false);
  }
});

test('目录勾了村公示栏的只有识别、退出、贷款三项', () => {
  expect(numbers(yimei.items.filter(isTickedForVillageBoard))).toEqual(['4', '5', '8']);
});

test('两个“年度计划”分得清：一个在扶贫资金，一个在扶贫项目', () => {
  expect(itemById(yimei, 'funds.annual-plan')).toMatchObject({ level1: '扶贫资金', number: '7' });
  expect(itemById(yimei, 'projects.annual-plan')).toMatchObject({
    level1: '扶贫项目',
    number: '11',
  });
  expect(itemById(yimei, 'no.such-item')).toBeUndefined();
});

test('公开时限：十一项形成或变更起20个工作日，资金分配下达起15个工作日，贷款年底前一次', () => {
  const kinds = yimei.items.map(({ number, timeLimit }) => [number, timeLimit.rule] as const);
  const twentyDays = { kind: 'workingDays', n: 20, from: 'formed', orFrom: 'changed' };
  expect(Object.fromEntries(kinds)).toEqual({
    ...Object.fromEntries(numbers(yimei.items).map((number) => [number, twentyDays])),
    6: { kind: 'workingDays', n: 15, from: 'allocationIssued' },
    8: { kind: 'annual', by: 'year end', times: 1, covers: 'current year' },
  });
});

test('时限写“同上”的事项，用上面一项的时限', () => {
  const [first, second, ...rest] = yimei.items;
  if (!first || !second) throw new Error('the seed has items');
  const same = { ...second, timeLimit: { text: '同上', rule: { kind: 'sameAsAbove' as const } } };
  const catalogue = { ...yimei, items: [first, same, ...rest] };
  expect(timeLimitOf(catalogue, same)).toBe(first.timeLimit);
  expect(timeLimitOf(catalogue, first)).toBe(first.timeLimit);
});

test('给人看的要素括号一律全角，原文的半角括号仍留在目录里', () => {
  const process = itemById(yimei, 'objects.identification')?.elements[1];
  expect(process?.text).toContain('(农户申请');
  expect(process && elementWording(process)).toBe(
    '识别程序（农户申请、民主评议、公示公告、逐级审核）',
  );
});
