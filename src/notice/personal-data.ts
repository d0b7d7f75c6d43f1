import type { Column, Field, Table, Template } from '../catalogue/templates/index.ts';
import {
  type Finding,
  findPersonalData,
  redactBeforeStorage,
  type TextContext,
} from '../privacy/index.ts';
import type { ConflictPlace } from './conflicts.ts';
import type { NoticeContent, Row } from './content.ts';
import type { ContentChange } from './content-change.ts';
import { allFields, isOptionShown } from './option-fields.ts';
import type { ContentPlace } from './validation.ts';

/** Personal data that stands somewhere in a notice. */
export interface PlacedFinding {
  readonly place: ContentPlace;
  readonly label: string;
  readonly finding: Finding;
}

/**
 * How a field's text is to be looked at: office telephones belong on a notice, villagers' do not.
 * `shown` are the numbers that the notice shows anyway (`shownNumbers`).
 */
export function contextOfField(field: Field, shown: readonly string[] = []): TextContext {
  return isContact(field)
    ? { where: 'contact', columnLabel: field.label }
    : { where: 'text', columnLabel: field.label, allowed: shown };
}

export function contextOfColumn(column: Column, shown: readonly string[] = []): TextContext {
  return { where: 'cell', columnLabel: column.label, allowed: shown };
}

/** How the text at a place is to be looked at, also where the template does not know the place. */
export function contextOfPlace(
  template: Template | undefined,
  place: ConflictPlace,
  shown: readonly string[],
): TextContext {
  switch (place.kind) {
    case 'field': {
      const field = template && allFields(template).find(({ id }) => id === place.field);
      return field ? contextOfField(field, shown) : { where: 'text', allowed: shown };
    }
    case 'cell': {
      const table = template?.tables.find(({ id }) => id === place.table);
      const column = table?.columns.find(({ id }) => id === place.column);
      return column ? contextOfColumn(column, shown) : { where: 'cell', allowed: shown };
    }
    case 'row':
      return { where: 'cell', allowed: shown };
  }
}

function isContact({ type, office }: Field): boolean {
  return type === 'phone' || office === true;
}

const CONTACT_KINDS: ReadonlySet<Finding['kind']> = new Set(['mobile', 'landline', 'email']);

/**
 * The telephone numbers and addresses of offices and leaders that the notice shows as its contacts.
 * They may stand anywhere else in it too: device and server read them from the content alike.
 */
export function shownNumbers(template: Template, content: NoticeContent): readonly string[] {
  return template.fields.filter(isContact).flatMap(({ id }) =>
    findPersonalData(content.fields[id] ?? '', { where: 'cell' })
      .filter(({ kind }) => CONTACT_KINDS.has(kind))
      .map(({ text }) => text),
  );
}

/**
 * The content as it may be stored or sent: numbers that must not leave the phone are masked. Values
 * equal to those of `before` (stored earlier, hence clean) are not looked at again.
 */
export function withoutForbidden(
  template: Template,
  content: NoticeContent,
  before?: NoticeContent,
): NoticeContent {
  const shown = shownNumbers(template, content);
  const fields = { ...content.fields };
  for (const field of allFields(template)) {
    const text = fields[field.id];
    if (text && text !== before?.fields[field.id]) {
      fields[field.id] = clean(text, contextOfField(field, shown));
    }
  }
  const tables = { ...content.tables };
  for (const table of template.tables) {
    const rows = content.tables[table.id];
    if (!rows || rows === before?.tables[table.id]) continue;
    const known = new Map(before?.tables[table.id]?.map((row) => [row.id, row]));
    tables[table.id] = rows.map((row) => cleanRow(table.columns, row, known.get(row.id), shown));
  }
  return { ...content, fields, tables };
}

/**
 * A change as it may be kept to be taken back: clean on both its sides, since what a key changed may
 * itself have been half typed. Undefined where nothing is left of it. `content` is what it led to.
 */
export function changeWithoutForbidden(
  template: Template,
  change: ContentChange,
  content: NoticeContent,
): ContentChange | undefined {
  const shown = shownNumbers(template, content);
  const fields: ContentChange['fields'] = {};
  for (const [field, { before, after }] of Object.entries(change.fields)) {
    const context = contextOfPlace(template, { kind: 'field', field }, shown);
    const cleaned = { before: clean(before, context), after: clean(after, context) };
    if (cleaned.before !== cleaned.after) fields[field] = cleaned;
  }
  const rows: ContentChange['rows'] = {};
  for (const [table, changed] of Object.entries(change.rows)) {
    const columns = template.tables.find(({ id }) => id === table)?.columns ?? [];
    const cleaned = Object.entries(changed).map(
      ([row, { before, after }]) =>
        [
          row,
          {
            before: before && cleanRow(columns, before, undefined, shown),
            after: after && cleanRow(columns, after, undefined, shown),
          },
        ] as const,
    );
    const left = cleaned.filter(([, one]) => !isSame(one.before, one.after));
    if (left.length > 0) rows[table] = Object.fromEntries(left);
  }
  const isNothing = Object.keys(fields).length + Object.keys(rows).length === 0;
  return isNothing ? undefined : { fields, rows };
}

function isSame(a: Row | null, b: Row | null): boolean {
  if (!a || !b) return a === b;
  const columns = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  return (
    a.position === b.position &&
    [...columns].every((column) => (a.cells[column] ?? '') === (b.cells[column] ?? ''))
  );
}

function cleanRow(
  columns: readonly Column[],
  row: Row,
  before: Row | undefined,
  shown: readonly string[],
): Row {
  if (row === before) return row;
  let cleaned = row;
  for (const column of columns) {
    const text = row.cells[column.id];
    if (!text || text === before?.cells[column.id]) continue;
    const stored = clean(text, contextOfColumn(column, shown));
    if (stored === text) continue;
    cleaned = { ...cleaned, cells: { ...cleaned.cells, [column.id]: stored } };
  }
  return cleaned;
}

function clean(text: string, context: TextContext): string {
  return redactBeforeStorage(text, context).text;
}

/** Everything in a notice that may not hang on a wall, in the order of the template. */
export function personalDataIn(
  template: Template,
  content: NoticeContent,
): readonly PlacedFinding[] {
  const shown = shownNumbers(template, content);
  const found: PlacedFinding[] = [];
  const look = (place: ContentPlace, label: string, text: string, context: TextContext) => {
    for (const finding of text === '' ? [] : findPersonalData(text, context)) {
      if (finding.remedy === 'mask') found.push({ place, label, finding });
    }
  };
  for (const field of allFields(template, content)) {
    if (!isOptionShown(field, content)) continue;
    const place = { kind: 'field', field: field.id } as const;
    look(place, field.label, content.fields[field.id] ?? '', contextOfField(field, shown));
  }
  for (const table of template.tables) {
    for (const row of content.tables[table.id] ?? []) {
      for (const { column, finding } of personalDataInRow(table, row, shown)) {
        const place = { kind: 'cell', table: table.id, row: row.id, column: column.id } as const;
        found.push({ place, label: column.label, finding });
      }
    }
  }
  return found;
}

/** Personal data in a cell that may not hang on a wall. */
export interface CellFinding {
  readonly column: Column;
  readonly finding: Finding;
}

const knownRows = new WeakMap<
  Row,
  {
    readonly table: Table;
    readonly shown: readonly string[];
    readonly found: readonly CellFinding[];
  }
>();

/** As `personalDataIn`, of one row. Rows never change in place, so each is looked at once. */
export function personalDataInRow(
  table: Table,
  row: Row,
  shown: readonly string[],
): readonly CellFinding[] {
  const known = knownRows.get(row);
  if (known?.table === table && isSameList(known.shown, shown)) return known.found;
  const found = table.columns.flatMap((column) =>
    findPersonalData(row.cells[column.id] ?? '', contextOfColumn(column, shown))
      .filter(({ remedy }) => remedy === 'mask')
      .map((finding) => ({ column, finding })),
  );
  knownRows.set(row, { table, shown, found });
  return found;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}
