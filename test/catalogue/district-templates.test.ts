import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type Catalogue,
  type CatalogueItem,
  itemById,
  yimeiPovertyAlleviation,
  yimeiRegularAssistance,
  yimeiRuralRevitalisation,
} from '../../src/catalogue/index.ts';
import {
  genericTemplate,
  itemOfTemplate,
  TemplateSchema,
  templateOf,
  templatesForItem,
} from '../../src/catalogue/templates/index.ts';
import { composeDocument, missingElements, problemsOf } from '../../src/notice/index.ts';
import { aContent, aPlace } from '../builders/index.ts';

/** An item that no shipped catalogue has. */
function anItem(others: Partial<CatalogueItem> = {}): CatalogueItem {
  const [like] = yimeiPovertyAlleviation.items;
  if (!like) throw new Error('the seed has items');
  return {
    ...like,
    id: 'item-subsidy',
    level1: '涉农补贴',
    level2: '耕地地力保护补贴',
    elements: [
      { mark: '·', text: '补贴对象' },
      {
        mark: '·',
        text: '补贴结果（补贴名单、金额）',
        head: '补贴结果',
        parts: ['补贴名单', '金额'],
      },
    ],
    bases: ['《××补贴管理办法》'],
    subjects: ['村民委员会'],
    ...others,
  };
}

function aCatalogue(
  items: CatalogueItem[] = [anItem()],
  others: Partial<Catalogue> = {},
): Catalogue {
  return { ...yimeiPovertyAlleviation, id: 'subsidies', field: '涉农补贴', items, ...others };
}

describe('没有专门模板的事项', () => {
  const item = anItem();
  const catalogue = aCatalogue([item]);
  const template = genericTemplate(item, catalogue);

  test('得到一个通用模板，每个要素一栏', () => {
    expect(templatesForItem(catalogue, item)).toEqual([template]);
    expect(v.safeParse(TemplateSchema, template).issues).toBeUndefined();
    const asked = template.fields.filter(({ id }) => id.startsWith('element'));
    expect(asked.map(({ label, required }) => [label, required])).toEqual([
      ['补贴对象', true],
      ['补贴结果', true],
    ]);
    expect(asked[1]?.help).toBe('目录要求：补贴结果（补贴名单、金额）');
  });

  test('同一部目录每次得到同样的模板，有目录就找得到', () => {
    expect(genericTemplate(item, catalogue)).toEqual(template);
    expect(templateOf(template.id, template.version, [catalogue])).toEqual(template);
    expect(templateOf(template.id, template.version)).toBeUndefined();
    expect(templateOf(template.id, 99, [catalogue])).toBeUndefined();
    expect(itemOfTemplate(template, [catalogue])?.item).toBe(item);
  });

  test('目录出了新版，旧公示仍按旧版找得到', () => {
    const newer = aCatalogue([anItem({ elements: [{ mark: '·', text: '补贴标准' }] })], {
      version: 2,
    });
    expect(templateOf(template.id, template.version, [newer, catalogue])).toEqual(template);
    expect(templatesForItem(newer, newer.items[0] ?? item)[0]?.id).not.toBe(template.id);
  });

  test('填好以后写得成，缺的要素说得出', () => {
    const content = aContent(template);
    expect(problemsOf(template, content.build(), [])).toEqual([]);
    expect(missingElements(template, content.withField('element1', '').build())).toEqual([1]);
    const document = composeDocument(template, content.build(), aPlace());
    expect(document.title).toBe('东升镇东升村2026年耕地地力保护补贴公告');
    expect(document.blocks[0]).toMatchObject({
      text: '根据《××补贴管理办法》要求，现将2026年耕地地力保护补贴有关情况公告如下。',
    });
    expect(document.signers).toEqual(['东升村村民委员会']);
  });

  test('可以附清单', () => {
    const content = aContent(template).withField('hasList', 'yes').withEveryList(2);
    const { blocks } = composeDocument(template, content.build(), aPlace());
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });

  test('目录说要公示的，有公示期；没说的是公告', () => {
    const shown = anItem({ elements: [{ mark: '·', text: '拟补贴名单公示' }] });
    expect(genericTemplate(shown, aCatalogue([shown]))).toMatchObject({
      kind: 'publicity',
      publicity: { days: 5 },
    });
    expect(template.kind).toBe('announcement');
    expect(template.publicity).toBeUndefined();
  });

  test('没有要素栏、没有依据的目录也写得成', () => {
    const bare = anItem({ elements: [], bases: [], subjects: ['农业农村局'] });
    const generic = genericTemplate(bare, aCatalogue([bare]));
    expect(v.safeParse(TemplateSchema, generic).issues).toBeUndefined();
    const document = composeDocument(generic, aContent(generic).build(), aPlace());
    expect(document.blocks[0]).toMatchObject({
      text: '现将2026年耕地地力保护补贴有关情况公告如下。',
    });
    expect(JSON.stringify(document)).not.toContain('____');
  });
});

describe('别的区县的同一事项', () => {
  const funds = itemById(yimeiPovertyAlleviation, 'funds.allocation');
  const twentyDays = itemById(yimeiPovertyAlleviation, 'funds.annual-plan')?.timeLimit;
  if (!funds || !twentyDays) throw new Error('the seed has these items');
  const theirs = { ...funds, timeLimit: twentyDays };
  const catalogue = aCatalogue([theirs], { id: 'another-district', field: '扶贫' });

  test('要素相同，用现成的模板，时限等仍按他们的目录', () => {
    const [list] = templatesForItem(catalogue, theirs);
    expect(list?.id).toBe('another-district.1.funds.allocation-list');
    if (!list) throw new Error('there is a template');
    expect(templateOf(list.id, list.version, [catalogue])).toEqual(list);
    expect(itemOfTemplate(list, [catalogue])?.item.timeLimit).toBe(twentyDays);
  });

  test('他们另有依据的，公示里引他们的依据', () => {
    const basis = (item: CatalogueItem) =>
      templatesForItem(catalogue, item)[0]?.fields.find(({ id }) => id === 'fundsBasis')?.initial;
    expect(basis(theirs)).toBe(funds.bases.join(''));
    expect(basis({ ...theirs, bases: ['《××区办法》', '《××区细则》'] })).toBe(
      '《××区办法》《××区细则》',
    );
  });

  test('区县把2026年的目录填好存成第2版，依据随之填上', () => {
    const entry = itemById(yimeiRegularAssistance, 'objects.identification');
    if (!entry) throw new Error('the pack has this item');
    const { toConfirm: _filledIn, ...known } = entry;
    const filled = { ...known, bases: ['《××认定办法》'] };
    const second = { ...yimeiRegularAssistance, version: 2, items: [filled] };
    const [template] = templatesForItem(second, filled);
    expect(template?.id).toBe('yimei-regular-assistance.2.2026.identification.publicity');
    expect(template?.fields.find(({ citesBasis }) => citesBasis)?.initial).toBe('《××认定办法》');
  });

  test('存过再读出来的现成目录，还是用现成的模板', () => {
    const copy = structuredClone(yimeiPovertyAlleviation);
    expect(templatesForItem(copy, funds)[0]?.id).toBe('funds.allocation-list');
  });

  test('标点的全角半角不同，仍算相同', () => {
    const [plan] = templatesForItem(
      catalogue,
      withElementTexts('projects.annual-plan', (text) => text.replace('（', '(')),
    );
    expect(plan?.id).toBe('another-district.1.projects.annual-plan-list');
  });

  test('要素不同，不拿现成的来凑', () => {
    const [generic] = templatesForItem(
      catalogue,
      withElementTexts('funds.allocation', (text) => `${text}及说明`),
    );
    expect(generic?.id).toBe('another-district.1.generic.funds.allocation');
  });

  test('2021年以后的目录，用那一时期的词', () => {
    const loans = itemById(yimeiRuralRevitalisation, 'funds.microloans');
    if (!loans) throw new Error('the pack has microloans');
    const later = aCatalogue([loans], { id: 'later', field: yimeiRuralRevitalisation.field });
    expect(templatesForItem(later, loans)[0]?.name).toBe('年度脱贫人口小额信贷情况公示');
  });
});

function withElementTexts(id: string, change: (text: string) => string): CatalogueItem {
  const item = itemById(yimeiPovertyAlleviation, id);
  if (!item) throw new Error(`no such item: ${id}`);
  return { ...item, elements: item.elements.map((one) => ({ ...one, text: change(one.text) })) };
}
