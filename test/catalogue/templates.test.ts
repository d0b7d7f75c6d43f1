import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { itemById, yimeiPovertyAlleviation } from '../../src/catalogue/index.ts';
import {
  type Template,
  TemplateSchema,
  templateOf,
  templates,
  templatesForItem,
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
    ...body.map((block) => (block.kind === 'table' ? '' : block.text)),
    ...contacts.flatMap(({ label, number }) => [label, number]),
    ...signers,
  ];
}

const PLACE = ['village', 'committee', 'town', 'townGovernment', 'district'];
const PERIOD = ['period.from', 'period.to', 'period.days'];

/** Everything that a placeholder of the template may stand for. */
function fillable({ fields, tables, publicity }: Template): Set<string> {
  return new Set([
    ...PLACE,
    ...(publicity ? PERIOD : []),
    ...ids(fields),
    ...tables.flatMap((table) => [
      `${table.id}.count`,
      ...table.columns
        .filter((column) => column.total === 'sum' && !column.internal)
        .map((column) => `${table.id}.sum.${column.id}`),
    ]),
  ]);
}

test('模板的编号和版本合起来不重复，按编号和版本找得到', () => {
  expect(repeated(templates.map(({ id, version }) => `${id}@${version}`))).toEqual([]);
  for (const template of templates) {
    expect(templateOf(template.id, template.version)).toBe(template);
  }
  expect(templateOf('identification.first-publicity', 99)).toBeUndefined();
});

test('识别是“两公示一公告”，先后不乱', () => {
  const named = templatesForItem('yimei-poverty-alleviation', 'objects.identification');
  expect(ids(named)).toEqual([
    'identification.first-publicity',
    'identification.second-publicity',
    'identification.announcement',
  ]);
});

describe.each(templates)('$id', (template) => {
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

  test('要人填的都用得上：印出来、决定印什么、或者是公示期和落款日期', () => {
    const used = new Set([
      ...wordings(template).flatMap(placeholdersIn),
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
    const item = itemById(yimeiPovertyAlleviation, template.item);
    expect(template.catalogue).toBe(yimeiPovertyAlleviation.id);
    expect(covers.map(({ element }) => element).sort()).toEqual(item?.elements.map((_e, i) => i));
    const parts = new Set([
      ...ids(fields),
      ...ids(tables),
      ...tables.flatMap((table) => table.columns.map((column) => `${table.id}.${column.id}`)),
    ]);
    expect(covers.flatMap(({ by }) => by).filter((part) => !parts.has(part))).toEqual([]);
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
