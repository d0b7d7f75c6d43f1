import {
  type Author,
  type Conflict,
  type ConflictPlace,
  conflictsAfterEdit,
  rowText,
  unionOfConflicts,
} from './conflicts.ts';
import { type NoticeContent, type Row, valueIn } from './content.ts';
import { withAddedRowsPlaced } from './row-order.ts';

/**
 * Merging two people's edits of one notice, field by field, row by row, cell by cell. `head` is what
 * the notice holds now, `incoming` what somebody made of `base` meanwhile. Pure; used by the server
 * for a save and by the device when it pulls onto unsent edits.
 *
 * Promises: a value changed on one side only is taken; where both changed the same place to
 * different values, head's stands in the content and both stand in a conflict; a row deleted on one
 * side and edited on the other, or in conflict there, is kept, in conflict. Rows added on both sides
 * are all there, each side's together. No typed value is ever dropped.
 */

/** What somebody's side of a merge holds. */
export interface Edition {
  readonly content: NoticeContent;
  /** Who wrote it last. */
  readonly by: Author;
  /** Who gave a place its value, where that is known better. */
  readonly authorOf?: (place: ConflictPlace) => Author;
  /** For head those open in it, for incoming those that its device found since base. */
  readonly conflicts?: readonly Conflict[];
}

export interface Merged {
  readonly content: NoticeContent;
  /** All that are open now: those that the two sides brought along and those found in the merge. */
  readonly conflicts: readonly Conflict[];
}

export function mergeContent(base: NoticeContent, head: Edition, incoming: Edition): Merged {
  const found: Conflict[] = [];
  const disagree = (place: ConflictPlace, ours: string | null, theirs: string | null) =>
    found.push({
      place,
      values: [
        { value: ours, by: head.authorOf?.(place) ?? head.by },
        { value: theirs, by: incoming.authorOf?.(place) ?? incoming.by },
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
    const sides: Sides = {
      base: base.tables[table] ?? [],
      head: head.content.tables[table] ?? [],
      incoming: incoming.content.tables[table] ?? [],
      isContested: (row) => isInConflict(head, table, row) || isInConflict(incoming, table, row),
    };
    const rows = mergeRows(
      sides,
      (row, column, ours, theirs) => disagree({ kind: 'cell', table, row, column }, ours, theirs),
      (row, ours, theirs) => disagree({ kind: 'row', table, row }, ours, theirs),
    );
    tables[table] = withAddedRowsPlaced(rows, sides.base, sides.head, sides.incoming);
  }

  const newer = incoming.content.templateVersion > head.content.templateVersion ? incoming : head;
  const content: NoticeContent = {
    template: head.content.template,
    templateVersion: newer.content.templateVersion,
    fields,
    tables,
  };
  return { content, conflicts: openConflicts(head, incoming, content, found) };
}

function openConflicts(
  head: Edition,
  incoming: Edition,
  merged: NoticeContent,
  found: readonly Conflict[],
): readonly Conflict[] {
  const ours = conflictsAfterEdit(head.conflicts ?? [], head.content, merged, incoming.by);
  const theirs = conflictsAfterEdit(incoming.conflicts ?? [], incoming.content, merged, head.by);
  return unionOfConflicts(unionOfConflicts(ours, theirs), found);
}

function isInConflict({ conflicts = [] }: Edition, table: string, row: string): boolean {
  return conflicts.some(
    ({ place }) => place.kind !== 'field' && place.table === table && place.row === row,
  );
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
    const was = valueIn(base, id);
    const ours = valueIn(head, id);
    const theirs = valueIn(incoming, id);
    if (ours === theirs || theirs === was) merged[id] = ours;
    else if (ours === was) merged[id] = theirs;
    else {
      merged[id] = ours;
      disagree(id, ours, theirs);
    }
  }
  return merged;
}

interface Sides {
  readonly base: readonly Row[];
  readonly head: readonly Row[];
  readonly incoming: readonly Row[];
  /** Whether people have yet to decide on something in this row. */
  readonly isContested: (row: string) => boolean;
}

function mergeRows(
  { base, head, incoming, isContested }: Sides,
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
    if (was && sameCells(kept.cells, was.cells) && !isContested(id)) continue;
    merged.push(kept);
    if (was)
      disagreeOnRow(id, mine ? rowText(mine.cells) : null, other ? rowText(other.cells) : null);
  }
  return merged;
}

function sameCells(a: Values, b: Values): boolean {
  return [...unionOfKeys(a, b)].every((id) => valueIn(a, id) === valueIn(b, id));
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function unionOfKeys(a: object, b: object): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}
