import * as v from 'valibot';
import type { NoticeContent, Row } from './content.ts';

/**
 * Merging two people's edits of one notice, field by field, row by row, cell by cell. `head` is what
 * the notice holds now, `incoming` what somebody made of `base` meanwhile. Pure; used by the server
 * for a save and by the device when it pulls onto unsent edits.
 *
 * Promises: a value changed on one side only is taken; where both changed the same place to
 * different values, head's stands in the content and both stand in a conflict; a row deleted on one
 * side and edited on the other is kept, in conflict. No typed value is ever dropped.
 */

/** Who wrote a value and when (an instant in ISO form, of the writer's own clock). */
export const AuthorSchema = v.strictObject({
  person: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(100)),
  at: v.pipe(v.string(), v.maxLength(40)),
});
export type Author = v.InferOutput<typeof AuthorSchema>;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const ConflictPlaceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('field'), field: Id }),
  v.strictObject({ kind: v.literal('cell'), table: Id, row: Id, column: Id }),
  v.strictObject({ kind: v.literal('row'), table: Id, row: Id }),
]);
export type ConflictPlace = v.InferOutput<typeof ConflictPlaceSchema>;

export const ConflictSchema = v.strictObject({
  place: ConflictPlaceSchema,
  /** What was written, in the order it arrived; null is a deleted row. */
  values: v.array(v.strictObject({ value: v.nullable(v.string()), by: AuthorSchema })),
});
export type Conflict = v.InferOutput<typeof ConflictSchema>;

export interface Edition {
  readonly content: NoticeContent;
  readonly by: Author;
}

export interface Merged {
  readonly content: NoticeContent;
  readonly conflicts: readonly Conflict[];
}

export function mergeContent(base: NoticeContent, head: Edition, incoming: Edition): Merged {
  const conflicts: Conflict[] = [];
  const disagree = (place: ConflictPlace, ours: string | null, theirs: string | null) =>
    conflicts.push({
      place,
      values: [
        { value: ours, by: head.by },
        { value: theirs, by: incoming.by },
      ],
    });

  const fields = mergeValues(
    base.fields,
    head.content.fields,
    incoming.content.fields,
    (field, ours, theirs) => disagree({ kind: 'field', field }, ours, theirs),
  );

  const tables: Record<string, Row[]> = {};
  for (const table of unionOfKeys(head.content.tables, incoming.content.tables)) {
    tables[table] = mergeRows(
      base.tables[table] ?? [],
      head.content.tables[table] ?? [],
      incoming.content.tables[table] ?? [],
      (row, column, ours, theirs) => disagree({ kind: 'cell', table, row, column }, ours, theirs),
      (row, ours, theirs) => disagree({ kind: 'row', table, row }, ours, theirs),
    );
  }

  const newer = incoming.content.templateVersion > head.content.templateVersion ? incoming : head;
  return {
    content: {
      template: head.content.template,
      templateVersion: newer.content.templateVersion,
      fields,
      tables,
    },
    conflicts,
  };
}

type Values = Readonly<Record<string, string>>;

/** An absent value and an empty one are the same: both are nothing typed. */
function mergeValues(
  base: Values,
  head: Values,
  incoming: Values,
  disagree: (id: string, ours: string, theirs: string) => void,
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const id of unionOfKeys(head, incoming)) {
    const [was, ours, theirs] = [base[id] ?? '', head[id] ?? '', incoming[id] ?? ''];
    if (ours === theirs || theirs === was) merged[id] = ours;
    else if (ours === was) merged[id] = theirs;
    else {
      merged[id] = ours;
      disagree(id, ours, theirs);
    }
  }
  return merged;
}

function mergeRows(
  base: readonly Row[],
  head: readonly Row[],
  incoming: readonly Row[],
  disagreeOnCell: (row: string, column: string, ours: string, theirs: string) => void,
  disagreeOnRow: (row: string, ours: string | null, theirs: string | null) => void,
): Row[] {
  const before = byId(base);
  const ours = byId(head);
  const theirs = byId(incoming);
  const merged: Row[] = [];

  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const was = before.get(id);
    const mine = ours.get(id);
    const other = theirs.get(id);
    if (mine && other) {
      merged.push({
        id,
        position: was && mine.position === was.position ? other.position : mine.position,
        cells: mergeValues(was?.cells ?? {}, mine.cells, other.cells, (column, a, b) =>
          disagreeOnCell(id, column, a, b),
        ),
      });
      continue;
    }
    const kept = mine ?? other;
    if (!kept) continue;
    const deletedElsewhere = was !== undefined;
    if (deletedElsewhere && sameCells(kept.cells, was.cells)) continue;
    merged.push(kept);
    if (deletedElsewhere) {
      const text = Object.values(kept.cells).filter(Boolean).join(' ');
      disagreeOnRow(id, mine ? text : null, other ? text : null);
    }
  }
  return merged;
}

function sameCells(a: Values, b: Values): boolean {
  return [...unionOfKeys(a, b)].every((id) => (a[id] ?? '') === (b[id] ?? ''));
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function unionOfKeys(a: object, b: object): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}

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

/** Both lists in one: values about the same place stand together, each once. */
export function unionOfConflicts(
  known: readonly Conflict[],
  added: readonly Conflict[],
): readonly Conflict[] {
  const union = new Map(known.map((one) => [placeKey(one.place), one]));
  for (const conflict of added) {
    const key = placeKey(conflict.place);
    const existing = union.get(key);
    const values = [...(existing?.values ?? [])];
    for (const one of conflict.values) {
      if (!values.some((other) => other.value === one.value)) values.push(one);
    }
    union.set(key, { place: conflict.place, values });
  }
  return [...union.values()];
}
