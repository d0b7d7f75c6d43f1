import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import type { Field, Template } from '../catalogue/templates/index.ts';
import { optionFields } from './option-fields.ts';
import { quickly } from './quick-look.ts';
import { byPosition, isPosition } from './row-order.ts';

/**
 * What a person typed, as typed: every field and cell is text. Numbers and dates are read from it
 * where they are needed (`values.ts`), so nothing is lost to a program's idea of a number.
 */

/** Limits that keep one notice within what a phone and a weak link can carry. */
export const LIMITS = {
  fieldLength: 20_000,
  cellLength: 2_000,
  rowsPerTable: 5_000,
  reasonLength: 2_000,
} as const;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Names a field, table, row or column; of letters that need no escape and have one form only. */
export const IdSchema = v.pipe(v.string(), v.regex(ID));

export const RowSchema = v.strictObject({
  /** Stable for the row's life; drawn on the device. */
  id: IdSchema,
  /** Fractional index: rows stand in the order of (position, id). */
  position: v.pipe(v.string(), v.check(isPosition)),
  cells: v.record(IdSchema, v.pipe(v.string(), v.maxLength(LIMITS.cellLength))),
});
export type Row = v.InferOutput<typeof RowSchema>;

/** A row as it may stand on a phone, where nothing typed is ever too long to be kept. */
export const TypedRowSchema = v.strictObject({
  ...RowSchema.entries,
  cells: v.record(IdSchema, v.string()),
});

const RowsSchema = quickly(
  v.pipe(
    v.array(RowSchema),
    v.maxLength(LIMITS.rowsPerTable),
    v.check((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'a row stands twice'),
  ),
  areSurelyRows,
);

function areSurelyRows(value: unknown): value is Row[] {
  if (!Array.isArray(value) || value.length > LIMITS.rowsPerTable) return false;
  const ids = new Set<unknown>();
  for (const row of value) {
    if (!isSurelyRow(row)) return false;
    ids.add(row.id);
  }
  return ids.size === value.length;
}

function isSurelyRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  const { id, position, cells } = value as Partial<Record<string, unknown>>;
  return (
    Object.keys(value).length === 3 &&
    typeof id === 'string' &&
    ID.test(id) &&
    typeof position === 'string' &&
    isPosition(position) &&
    areSurelyCells(cells)
  );
}

/** No column has one of these names, with which a schema deals in its own way. */
const NO_COLUMNS = new Set(['__proto__', 'prototype', 'constructor']);

function areSurelyCells(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const cells = value as Readonly<Record<string, unknown>>; // its own members are all that is read
  for (const column of Object.keys(cells)) {
    const cell = cells[column];
    if (typeof cell !== 'string' || cell.length > LIMITS.cellLength) return false;
    if (!ID.test(column) || NO_COLUMNS.has(column)) return false;
  }
  return true;
}

export const NoticeContentSchema = v.strictObject({
  template: v.pipe(v.string(), v.maxLength(120)),
  templateVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  fields: v.record(IdSchema, v.pipe(v.string(), v.maxLength(LIMITS.fieldLength))),
  tables: v.record(IdSchema, RowsSchema),
});
export type NoticeContent = v.InferOutput<typeof NoticeContentSchema>;

/**
 * The key under which a field's value is remembered for the next notice: what holds within one
 * catalogue is kept apart by it, so that a period's words never turn up in another's. Undefined
 * where nothing is remembered.
 */
export function rememberedKey(template: Template, field: Field): string | undefined {
  switch (field.remembered) {
    case 'inVillage':
      return field.id;
    case 'inCatalogue':
      return `${template.catalogue} ${field.id}`;
    case undefined:
      return undefined;
  }
}

/**
 * The content a new notice of this template starts with; `remembered` are values typed before, by
 * their `rememberedKey`.
 */
export function emptyContent(
  template: Template,
  remembered: Readonly<Record<string, string>> = {},
): NoticeContent {
  const fields: Record<string, string> = {};
  for (const field of [...template.fields, ...optionFields(template)]) {
    const key = rememberedKey(template, field);
    const value = (key === undefined ? undefined : remembered[key]) ?? field.initial;
    if (value !== undefined) fields[field.id] = value;
  }
  const tables = Object.fromEntries(template.tables.map((table) => [table.id, []]));
  return { template: template.id, templateVersion: template.version, fields, tables };
}

/** The rows of a table in the order in which they stand on the sheet. */
export function rowsInOrder(content: NoticeContent, table: string): readonly Row[] {
  return [...(content.tables[table] ?? [])].sort(byPosition);
}

/** The value of a field or column; empty where nothing was typed. */
export function valueIn(values: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(values, id) ? (values[id] ?? '') : '';
}

export function withField(content: NoticeContent, field: string, value: string): NoticeContent {
  return { ...content, fields: { ...content.fields, [field]: value } };
}

export function withCell(
  content: NoticeContent,
  table: string,
  row: string,
  column: string,
  value: string,
): NoticeContent {
  return withRows(content, table, (rows) =>
    rows.map((one) =>
      one.id === row ? { ...one, cells: { ...one.cells, [column]: value } } : one,
    ),
  );
}

/** Adds rows at the end of a table, in the order given. */
export function withRowsAppended(
  content: NoticeContent,
  table: string,
  added: readonly { id: string; cells: Readonly<Record<string, string>> }[],
): NoticeContent {
  let last = rowsInOrder(content, table).at(-1)?.position ?? null;
  const rows = added.map(({ id, cells }) => {
    last = generateKeyBetween(last, null);
    return { id, position: last, cells: { ...cells } };
  });
  return withRows(content, table, (existing) => [...existing, ...rows]);
}

export function withoutRow(content: NoticeContent, table: string, row: string): NoticeContent {
  return withRows(content, table, (rows) => rows.filter((one) => one.id !== row));
}

function withRows(
  content: NoticeContent,
  table: string,
  change: (rows: Row[]) => Row[],
): NoticeContent {
  return {
    ...content,
    tables: { ...content.tables, [table]: change(content.tables[table] ?? []) },
  };
}
