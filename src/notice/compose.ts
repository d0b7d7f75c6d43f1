import { addDays } from '../calendar/index.ts';
import type {
  BodyBlock,
  Column,
  Table,
  Template,
  ValueType,
} from '../catalogue/templates/index.ts';
import type { Place } from '../places/index.ts';
import { type NoticeContent, rowsInOrder } from './content.ts';
import type { DocumentBlock, DocumentColumn, DocumentTable, NoticeDocument } from './document.ts';
import { printed, readCount, readDay, sumDecimals, writeDay } from './values.ts';
import { fill } from './wording.ts';

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
    blocks: template.body.flatMap((block) => composeBlock(template, content, block, valueFor)),
    ...(period ? { period } : {}),
    contacts: template.contacts.map((contact) => ({
      label: fill(contact.label, valueFor),
      number: fill(contact.number, valueFor),
    })),
    signers: template.signers.map((signer) => fill(signer, valueFor)),
    signedOn,
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
  for (const field of template.fields) {
    values[field.id] = printed(field.type, content.fields[field.id] ?? '');
  }
  for (const table of template.tables) {
    const rows = rowsInOrder(content, table.id);
    values[`${table.id}.count`] = String(rows.length);
    for (const column of table.columns) {
      if (column.total !== 'sum') continue;
      const texts = rows.map((row) => row.cells[column.id] ?? '');
      values[`${table.id}.sum.${column.id}`] = sumDecimals(texts);
    }
  }
  return (id) => values[id] ?? '';
}

function composeBlock(
  template: Template,
  content: NoticeContent,
  block: BodyBlock,
  valueFor: ValueOf,
): DocumentBlock[] {
  if (block.when && !holds(block.when, content)) return [];
  if (block.kind === 'table') {
    const table = template.tables.find((one) => one.id === block.table);
    return table ? [composeTable(table, content)] : [];
  }
  const text = fill(block.text, valueFor);
  if (block.kind === 'heading') return [{ kind: 'heading', text }];
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
    columns: [SERIAL, ...columns.map(documentColumn)],
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

function documentColumn(column: Column): DocumentColumn {
  return {
    label: column.label,
    ...(column.unit ? { unit: column.unit } : {}),
    align: alignOf(column.type),
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
