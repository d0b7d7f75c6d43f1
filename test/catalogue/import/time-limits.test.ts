import { describe, expect, test } from 'vitest';
import { readTimeLimit } from '../../../src/catalogue/import/read-time-limit.ts';
import type { TimeLimitRule } from '../../../src/catalogue/index.ts';

const twentyDays: TimeLimitRule = { kind: 'workingDays', n: 20, from: 'formed', orFrom: 'changed' };
const obtained: TimeLimitRule = { kind: 'workingDays', n: 20, from: 'obtained' };
const text: TimeLimitRule = { kind: 'text' };

const rules: readonly (readonly [string, TimeLimitRule])[] = [
  ['信息形成（变更）20个工作日内', twentyDays],
  ['信息形成(变更)20个工作日内', twentyDays],
  ['信息形成或变更之日起２０个工作日内', twentyDays],
  ['自信息形成或者变更之日起二十个工作日内予以公开', twentyDays],
  ['信息形成（变更）之日起20个工作日内公开。', twentyDays],
  ['信息形成之日起7个工作日内', { kind: 'workingDays', n: 7, from: 'formed' }],
  [
    '信息形成（获取、变更）20个工作日内',
    { kind: 'workingDays', n: 20, from: 'formedOrObtained', orFrom: 'changed' },
  ],
  ['获取该信息之日起20个工作日', obtained],
  ['自获取相关信息之日起20个工作日内', obtained],
  [
    '制定或获取补贴政策之日起10个工作日内',
    { kind: 'workingDays', n: 10, from: 'formedOrObtained' },
  ],
  ['5个工作日内', { kind: 'workingDays', n: 5, from: 'unstated' }],
  ['20工作日', { kind: 'workingDays', n: 20, from: 'unstated' }],
  ['资金分配结果下达15个工作日内', { kind: 'workingDays', n: 15, from: 'allocationIssued' }],
  ['作出行政许可决定之日起7个工作日内', { kind: 'workingDays', n: 7, from: 'decided' }],
  ['本级人民代表大会批准后20日内', { kind: 'days', n: 20, from: 'approved' }],
  ['预算经批复后二十日内', { kind: 'days', n: 20, from: 'approved' }],
  [
    '每年底前集中公布1次当年情况',
    { kind: 'annual', by: 'year end', times: 1, covers: 'current year' },
  ],
  ['每年12月31日前公布', { kind: 'annual', by: 'year end', times: 1 }],
  ['每年3月底前公开上年度情况', { kind: 'annual', by: '03-31', times: 1, covers: 'previous year' }],
  ['每年公开两次', { kind: 'annual', by: 'year end', times: 2 }],
  ['每季度', { kind: 'quarterly' }],
  ['按季度公开', { kind: 'quarterly' }],
  ['每季度至少公布一次', { kind: 'quarterly' }],
  ['每季度首月20日', { kind: 'quarterly', by: { monthOfQuarter: 1, day: 20 } }],
  ['每季度的首个月20日前', { kind: 'quarterly', by: { monthOfQuarter: 1, day: 20 } }],
  ['每季度末月25日前', { kind: 'quarterly', by: { monthOfQuarter: 3, day: 25 } }],
  ['随时公布', { kind: 'anytime' }],
  ['及时公开', { kind: 'prompt' }],
  ['实时公开', { kind: 'prompt' }],
  ['同上', { kind: 'sameAsAbove' }],
];

describe('时限的各种写法读成规则', () => {
  test.each(rules)('%s', (words, rule) => {
    expect(readTimeLimit(words)).toEqual({ timeLimit: { text: words, rule }, remainder: '' });
  });
});

describe('读不准的时限只留原文，请人看', () => {
  test.each([
    '长期公开',
    '公示7个工作日',
    '信息形成（变更）下发至本单位20个工作日内',
    '每月10日前',
    '每年13月底前公布',
    '每年2月30日前公布',
    '根据实际情况',
    '每季度首月32日',
    '0个工作日内',
  ])('%s', (words) => {
    const { timeLimit, remainder } = readTimeLimit(words);
    expect(timeLimit).toEqual({ text: words, rule: text });
    expect(remainder).not.toBe('');
  });
});

test('规则后面还有话的，规则照读，多出的话请人看', () => {
  expect(readTimeLimit('及时公开，公告期限为5个工作日')).toEqual({
    timeLimit: { text: '及时公开，公告期限为5个工作日', rule: { kind: 'prompt' } },
    remainder: '公告期限为5个工作日',
  });
});

test('“法律法规另有规定的从其规定”是法条本来的话，不算多出', () => {
  const words = '信息形成或者变更之日起20个工作日内。法律、法规另有规定的，从其规定。';
  expect(readTimeLimit(words)).toEqual({
    timeLimit: { text: words, rule: twentyDays },
    remainder: '',
  });
});
