import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { shippedCatalogues } from '../../src/catalogue/index.ts';
import { type Template, templatesOfPack } from '../../src/catalogue/templates/index.ts';
import {
  BLANK,
  composeDocument,
  missingElements,
  NoticeDocumentSchema,
  personalDataIn,
  problemsOf,
} from '../../src/notice/index.ts';
import { aContent, aPlace, type ContentBuilder } from '../builders/index.ts';

const all = shippedCatalogues.flatMap(({ id }) => templatesOfPack(id));

const documentOf = (content: ContentBuilder) =>
  composeDocument(content.template, content.build(), aPlace());

/** Every yes-no question that decides whether a list is asked, answered so. */
function answered(template: Template, answer: 'yes' | 'no'): ContentBuilder {
  const deciding = new Set(template.tables.flatMap(({ askedWhen }) => askedWhen?.field ?? []));
  return [...deciding].reduce(
    (content, field) => content.withField(field, answer),
    aContent(template),
  );
}

const PERIOD_WORDS: Readonly<Record<string, RegExp>> = {
  'yimei-poverty-alleviation': /监测对象|衔接资金|常态化/,
  'yimei-rural-revitalisation': /贫困户|扶贫(?!办、财政部|资金项目公告)|常态化/,
  'yimei-regular-assistance': /贫困户|扶贫(?!办、财政部|资金项目公告)|衔接资金|监测对象|脱贫人口/,
};

describe.each(all)('$id', (template) => {
  test('填好以后没有空白，没有毛病，要素齐全，写得成', () => {
    const content = answered(template, 'yes').withEveryList(3);
    const document = documentOf(content);
    expect(JSON.stringify(document)).not.toContain(BLANK);
    expect(v.safeParse(NoticeDocumentSchema, document).issues).toBeUndefined();
    expect(problemsOf(template, content.build(), [])).toEqual([]);
    expect(missingElements(template, content.build())).toEqual([]);
    expect(personalDataIn(template, content.build())).toEqual([]);
  });

  test('“没有”也是一种公示：照样没有空白，没有表', () => {
    const content = answered(template, 'no');
    const asked = template.tables.filter(({ askedWhen }) => !askedWhen);
    if (asked.length > 0) return;
    const document = documentOf(content);
    expect(JSON.stringify(document)).not.toContain(BLANK);
    expect(document.blocks.some(({ kind }) => kind === 'table')).toBe(false);
    expect(problemsOf(template, content.build(), [])).toEqual([]);
    expect(missingElements(template, content.build())).toEqual([]);
  });

  test('用的是这一时期的词', () => {
    const document = documentOf(answered(template, 'yes').withEveryList(1));
    const others = PERIOD_WORDS[template.catalogue];
    // the builder's own examples speak of no period
    expect(others && JSON.stringify(document).match(others)).toBeNull();
  });

  test('只为算时限、只给自己看的，印不出来', () => {
    const internal = template.fields.filter((field) => field.internal);
    const content = internal.reduce(
      (builder, { id }) => builder.withField(id, '2031-07-09'),
      aContent(template),
    );
    expect(JSON.stringify(documentOf(content))).not.toContain('2031');
  });
});

test('项目实施后公示的全文', () => {
  const content = aContent('projects.after-work')
    .withField('note', '')
    .withField('acceptedOn', '2026-11-12')
    .withField('startedOn', '2026-05-06')
    .withField('finishedOn', '2026-10-20')
    .withField('hasHouseholds', 'yes')
    .withField('email', 'yimei@example.gov.cn')
    .withField('address', '伊美区新兴中路100号')
    .withRow('households', 'a', {
      group: '1组',
      householder: '赵某一',
      quantity: '1000袋',
      subsidyStandard: '每袋1元',
      amount: '1000',
    })
    .withRow('households', 'b', {
      group: '2组',
      householder: '钱某二',
      quantity: '500袋',
      subsidyStandard: '每袋1元',
      amount: '500.50',
    });
  expect(documentOf(content)).toMatchObject({
    kind: 'publicity',
    title: '东升镇东升村黑木耳菌包大棚项目实施后公示',
    blocks: [
      {
        text: '根据《国务院扶贫办、财政部关于完善扶贫资金项目公告公示制度的指导意见》要求，现将东升村2026年黑木耳菌包大棚项目实施后情况公示如下。',
      },
      { kind: 'heading', text: '一、项目概况' },
      { text: '1. 项目名称：黑木耳菌包大棚项目' },
      { text: '2. 实施地点：村东集体用地' },
      { text: '3. 批复文件：《关于2026年扶贫资金项目计划的批复》，2026年4月10日' },
      { text: '4. 实施单位及责任人：东升村村民委员会，李四' },
      { text: '5. 开工、完工日期：2026年5月6日开工，2026年10月20日完工' },
      { kind: 'heading', text: '二、项目实施后情况' },
      { text: '1. 资金使用：计划30万元，实际使用29.6万元（大写：贰拾玖万陆仟元整）' },
      { text: '2. 项目实施结果：新建大棚6栋，已全部投入使用' },
      { text: '3. 检查验收结果：2026年11月12日，镇、村联合验收合格' },
      { text: '4. 绩效目标实现情况：年产黑木耳3万斤，带动12户每户增收3000元' },
      { kind: 'heading', text: '三、补助到户情况' },
      { text: '补助2户，合计1500.5元（大写：壹仟伍佰元伍角整）。' },
      {
        kind: 'table',
        columns: [
          { label: '序号' },
          { label: '村民小组' },
          { label: '户主姓名', sensitive: true },
          { label: '验收数量' },
          { label: '补助标准' },
          { label: '补助金额', unit: '元' },
        ],
        totals: ['合计', '', '', '', '', '1500.5'],
      },
      {
        text: '公示期10天，自2026年11月24日至2026年12月3日。如有异议，请在公示期内以电话、书面等形式向村民委员会或镇人民政府反映。',
      },
    ],
    period: { from: '2026-11-24', to: '2026-12-03', days: 10 },
    contacts: [
      { label: '东升村村民委员会', number: '0458-0000001' },
      { label: '东升镇人民政府', number: '0458-0000002' },
      { label: '扶贫监督举报电话', number: '12317' },
      { label: '电子邮箱', number: 'yimei@example.gov.cn' },
      { label: '通信地址', number: '伊美区新兴中路100号' },
    ],
    signers: ['东升村村民委员会'],
  });
});

test('村党组织填了就共同落款，没填只有村民委员会', () => {
  const content = aContent('projects.library-application').withEveryList(1);
  expect(documentOf(content).signers).toEqual(['东升村村民委员会']);
  expect(documentOf(content.withField('partyBranch', '中共东升村支部委员会')).signers).toEqual([
    '中共东升村支部委员会',
    '东升村村民委员会',
  ]);
});

test('没填的一项不占号', () => {
  const lines = documentOf(aContent('funds.allocation-single')).blocks.flatMap((block) =>
    block.kind === 'paragraph' && /^\d\. /.test(block.text) ? [block.text] : [],
  );
  expect(lines).toEqual([
    '1. 资金名称：2026年第一批财政专项扶贫资金',
    '2. 资金来源：中央',
    '3. 金额：30万元（大写：叁拾万元整）',
    '4. 用途：建设黑木耳菌包大棚6栋',
    '5. 责任单位：东升村村民委员会',
  ]);
});

test('2026年的小额信贷是帮扶小额信贷，10万元以内', () => {
  const content = aContent('2026.microloans.annual').withEveryList(1);
  const document = JSON.stringify(documentOf(content));
  expect(document).toContain('帮扶小额信贷');
  expect(document).toContain('10万元以内');
});

test('2026年的认定依据还没有见到，草稿不替人填', () => {
  const empty = aContent('2026.identification.publicity').withField('identificationBasis', '');
  expect(problemsOf(empty.template, empty.withEveryList(1).build(), [])).toMatchObject([
    { code: 'required', detail: '依据' },
  ]);
});
