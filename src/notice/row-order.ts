import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Row } from './content.ts';

/**
 * The order of rows. A position is a fractional index: a text that sorts between its neighbours', so
 * that a row can be put anywhere without touching another. Two phones that add rows at the same
 * place draw the same positions; then the id decides, and merging keeps each side's rows together.
 */

/** Order of rows: by position, then by id, so that two phones agree on it. */
export function byPosition(a: Row, b: Row): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Positions that were looked at before: most tables have the same. */
const known = new Set<string>();
const MOST_KNOWN = 10_000;

/** Whether a text is a position that others can be drawn before and after. */
export function isPosition(text: string): boolean {
  if (known.has(text)) return true;
  if (!isKey(text)) return false;
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(text);
  return true;
}

function isKey(text: string): boolean {
  if (!/^[0-9A-Za-z]{1,200}$/.test(text)) return false;
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    // the package says by an exception that it is no key of its own
    return false;
  }
}

/**
 * Puts each run of rows that only `incoming` added where it stood there: after the same row, and
 * after what head added in that place. Their positions change only where they must.
 */
export function withAddedRowsPlaced(
  merged: readonly Row[],
  base: readonly Row[],
  head: readonly Row[],
  incoming: readonly Row[],
): Row[] {
  const [inBase, inHead, inIncoming] = [idsOf(base), idsOf(head), idsOf(incoming)];
  const isIncomingsOwn = ({ id }: Row) => !inBase.has(id) && !inHead.has(id);
  const isHeadsOwn = ({ id }: Row) => !inBase.has(id) && !inIncoming.has(id);

  const rows = merged.filter((row) => !isIncomingsOwn(row)).sort(byPosition);
  const standing = idsOf(rows);
  let anchor: string | undefined;
  let run: Row[] = [];
  const place = () => {
    let at = rows.findIndex((row) => row.id === anchor) + 1;
    let next = rows[at];
    while (next && isHeadsOwn(next)) next = rows[++at];
    insertRun(rows, at, run);
    run = [];
  };
  for (const row of [...incoming].sort(byPosition)) {
    if (isIncomingsOwn(row)) {
      run.push(row);
    } else if (standing.has(row.id)) {
      place();
      anchor = row.id;
    }
  }
  place();
  return rows;
}

/** Inserts rows at an index of an ordered list, with new positions if theirs do not fit there. */
function insertRun(rows: Row[], index: number, run: readonly Row[]): void {
  const [first, last] = [run.at(0), run.at(-1)];
  if (!first || !last) return;
  if (isBefore(rows[index - 1], first) && isBefore(last, rows[index])) {
    rows.splice(index, 0, ...run);
    return;
  }
  // between two rows with the same position there is no room
  let at = index;
  while (at < rows.length && rows[at]?.position === rows[at - 1]?.position) at++;
  const positions = generateNKeysBetween(
    rows[at - 1]?.position ?? null,
    rows[at]?.position ?? null,
    run.length,
  );
  const placed = run.map((row, number) => ({
    ...row,
    position: positions[number] ?? row.position,
  }));
  rows.splice(at, 0, ...placed);
}

/** True too where there is no such neighbour. */
function isBefore(a: Row | undefined, b: Row | undefined): boolean {
  return !a || !b || byPosition(a, b) < 0;
}

function idsOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}
