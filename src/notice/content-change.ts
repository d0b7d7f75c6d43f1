import * as v from 'valibot';
import { IdSchema, type NoticeContent, type Row, TypedRowSchema, valueIn } from './content.ts';

/**
 * What somebody did to a content, as it can be kept, taken back and done again: values before and
 * after, for the places that changed alone.
 */
export const ContentChangeSchema = v.strictObject({
  fields: v.record(IdSchema, v.strictObject({ before: v.string(), after: v.string() })),
  /** By table and row id; null where the row did not stand. */
  rows: v.record(
    IdSchema,
    v.record(
      IdSchema,
      v.strictObject({ before: v.nullable(TypedRowSchema), after: v.nullable(TypedRowSchema) }),
    ),
  ),
});
export type ContentChange = v.InferOutput<typeof ContentChangeSchema>;

type RowChange = ContentChange['rows'][string][string];

/** What leads from one content to the other; undefined where they say the same. */
export function changeBetween(
  before: NoticeContent,
  after: NoticeContent,
): ContentChange | undefined {
  const fields: Record<string, { before: string; after: string }> = {};
  for (const id of keysOf(before.fields, after.fields)) {
    const [was, is] = [valueIn(before.fields, id), valueIn(after.fields, id)];
    if (was !== is) fields[id] = { before: was, after: is };
  }
  const rows: Record<string, Record<string, RowChange>> = {};
  for (const table of keysOf(before.tables, after.tables)) {
    if (before.tables[table] === after.tables[table]) continue;
    const changed = rowChanges(before.tables[table] ?? [], after.tables[table] ?? []);
    if (Object.keys(changed).length > 0) rows[table] = changed;
  }
  const isNothing = Object.keys(fields).length + Object.keys(rows).length === 0;
  return isNothing ? undefined : { fields, rows };
}

function rowChanges(before: readonly Row[], after: readonly Row[]): Record<string, RowChange> {
  const known = new Map(before.map((row) => [row.id, row]));
  const changed: Record<string, RowChange> = {};
  for (const row of after) {
    const was = known.get(row.id);
    known.delete(row.id);
    if (was !== row && (!was || !isSameRow(was, row))) {
      changed[row.id] = { before: was ?? null, after: row };
    }
  }
  for (const row of known.values()) changed[row.id] = { before: row, after: null };
  return changed;
}

/** The way back. */
export function inverseOf({ fields, rows }: ContentChange): ContentChange {
  const turned = <Side>({ before, after }: { before: Side; after: Side }) => ({
    before: after,
    after: before,
  });
  return {
    fields: mapValues(fields, turned),
    rows: mapValues(rows, (changed) => mapValues(changed, turned)),
  };
}

/**
 * Does a change to a content that may have moved on since: a value or row is only touched where it
 * still is what the change started from, so that nothing another person wrote meanwhile is lost.
 */
export function applyChange(content: NoticeContent, change: ContentChange): NoticeContent {
  const fields = { ...content.fields };
  for (const [id, { before, after }] of Object.entries(change.fields)) {
    if (valueIn(fields, id) === before) fields[id] = after;
  }
  const tables = { ...content.tables };
  for (const [table, changed] of Object.entries(change.rows)) {
    tables[table] = withRowChanges(tables[table] ?? [], changed);
  }
  return { ...content, fields, tables };
}

/**
 * The content as it was before a change, or is after it, in the places that the change touches,
 * whatever stands there now; as `content` has it everywhere else.
 */
export function contentWith(
  content: NoticeContent,
  change: ContentChange,
  side: 'before' | 'after',
): NoticeContent {
  const fields = { ...content.fields };
  for (const [id, one] of Object.entries(change.fields)) fields[id] = one[side];
  const tables = { ...content.tables };
  for (const [table, changed] of Object.entries(change.rows)) {
    const left = new Map(Object.entries(changed));
    const standing = (tables[table] ?? []).flatMap((row) => {
      const one = left.get(row.id);
      left.delete(row.id);
      return one ? (one[side] ?? []) : [row];
    });
    tables[table] = [...standing, ...[...left.values()].flatMap((one) => one[side] ?? [])];
  }
  return { ...content, fields, tables };
}

function withRowChanges(rows: readonly Row[], changed: Readonly<Record<string, RowChange>>): Row[] {
  const left = new Map(Object.entries(changed));
  const kept = rows.flatMap((row) => {
    const one = left.get(row.id);
    left.delete(row.id);
    if (!one?.before) return [row];
    if (one.after) return [rowAfter(row, one.before, one.after)];
    return isSameRow(row, one.before) ? [] : [row];
  });
  const back = [...left.values()].flatMap(({ before, after }) => (!before && after ? [after] : []));
  return [...kept, ...back];
}

/** Cell by cell, and the position, where they still are as before. */
function rowAfter(row: Row, before: Row, after: Row): Row {
  const cells = { ...row.cells };
  for (const id of keysOf(before.cells, after.cells)) {
    const was = valueIn(before.cells, id);
    if (was !== valueIn(after.cells, id) && valueIn(cells, id) === was) {
      cells[id] = valueIn(after.cells, id);
    }
  }
  const position = row.position === before.position ? after.position : row.position;
  return { id: row.id, position, cells };
}

/**
 * Two changes in a row as one, where both touch the same single value: typing a sentence is one
 * step and not one for each key. Undefined where they do not belong together.
 */
export function joined(first: ContentChange, second: ContentChange): ContentChange | undefined {
  const place = singlePlace(first);
  if (place === undefined || place !== singlePlace(second)) return undefined;
  return {
    fields: mapValues(first.fields, (one, id) => ({
      before: one.before,
      after: second.fields[id]?.after ?? one.after,
    })),
    rows: mapValues(first.rows, (changed, table) =>
      mapValues(changed, (one, row) => ({
        before: one.before,
        after: second.rows[table]?.[row]?.after ?? one.after,
      })),
    ),
  };
}

/** Whether a change, after one was joined to it, leads back to where it started. */
export function isNothing({ fields, rows }: ContentChange): boolean {
  return (
    Object.values(fields).every(({ before, after }) => before === after) &&
    Object.values(rows).every((changed) =>
      Object.values(changed).every(({ before, after }) =>
        before && after ? isSameRow(before, after) : before === after,
      ),
    )
  );
}

/** The one value that a change touches, as a key; undefined where it touches more. */
function singlePlace({ fields, rows }: ContentChange): string | undefined {
  const [field, ...otherFields] = Object.keys(fields);
  const [table, ...otherTables] = Object.entries(rows);
  if (field !== undefined) return otherFields.length + Number(Boolean(table)) ? undefined : field;
  if (!table || otherTables.length > 0) return undefined;
  const [row, ...otherRows] = Object.entries(table[1]);
  if (!row || otherRows.length > 0) return undefined;
  const [id, { before, after }] = row;
  if (!before || !after || before.position !== after.position) return undefined;
  const cells = [...keysOf(before.cells, after.cells)].filter(
    (column) => valueIn(before.cells, column) !== valueIn(after.cells, column),
  );
  return cells.length === 1 ? `${table[0]} ${id} ${cells[0]}` : undefined;
}

function isSameRow(a: Row, b: Row): boolean {
  if (a === b) return true;
  if (a.position !== b.position) return false;
  return [...keysOf(a.cells, b.cells)].every((id) => valueIn(a.cells, id) === valueIn(b.cells, id));
}

function keysOf(a: object, b: object): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}

function mapValues<Value, Mapped>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
