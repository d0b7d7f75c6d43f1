import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  elementName,
  isVillageSubject,
  itemById,
  shippedCatalogues,
  yimeiPovertyAlleviation,
} from '../../src/catalogue/index.ts';
import {
  itemOfTemplate,
  type Template,
  TemplateSchema,
  templateOf,
  templates,
  templatesForItem,
  templatesOfPack,
} from '../../src/catalogue/templates/index.ts';
import { IdSchema, placeholdersIn } from '../../src/notice/index.ts';

const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
const repeated = (texts: readonly string[]) =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

/** Every text of the template in which placeholders are filled. */
function wordings({ title, addressee, body, contacts, signers }: Template): string[] {
  return [
    title,
    addressee ?? '',
    ...body.flatMap((block) => {
      if (block.kind === 'lines') return block.lines;
      return block.kind === 'table' ? [] : [block.text];
    }),
    ...contacts.flatMap(({ label, number }) => [label, number]),
    ...signers,
  ];
}

const PLACE = ['village', 'committee', 'town', 'townGovernment', 'district'];
const PERIOD = ['period.from', 'period.to', 'period.days'];

const isMoney = ({ type, unit }: { type: string; unit?: string | undefined }) =>
  type === 'amount' && (unit === '元' || unit === '万元');

/** Everything that a placeholder of the template may stand for. */
function fillable({ fields, tables, publicity }: Template): Set<string> {
  return new Set([
    ...PLACE,
    ...(publicity ? PERIOD : []),
    ...ids(fields.filter((field) => !field.internal)),
    ...fields.filter(isMoney).map(({ id }) => `${id}.capital`),
    ...tables.flatMap((table) => [
      `${table.id}.count`,
      ...table.columns
        .filter((column) => column.total === 'sum' && !column.internal)
        .flatMap((column) => [
          `${table.id}.sum.${column.id}`,
          ...(isMoney(column) ? [`${table.id}.sum.${column.id}.capital`] : []),
        ]),
    ]),
  ]);
}

const all = shippedCatalogues.flatMap(({ id }) => templatesOfPack(id));

test('模板的编号和版本合起来不重复，按编号和版本找得到', () => {
  expect(repeated(all.map(({ id, version }) => `${id}@${version}`))).toEqual([]);
  for (const template of all) {
    expect(templateOf(template.id, template.version)).toBe(template);
  }
  expect(templateOf('identification.first-publicity', 99)).toBeUndefined();
});

test('识别是“两公示一公告”，先后不乱', () => {
  expect(idsForItem('objects.identification')).toEqual([
    'identification.first-publicity',
    'identification.second-publicity',
    'identification.announcement',
  ]);
});

test('退出先有计划，再公示拟退出的，最后公告', () => {
  expect(idsForItem('objects.exit')).toEqual([
    'exit.plan',
    'exit.proposed-publicity',
    'exit.announcement',
  ]);
});

test('项目库是村、镇公示，区县公告；项目实施前后各一次', () => {
  expect(idsForItem('projects.library')).toEqual([
    'projects.library-application',
    'projects.library-review',
    'projects.library-announcement',
  ]);
  expect(idsForItem('projects.implementation')).toEqual([
    'projects.before-work',
    'projects.after-work',
  ]);
});

function idsForItem(id: string): string[] {
  const item = itemById(yimeiPovertyAlleviation, id);
  return item ? ids(templatesForItem(yimeiPovertyAlleviation, item)) : [];
}

test('伊美区目录的模板就是默认的模板', () => {
  expect(templates).toEqual(templatesOfPack(yimeiPovertyAlleviation.id));
});

describe.each(shippedCatalogues)('$title', (catalogue) => {
  test('每一项都有自己的模板，模板按目录的顺序排', () => {
    const items = templatesOfPack(catalogue.id).map(({ item }) => item);
    expect([...new Set(items)]).toEqual(ids(catalogue.items));
  });

  test('村里要公开的资金和项目事项，公示都不少于10天', () => {
    for (const item of catalogue.items.filter(isVillageSubject)) {
      if (!/^(?:funds|projects)\./.test(item.id)) continue;
      const [first, ...rest] = templatesForItem(catalogue, item);
      expect(first?.kind).toBe('publicity');
      for (const { publicity } of [first, ...rest].filter(
        (one) => one?.kind === 'publicity',
      ) as Template[]) {
        expect(publicity?.days).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

describe.each(all)('$id', (template) => {
  const { fields, tables, sections, body, covers, publicity } = template;

  test('符合模板的格式', () => {
    expect(v.safeParse(TemplateSchema, template).issues).toBeUndefined();
  });

  test('栏目、表和列的编号不重复，内容里用得', () => {
    expect(repeated([...ids(fields), ...ids(tables)])).toEqual([]);
    for (const { columns } of tables) expect(repeated(ids(columns))).toEqual([]);
    const all = [...ids(fields), ...ids(tables), ...tables.flatMap(({ columns }) => ids(columns))];
    expect(all.filter((id) => !v.is(IdSchema, id))).toEqual([]);
  });

  test('文字里的每个填空都有来处', () => {
    const known = fillable(template);
    const asked = wordings(template).flatMap(placeholdersIn);
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
    // a brace that is no placeholder would be printed as it is
    const left = wordings(template).map((text) => text.replace(/\{[A-Za-z][A-Za-z0-9.]*\}/g, ''));
    expect(left.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('要人填的都用得上：印出来、决定印什么、算时限、或者是公示期和落款日期', () => {
    const used = new Set([
      ...wordings(template).flatMap(placeholdersIn),
      ...(template.deadlineFrom ? [template.deadlineFrom] : []),
      ...body.flatMap((block) => (block.when ? [block.when.field] : [])),
      ...[...fields, ...tables].flatMap((part) => (part.askedWhen ? [part.askedWhen.field] : [])),
      ...(publicity ? ['publicityFrom', 'publicityDays'] : []),
      'signedOn',
    ]);
    expect(ids(fields).filter((id) => !used.has(id))).toEqual([]);
    const shown = body.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(shown.sort()).toEqual(ids(tables).sort());
  });

  test('条件看的都是模板里的栏目，“是”“否”看的是是否题', () => {
    const byId = new Map(fields.map((field) => [field.id, field]));
    const conditions = [
      ...body.flatMap((block) => (block.when ? [block.when] : [])),
      ...[...fields, ...tables].flatMap((part) => (part.askedWhen ? [part.askedWhen] : [])),
    ];
    for (const { field, is } of conditions) {
      expect(byId.has(field)).toBe(true);
      if (is !== 'filled') expect(byId.get(field)?.type).toBe('yesNo');
    }
  });

  test('每一节都有要填的，要填的都在某一节里', () => {
    const named = new Set([...fields, ...tables].map(({ section }) => section));
    expect([...named].sort()).toEqual(ids(sections).sort());
    expect(repeated(ids(sections))).toEqual([]);
  });

  test('公示有公示期和天数，公告没有', () => {
    expect(publicity !== undefined).toBe(template.kind === 'publicity');
    const days = fields.find(({ id }) => id === 'publicityDays');
    expect(days !== undefined).toBe(publicity !== undefined);
    expect(fields.some(({ id }) => id === 'publicityFrom')).toBe(publicity !== undefined);
    if (publicity) expect(Number(days?.initial)).toBeGreaterThanOrEqual(publicity.days);
    // composing counts calendar days; a period in working days would be printed wrongly
    expect(publicity?.counting ?? 'calendar').toBe('calendar');
  });

  test('有落款日期', () => {
    expect(fields.find(({ id }) => id === 'signedOn')).toMatchObject({
      type: 'date',
      required: true,
    });
  });

  test('属于目录里的一项，这一项的每个要素都说明由哪里写到，所指的都在', () => {
    const item = itemOfTemplate(template)?.item;
    expect(item?.id).toBe(template.item);
    expect(covers.map(({ element }) => element)).toEqual(item?.elements.map((_e, i) => i));
    expect(covers.map(({ name }) => name)).toEqual(item?.elements.map(elementName));
    const parts = new Set([
      ...ids(fields),
      ...ids(tables),
      ...tables.flatMap((table) => table.columns.map((column) => `${table.id}.${column.id}`)),
    ]);
    expect(covers.flatMap(({ by }) => by).filter((part) => !parts.has(part))).toEqual([]);
  });

  test('村民的姓名都标为个人信息，责任人的不算', () => {
    for (const { columns } of tables) {
      for (const { id, type, sensitive } of columns) {
        expect(sensitive === true, id).toBe(type === 'name' && id !== 'person');
      }
    }
  });

  test('公开时限从哪一天算起，有一栏专门问，年度除外都是日期', () => {
    const start = fields.find(({ id }) => id === template.deadlineFrom);
    expect(start?.type).toBe(start?.id === 'year' ? 'year' : 'date');
    // asked beside the form's other questions, never in a draft's way
    if (start?.internal) expect(start.required).toBe(false);
  });

  test('词汇和共用部分都换成了这一时期的文字', () => {
    expect(JSON.stringify(template)).not.toMatch(/[<>]|"use":"/);
  });

  test('没有要填身份证号、银行卡号、病情和住址的栏目', () => {
    const labels = [...fields, ...tables.flatMap(({ columns }) => columns)].map(
      ({ label }) => label,
    );
    expect(
      labels.filter((label) => /身份证|证件号|卡号|账号|一卡通|病|残疾|住址|出生/.test(label)),
    ).toEqual([]);
  });
});
