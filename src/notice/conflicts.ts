import * as v from 'valibot';
import { canonicalJson } from './canonical.ts';
import { IdSchema, type NoticeContent, valueIn } from './content.ts';

/**
 * What people filled in differently. A conflict stands until somebody settles it; whatever the
 * content holds at its place is always one of its values, so a choice between them loses nothing
 * unseen.
 */

/** Who wrote a value and when (an instant in ISO form, of the writer's own clock). */
export const AuthorSchema = v.strictObject({
  person: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(100)),
  at: v.pipe(v.string(), v.maxLength(40)),
});
export type Author = v.InferOutput<typeof AuthorSchema>;

export const ConflictPlaceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('field'), field: IdSchema }),
  v.strictObject({ kind: v.literal('cell'), table: IdSchema, row: IdSchema, column: IdSchema }),
  v.strictObject({ kind: v.literal('row'), table: IdSchema, row: IdSchema }),
]);
export type ConflictPlace = v.InferOutput<typeof ConflictPlaceSchema>;

export const ConflictSchema = v.strictObject({
  place: ConflictPlaceSchema,
  /** What was written, in the order it arrived; null is a deleted row. */
  values: v.array(v.strictObject({ value: v.nullable(v.string()), by: AuthorSchema })),
});
export type Conflict = v.InferOutput<typeof ConflictSchema>;

/** Whether two conflicts are about the same place in the notice. */
export function isSamePlace(a: ConflictPlace, b: ConflictPlace): boolean {
  return placeKey(a) === placeKey(b);
}

/** A text that names the place; two places share it exactly when they are the same. */
export function placeKey(place: ConflictPlace): string {
  switch (place.kind) {
    case 'field':
      return `field/${place.field}`;
    case 'cell':
      return `cell/${place.table}/${place.row}/${place.column}`;
    case 'row':
      return `row/${place.table}/${place.row}`;
  }
}

/** What a content holds at a place: a value, or a row's values in one text; null for no such row. */
export function valueAt(content: NoticeContent, place: ConflictPlace): string | null {
  if (place.kind === 'field') return valueIn(content.fields, place.field);
  const row = content.tables[place.table]?.find((one) => one.id === place.row);
  if (!row) return null;
  return place.kind === 'cell' ? valueIn(row.cells, place.column) : rowText(row.cells);
}

/** A row's values in one text, for people to recognise it by. */
export function rowText(cells: Readonly<Record<string, string>>): string {
  return Object.values(cells).filter(Boolean).join(' ');
}

/** All of both lists: values about the same place stand together, each once. */
export function unionOfConflicts(
  known: readonly Conflict[],
  added: readonly Conflict[],
): readonly Conflict[] {
  const union = new Map<string, Conflict>();
  for (const { place, values } of [...known, ...added]) {
    const key = placeKey(place);
    const together = [...(union.get(key)?.values ?? [])];
    for (const one of values) {
      if (!together.some(({ value }) => value === one.value)) together.push(one);
    }
    union.set(key, { place, values: together });
  }
  return [...union.values()];
}

/** The conflicts of `all` that hold a value which `known` does not: what is still to be told. */
export function conflictsBeyond(
  known: readonly Conflict[],
  all: readonly Conflict[],
): readonly Conflict[] {
  const told = new Map(known.map(({ place, values }) => [placeKey(place), values]));
  return all.filter(({ place, values }) => {
    const toldHere = told.get(placeKey(place)) ?? [];
    return values.some((one) => !toldHere.some(({ value }) => value === one.value));
  });
}

/** Whether both lists say the same. */
export function areSameConflicts(a: readonly Conflict[], b: readonly Conflict[]): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/**
 * The conflicts that stay open when somebody who saw them turns `before` into `after`. What was typed
 * over a place in conflict joins its values (and takes the place of the writer's own); a row that
 * was deleted takes its conflicts along.
 */
export function conflictsAfterEdit(
  conflicts: readonly Conflict[],
  before: NoticeContent,
  after: NoticeContent,
  by: Author,
): readonly Conflict[] {
  return conflicts.flatMap((conflict) => {
    const { place, values } = conflict;
    const was = valueAt(before, place);
    const now = valueAt(after, place);
    if (was !== null && now === null) return [];
    if (place.kind === 'row' || now === was || now === null) return [conflict];
    if (values.some(({ value }) => value === now)) return [conflict];
    const others = values.filter((one) => one.value !== was || one.by.person !== by.person);
    return [{ place, values: [...others, { value: now, by }] }];
  });
}
