import type { Table } from '../../catalogue/templates/index.ts';
import { type ColumnConcern, columnConcern } from '../../privacy/index.ts';
import { isSerialNumber, likeness, plainHeading } from './meanings.ts';

/** Where a column of a file goes: a column of the notice, by its id, or nowhere. */
export type ColumnTarget = string | null;

export interface ColumnMatch {
  /** The column's place in the file, from 0. */
  readonly index: number;
  /** The words above it; empty where there are none. */
  readonly heading: string;
  readonly target: ColumnTarget;
  /** Why it had better not be on the notice, told by its heading. */
  readonly concern?: ColumnConcern;
  /** It only numbers the rows, which the notice does by itself. */
  readonly isSerialNumber: boolean;
}

/** What was found above the rows. Rows are counted from 0. */
export interface HeaderMatch {
  /** Undefined where no heading was found: then the rows begin at once. */
  readonly headerRow: number | undefined;
  readonly firstRow: number;
  readonly columns: readonly ColumnMatch[];
}

/** Titles, notes and a line for the unit may stand above the header. */
const HEADER_SEARCH = 20;

/** Under what a person's correction of a heading is remembered. */
export function headingKey(table: Table, heading: string): string {
  return `${table.id} ${plainHeading(heading)}`;
}

/**
 * Finds the header among the first rows and tells which column means what. `remembered` holds what
 * people chose before, by `headingKey`; it goes before all likeness. A header of two lines is read
 * as one where the second names more columns than the first. Columns of numbers and of what may not
 * hang on a wall lead nowhere.
 */
export function matchHeader(
  rows: readonly (readonly string[])[],
  table: Table,
  remembered: Readonly<Record<string, ColumnTarget>> = {},
): HeaderMatch {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const known = (heading: string) => Object.hasOwn(remembered, headingKey(table, heading));
  const scores = rows
    .slice(0, HEADER_SEARCH)
    .map((row) => row.filter((heading) => known(heading) || namesColumn(heading, table)).length);
  const best = Math.max(0, ...scores);
  const headerRow = best === 0 ? undefined : scores.indexOf(best);
  if (headerRow === undefined) {
    const columns = Array.from({ length: width }, (_, index) => matchOf(index, '', null));
    return { headerRow, firstRow: 0, columns };
  }
  const headings = headingsAt(rows, headerRow, width);
  const chosen = chooseTargets(headings, table, remembered);
  return {
    headerRow,
    firstRow: headerRow + 1,
    columns: headings.map((heading, index) => matchOf(index, heading, chosen[index] ?? null)),
  };
}

/** The match with one column led elsewhere; a column of the notice is filled from one place only. */
export function withColumnTarget(
  match: HeaderMatch,
  index: number,
  target: ColumnTarget,
): HeaderMatch {
  return {
    ...match,
    columns: match.columns.map((column) => {
      if (column.index === index) return { ...column, target };
      return target !== null && column.target === target ? { ...column, target: null } : column;
    }),
  };
}

function matchOf(index: number, heading: string, target: ColumnTarget): ColumnMatch {
  const concern = columnConcern(heading);
  return {
    index,
    heading,
    target,
    ...(concern ? { concern } : {}),
    isSerialNumber: isSerialNumber(heading),
  };
}

function namesColumn(heading: string, table: Table): boolean {
  // a long text that happens to hold a column's name is a title or a note
  if (plainHeading(heading).length > 14) return false;
  return isSerialNumber(heading) || table.columns.some((column) => likeness(heading, column) >= 2);
}

/** The headings of a row; an empty one takes the words above it, where a merged heading stands. */
function headingsAt(
  rows: readonly (readonly string[])[],
  headerRow: number,
  width: number,
): string[] {
  const own = rows[headerRow] ?? [];
  const above = (rows[headerRow - 1] ?? []).filter((text) => text.trim() !== '');
  return Array.from({ length: width }, (_, index) => {
    const heading = (own[index] ?? '').replace(/\s+/g, ' ').trim();
    if (heading !== '' || above.length < 2) return heading;
    return (rows[headerRow - 1]?.[index] ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Gives each heading its column: what a person chose before first, then the surest likeness. */
function chooseTargets(
  headings: readonly string[],
  table: Table,
  remembered: Readonly<Record<string, ColumnTarget>>,
): ColumnTarget[] {
  const chosen: ColumnTarget[] = headings.map(() => null);
  const decided = new Set<number>();
  const taken = new Set<string>();
  for (const [index, heading] of headings.entries()) {
    const key = headingKey(table, heading);
    if (heading === '' || !Object.hasOwn(remembered, key)) continue;
    decided.add(index);
    const target = remembered[key] ?? null;
    if (target === null || taken.has(target)) continue;
    if (!table.columns.some((column) => column.id === target)) continue;
    chosen[index] = target;
    taken.add(target);
  }
  const candidates = headings.flatMap((heading, index) =>
    decided.has(index) || isSerialNumber(heading) || columnConcern(heading)
      ? []
      : table.columns.map(({ id, label }) => ({
          index,
          id,
          score: likeness(heading, { id, label }),
        })),
  );
  for (const { index, id, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (score === 0 || chosen[index] !== null || taken.has(id)) continue;
    chosen[index] = id;
    taken.add(id);
  }
  return chosen;
}
