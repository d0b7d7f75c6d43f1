import { describe, expect, test } from 'vitest';
import { templates } from '../../src/catalogue/templates/index.ts';
import { type Conflict, emptyContent, problemsOf } from '../../src/notice/index.ts';
import { aContent, anAuthor, aTemplate, type ContentBuilder } from '../builders/index.ts';

/** What is amiss, as 'code:detail' and the row where there is one. */
const amiss = (content: ContentBuilder, conflicts: readonly Conflict[] = []) =>
  problemsOf(content.template, content.build(), conflicts).map(
    ({ code, detail, rowNumber }) => `${code}:${detail}${rowNumber ? `@${rowNumber}` : ''}`,
  );

const inConflict = (place: Conflict['place']): Conflict => ({
  place,
  values: [
    { value: '2025', by: anAuthor('小王') },
    { value: '2027', by: anAuthor('老李') },
  ],
});

test.each(templates)('$id：该填的都填了，就没有毛病', (template) => {
  expect(amiss(aContent(template).withEveryList(2))).toEqual([]);
});

test.each(templates)('$id：空白的草稿，每个必填处各说一条', (template) => {
  const empty = emptyContent(template);
  const expected = template.fields
    .filter((field) => field.required && !field.initial)
    .map(({ id }) => id);
  const told = problemsOf(template, empty, []);
  expect(told.flatMap(({ place }) => (place.kind === 'field' ? [place.field] : []))).toEqual(
    expect.arrayContaining(expected),
  );
  expect(told.every(({ code }) => code === 'required' || code === 'table-empty')).toBe(true);
});

test('按表单的先后说，先说前面的', () => {
  const content = aContent().withField('villagePhone', '').withField('year', '').withHouseholds(1);
  expect(amiss(content)).toEqual(['required:年度', 'required:村民委员会电话']);
});

test.each([
  ['year', '二〇二六', 'not-a-year:年度'],
  ['expected', '三十六', 'not-a-count:应到人数'],
  ['signedOn', '昨天', 'not-a-day:落款日期'],
  ['villagePhone', '问村长', 'not-a-phone:村民委员会电话'],
  ['publicityDays', '5', 'period-short:7'],
  ['publicityDays', '0', 'period-short:7'],
  ['publicityDays', '1001', 'period-long:1000'],
  ['publicityDays', ' ', 'required:公示天数'],
])('%s 填“%s”', (field, value, problem) => {
  expect(amiss(aContent().withHouseholds(1).withField(field, value))).toEqual([problem]);
});

test.each([
  ['present', '37', 'more-than-expected:实到人数'],
  ['votesFor', '32', 'more-votes:同意人数'],
  ['votesAgainst', '2', 'more-votes:不同意人数'],
  ['meetingOn', '2026-11-24', 'after-signing:民主评议日期'],
  ['formedOn', '2026-11-24', 'after-signing:信息形成日期'],
  ['year', '2029', 'far-from-signing:年度'],
  ['year', '1926', 'far-from-signing:年度'],
  ['publicityFrom', '2016-11-24', 'period-over:公示开始日期'],
])('%s 填“%s”，和别的地方对不上', (field, value, problem) => {
  expect(amiss(aContent().withHouseholds(1).withField(field, value))).toContain(problem);
});

test.each([
  ['present', '36'],
  ['votesAgainst', ''],
  ['meetingOn', '2026-11-23'],
  ['formedOn', ''],
  ['year', '2019'],
  ['year', '2028'],
  ['publicityFrom', '2026-11-20'],
])('%s 填“%s”，也会有，不拦', (field, value) => {
  expect(amiss(aContent().withHouseholds(1).withField(field, value))).toEqual([]);
});

test('金额不是数字，说是第几行哪一栏', () => {
  const content = aContent('microloans.annual')
    .withHouseholds(2)
    .withCell('households', 'household-2', 'amount', '五万');
  expect(amiss(content)).toEqual(['not-an-amount:贷款额度@2']);
});

test('农户本人不认可退出，不能公示这一户', () => {
  const content = aContent('exit.proposed-publicity')
    .withHouseholds(2)
    .withCell('households', 'household-1', 'householdAgrees', 'no');
  expect(amiss(content)).toEqual(['not-confirmed:农户本人认可@1']);
});

describe('当年没有', () => {
  const none = aContent('microloans.annual').withField('hasHouseholds', 'no');

  test('不问的表不用填', () => {
    expect(amiss(none)).toEqual([]);
  });

  test('问的表不能空着', () => {
    expect(amiss(none.withField('hasBusinesses', 'yes'))).toEqual([
      'table-empty:享受扶贫贴息贷款的经营主体',
    ]);
  });

  test('不问的表里还有冲突，仍然说出来，不会看不见地拦住公布', () => {
    const hidden = aContent('microloans.annual').withHouseholds(1).withField('hasHouseholds', 'no');
    const place = {
      kind: 'cell',
      table: 'households',
      row: 'household-1',
      column: 'amount',
    } as const;
    expect(amiss(hidden, [inConflict(place)])).toEqual(['conflict:贷款额度@1']);
  });
});

test('冲突的地方只说冲突，说在它所在的地方', () => {
  const content = aContent().withHouseholds(2).withField('year', '二〇二六');
  const conflicts = [
    inConflict({ kind: 'field', field: 'year' }),
    inConflict({ kind: 'cell', table: 'households', row: 'household-2', column: 'size' }),
    inConflict({ kind: 'row', table: 'households', row: 'household-1' }),
  ];
  expect(amiss(content, conflicts)).toEqual([
    'conflict:年度',
    'conflict:户@1',
    'conflict:家庭人口数@2',
  ]);
});

test('毛病里说的地方，模板里都有', () => {
  const template = aTemplate();
  for (const { place } of problemsOf(template, emptyContent(template), [])) {
    if (place.kind === 'field') expect(template.fields.map(({ id }) => id)).toContain(place.field);
    else expect(template.tables.map(({ id }) => id)).toContain(place.table);
  }
});
