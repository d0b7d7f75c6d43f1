import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { templates } from '../../src/catalogue/templates/index.ts';
import {
  composeDocument,
  composeTitle,
  emptyContent,
  NoticeDocumentSchema,
  periodOf,
} from '../../src/notice/index.ts';
import { aContent, aPlace, aTemplate, type ContentBuilder } from '../builders/index.ts';
import { documentText } from './document-text.ts';

const composed = (content: ContentBuilder) =>
  composeDocument(content.template, content.build(), aPlace());
const textOf = (content: ContentBuilder) => documentText(composed(content));
const paragraphs = (content: ContentBuilder) =>
  composed(content).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const golden = (name: string) => new URL(`./golden/${name}.txt`, import.meta.url).pathname;

const withBusinesses = (content: ContentBuilder) =>
  content
    .withField('hasBusinesses', 'yes')
    .withRow('businesses', 'business-1', {
      business: '示例种植专业合作社（虚构）',
      amount: '30',
      term: '2026.3—2027.3',
      subsidy: '13050',
      mechanism: '带动12户务工',
    })
    .withRow('businesses', 'business-2', {
      business: '示例养殖公司（虚构）',
      amount: '1,020.50',
      term: '2026.5—2027.5',
      subsidy: '0.5',
      mechanism: '土地流转',
    });

describe('每种模板写出来的全文', () => {
  test.each(templates)('$id', async (template) => {
    const content = aContent(template).withEveryList(3);
    expect(v.is(NoticeDocumentSchema, composed(content))).toBe(true);
    await expect(textOf(content)).toMatchFileSnapshot(golden(template.id));
  });

  test('农户和经营主体都有贷款', async () => {
    const both = withBusinesses(aContent('microloans.annual').withHouseholds(3));
    await expect(textOf(both)).toMatchFileSnapshot(golden('microloans.annual-both'));
  });

  test('当年没有贷款，也是一份完整的公示', async () => {
    const none = aContent('microloans.annual').withField('hasHouseholds', 'no');
    await expect(textOf(none)).toMatchFileSnapshot(golden('microloans.annual-none'));
  });

  test('什么都没填的草稿，空处留出填写的横线', async () => {
    const template = aTemplate();
    const document = composeDocument(template, emptyContent(template), aPlace());
    await expect(documentText(document)).toMatchFileSnapshot(golden('empty-draft'));
  });
});

test.each(templates)('$id：什么都没填也写得出来，形式正确', (template) => {
  const document = composeDocument(template, emptyContent(template), aPlace());
  expect(v.is(NoticeDocumentSchema, document)).toBe(true);
});

test('可省的话：没填表决人数就整句不写，填了才写', () => {
  const [opening] = paragraphs(aContent().withHouseholds(1));
  expect(opening).toContain('实到31人，同意30人，不同意1人）');
  const [without] = paragraphs(aContent().withHouseholds(1).withField('votesAgainst', ' '));
  expect(without).toContain('实到31人）');
  expect(without).not.toContain('同意');
});

test('会议日期按公文写法，没填就不写', () => {
  expect(paragraphs(aContent())[0]).toContain('农户申请、2026年11月20日村民代表会议');
  expect(paragraphs(aContent().withField('meetingOn', ''))[0]).toContain('农户申请、村民代表会议');
});

test('不打印的栏目，纸上和网上都没有', () => {
  const content = aContent('exit.proposed-publicity').withHouseholds(2);
  expect(content.build().tables['households']?.[0]?.cells['householdAgrees']).toBe('yes');
  const whole = JSON.stringify(composed(content));
  expect(whole).not.toContain('农户本人认可"');
  expect(whole).not.toContain('yes');
});

test('数字和字前后的空格、全角数字都写整齐', () => {
  const content = aContent()
    .withField('expected', ' ３６ ')
    .withRow('households', 'one', { group: ' 1组 ', householder: ' 赵某一', size: '４' });
  const table = composed(content).blocks.find((block) => block.kind === 'table');
  expect(table).toMatchObject({
    rows: [['1', '1组', '赵某一', '4']],
    totals: ['合计', '', '', '4'],
  });
  expect(paragraphs(content)[0]).toContain('应到36人');
});

test('人填的花括号、美元号只是字，不会再被当作填空', () => {
  const content = aContent().withField('standard', '{year} $& [[{town}]] <b>');
  expect(paragraphs(content)).toContain('{year} $& [[{town}]] <b>');
});

test('几行的说明分成几段，空行不算', () => {
  const content = aContent().withField('note', '一、甲\r\n\r\n 二、乙 \n');
  expect(paragraphs(content)).toEqual(expect.arrayContaining(['一、甲', '二、乙']));
});

test('一项一行的写法：没填的可省行不写，也不占号', () => {
  const content = aContent('funds.allocation-single');
  const numbered = (builder: ContentBuilder) =>
    paragraphs(builder).filter((text) => /^\d+\. /.test(text));
  expect(numbered(content.withField('document', ''))).toHaveLength(5);
  const filled = numbered(content.withField('document', '《关于下达资金的通知》'));
  expect(filled.map((text) => text.split('. ')[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(filled.join()).toContain('下达文件：《关于下达资金的通知》');
});

test('名单按表上的先后编号', () => {
  const table = composed(aContent().withHouseholds(12)).blocks.find(({ kind }) => kind === 'table');
  const rows = table?.kind === 'table' ? table.rows : [];
  expect(rows.map(([serial]) => serial)).toEqual(
    Array.from({ length: 12 }, (_one, index) => String(index + 1)),
  );
});

describe('公示期', () => {
  const period = (from: string, days: string) =>
    periodOf(
      aTemplate(),
      aContent().withField('publicityFrom', from).withField('publicityDays', days).build(),
    );

  test('头一天和末一天都算在内', () => {
    expect(period('2026-11-24', '7')).toEqual({ from: '2026-11-24', to: '2026-11-30', days: 7 });
    expect(period('2026年12月28日', '１０')).toEqual({
      from: '2026-12-28',
      to: '2027-01-06',
      days: 10,
    });
    expect(period('2028-02-29', '1')).toEqual({ from: '2028-02-29', to: '2028-02-29', days: 1 });
  });

  test.each([
    ['', '7'],
    ['2026-02-30', '7'],
    ['2026-11-24', ''],
    ['2026-11-24', '0'],
    ['2026-11-24', '七'],
    ['2026-11-24', '999999999'],
  ])('“%s”起“%s”天，说不出公示期，草稿照样写得出来', (from, days) => {
    expect(period(from, days)).toBeUndefined();
    const content = aContent().withField('publicityFrom', from).withField('publicityDays', days);
    expect(paragraphs(content).at(-1)).toContain('自____至____');
  });

  test('公告没有公示期', () => {
    const content = aContent('exit.announcement').withField('publicityDays', '7');
    expect(composed(content)).not.toHaveProperty('period');
  });
});

test('标题单独写和全文里的一样', () => {
  for (const template of templates) {
    const content = aContent(template).build();
    expect(composeTitle(template, content, aPlace())).toBe(
      composeDocument(template, content, aPlace()).title,
    );
  }
});
