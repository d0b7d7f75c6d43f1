import { addDays } from '../calendar/index.ts';
import type {
  BodyBlock,
  Column,
  Field,
  Table,
  Template,
  ValueType,
} from '../catalogue/templates/index.ts';
import type { Place } from '../places/index.ts';
import { inCapitals } from './capital-numerals.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import type { DocumentBlock, DocumentColumn, DocumentTable, NoticeDocument } from './document.ts';
import { partId, type Waiver, waivedParts, waiversOf } from './elements.ts';
import { sayingIn, secondHeadingIn, secondTextIn } from './option-fields.ts';
import { printed, readCount, readDay, readDecimal, sumDecimals, writeDay } from './values.ts';
import { waiverSentence } from './waivers.ts';
import { fill, placeholdersIn } from './wording.ts';

/**
 * Writes the notice: a template's wording with a content's values, for a place. Total: an
 * unfinished draft gives a document with blanks, never an error. What is marked internal in the
 * template never gets in.
 */
export function composeDocument(
  template: Template,
  content: NoticeContent,
  place: Place,
): NoticeDocument {
  const period = periodOf(template, content);
  const valueFor = valuesOf(template, content, place, period);
  const signedOn = readDay(content.fields['signedOn'] ?? '') ?? '';
  return {
    format: 1,
    kind: template.kind,
    title: fill(template.title, valueFor),
    ...(template.addressee ? { addressee: fill(template.addressee, valueFor) } : {}),
    blocks: composeBlocks(template, content, valueFor),
    ...(period ? { period } : {}),
    contacts: template.contacts
      .map((contact) => ({
        label: fill(contact.label, valueFor),
        number: fill(contact.number, valueFor),
      }))
      .filter(({ number }) => number !== ''),
    signers: template.signers.map((signer) => fill(signer, valueFor)).filter(Boolean),
    signedOn,
    ...optionsOf(content),
  };
}

/** What a notice says beyond its template; nothing where nobody asked for it. */
function optionsOf(content: NoticeContent): Pick<NoticeDocument, 'saying' | 'second'> {
  const saying = sayingIn(content);
  const second = secondTextIn(content);
  return {
    ...(saying === '' ? {} : { saying }),
    ...(second ? { second: { ...second, language: second.language.tag } } : {}),
  };
}

/** The title alone, as `composeDocument` writes it; cheap enough for every keystroke. */
export function composeTitle(template: Template, content: NoticeContent, place: Place): string {
  const period = periodOf(template, content);
  return fill(template.title, valuesOf({ ...template, tables: [] }, content, place, period));
}

/** The longest objection period that is taken for meant; whatever is to hang longer needs no period. */
export const LONGEST_PUBLICITY_DAYS = 1_000;

/**
 * The objection period a content states, in calendar days, its first and last day counted; undefined
 * for announcements and unfinished drafts.
 */
export function periodOf(template: Template, content: NoticeContent): NoticeDocument['period'] {
  if (!template.publicity) return undefined;
  const from = readDay(content.fields['publicityFrom'] ?? '');
  const days = readCount(content.fields['publicityDays'] ?? '');
  if (!from || !days || days > LONGEST_PUBLICITY_DAYS) return undefined;
  return { from, days, to: addDays(from, days - 1) };
}

type ValueOf = (id: string) => string;

function valuesOf(
  template: Template,
  content: NoticeContent,
  place: Place,
  period: NoticeDocument['period'],
): ValueOf {
  const values: Record<string, string> = {
    village: place.village.name,
    committee: place.village.committee,
    town: place.town.name,
    townGovernment: place.town.government,
    district: place.district.name,
    'period.from': period ? writeDay(period.from) : '',
    'period.to': period ? writeDay(period.to) : '',
    'period.days': period ? String(period.days) : '',
  };
  const waived = waivedParts(template, content);
  for (const field of template.fields) {
    if (field.internal) continue;
    const text = content.fields[field.id] ?? '';
    const isLeftOut = waived.has(field.id) && text.trim() === '';
    values[field.id] = isLeftOut ? LEFT_OUT : printed(field.type, text);
    if (field.type === 'amount') values[`${field.id}.capital`] = capitals(field, text);
  }
  for (const table of template.tables) {
    const rows = rowsInOrder(content, table.id);
    values[`${table.id}.count`] = String(rows.length);
    for (const column of table.columns) {
      if (column.total !== 'sum' || column.internal) continue;
      const sum = sumDecimals(rows.map((row) => row.cells[column.id] ?? ''));
      values[`${table.id}.sum.${column.id}`] = sum;
      values[`${table.id}.sum.${column.id}.capital`] = capitals(column, sum);
    }
  }
  return (id) => values[id] ?? '';
}

/** Stands in a sentence where a value belongs to an element that is waived. */
const LEFT_OUT = '（不公开）';

/** An amount of 元 or 万元 in capital numerals; empty for any other unit and for what is no number. */
function capitals({ unit }: Pick<Field, 'unit'>, text: string): string {
  const amount = readDecimal(text);
  if (!amount) return '';
  return unit === '元' ? inCapitals(amount) : unit === '万元' ? inCapitals(amount, 10_000n) : '';
}

/**
 * The body. What tells of a waived element and of nothing else gives way to the sentence that says
 * why; where there is no such place, the sentence stands at the end.
 */
function composeBlocks(
  template: Template,
  content: NoticeContent,
  valueFor: ValueOf,
): DocumentBlock[] {
  const waivers = waiversOf(template, content);
  const said = new Set<Waiver>();
  const blocks = template.body.flatMap((block) => {
    if (block.when && !holds(block.when, content)) return [];
    const waiver = waivers.find((one) => tellsOnlyOf(one, block, content));
    if (!waiver) return composeBlock(template, content, block, valueFor);
    const isSaid = said.has(waiver);
    said.add(waiver);
    return isSaid ? [] : [sentenceOf(waiver)];
  });
  return [...blocks, ...waivers.filter((one) => !said.has(one)).map(sentenceOf)];
}

function sentenceOf({ reason, cover }: Waiver): DocumentBlock {
  return { kind: 'paragraph', text: waiverSentence(reason, cover.name) };
}

function tellsOnlyOf({ cover }: Waiver, block: BodyBlock, content: NoticeContent): boolean {
  const isEmptyPart = (id: string) =>
    cover.by.some((part) => partId(part) === id) &&
    (content.fields[id] ?? '').trim() === '' &&
    (content.tables[id] ?? []).length === 0;
  if (block.kind === 'table') return isEmptyPart(block.table);
  if (block.kind !== 'paragraph') return false;
  const named = placeholdersIn(block.text);
  return named.length > 0 && named.every(isEmptyPart);
}

function composeBlock(
  template: Template,
  content: NoticeContent,
  block: BodyBlock,
  valueFor: ValueOf,
): DocumentBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: fill(block.text, valueFor) }];
    case 'paragraph':
      return paragraphs(fill(block.text, valueFor));
    case 'lines':
      return block.lines
        .map((line) => fill(line, valueFor))
        .filter((line) => line !== '')
        .flatMap((line, index) => paragraphs(`${index + 1}. ${line}`));
    case 'table': {
      const table = template.tables.find((one) => one.id === block.table);
      return table ? [composeTable(table, content)] : [];
    }
  }
}

/** One paragraph for each line that a person typed. */
function paragraphs(text: string): DocumentBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}

function holds(
  condition: { field: string; is: 'yes' | 'no' | 'filled' },
  content: NoticeContent,
): boolean {
  const value = content.fields[condition.field] ?? '';
  return condition.is === 'filled' ? value.trim() !== '' : value === condition.is;
}

/** The serial number that starts each row of a printed list. */
const SERIAL: DocumentColumn = { label: '序号', align: 'center' };

function composeTable(table: Table, content: NoticeContent): DocumentTable {
  const columns = table.columns.filter((column) => !column.internal);
  const rows = rowsInOrder(content, table.id);
  const hasTotals = columns.some((column) => column.total === 'sum') && rows.length > 0;
  return {
    kind: 'table',
    label: table.label,
    rowUnit: table.rowUnit,
    columns: [
      SERIAL,
      ...columns.map((column) =>
        documentColumn(column, secondHeadingIn(content, table, column.id)),
      ),
    ],
    rows: rows.map((row, index) => [
      String(index + 1),
      ...columns.map((column) => printed(column.type, row.cells[column.id] ?? '')),
    ]),
    ...(hasTotals
      ? {
          totals: totalsOf(
            columns,
            rows.map((row) => row.cells),
          ),
        }
      : {}),
    twoUp: table.twoUp ?? false,
  };
}

function documentColumn(column: Column, second: string): DocumentColumn {
  return {
    label: column.label,
    ...(column.unit ? { unit: column.unit } : {}),
    align: alignOf(column.type),
    ...(column.sensitive ? { sensitive: true } : {}),
    ...(second === '' ? {} : { second }),
  };
}

function alignOf(type: ValueType): DocumentColumn['align'] {
  if (type === 'amount') return 'end';
  return type === 'text' || type === 'longText' ? 'start' : 'center';
}

function totalsOf(
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, string>>[],
): string[] {
  const sums = columns.map((column) =>
    column.total === 'sum' ? sumDecimals(rows.map((cells) => cells[column.id] ?? '')) : '',
  );
  return ['合计', ...sums];
}
