import type { Table } from '../../catalogue/templates/index.ts';
import { type ColumnConcern, columnConcern } from '../../privacy/index.ts';
import { targetsByCells } from './meaning-of-cells.ts';
import { isSerialNumber, likeness, plainHeading } from './meanings.ts';
import { unitByAmounts, unitInHeading, unitInLine } from './unit-conversion.ts';

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
  /** The unit of its amounts, where the heading or a line above the list tells it. */
  readonly unit?: string;
  /** Whether that unit was only told by how large the amounts are. */
  readonly isUnitGuessed?: boolean;
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
 * as one, whichever of them names more columns. Columns of numbers and of what may not hang on a
 * wall lead nowhere. A list without a header is told by what stands in its columns.
 */
export function matchHeader(
  rows: readonly (readonly string[])[],
  table: Table,
  remembered: Readonly<Record<string, ColumnTarget>> = {},
): HeaderMatch {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const headerRow = headerRowOf(rows, table, remembered);
  if (headerRow === undefined) {
    const targets = targetsByCells(rows, width, table);
    return { headerRow, firstRow: 0, columns: targets.map((to, index) => matchOf(index, '', to)) };
  }
  const isOfTwo = isSecondLine(rows[headerRow] ?? [], rows[headerRow + 1] ?? [], table);
  const headings = isOfTwo
    ? headingsAt(rows, headerRow + 1, width)
    : headingsAt(rows, headerRow, width);
  const chosen = chooseTargets(headings, table, remembered);
  const unit = rows.slice(0, headerRow).flat().map(unitInLine).find(Boolean);
  const firstRow = headerRow + (isOfTwo ? 2 : 1);
  const columns = headings.map((heading, index) =>
    matchOf(index, heading, chosen[index] ?? null, unitInHeading(heading) ?? unit),
  );
  const match = { headerRow, firstRow, columns };
  return columns.reduce<HeaderMatch>(
    (known, { index }) => withGuessedUnit(known, index, rows, table),
    match,
  );
}

/** The match with a unit for a column whose amounts would be too large in the notice's own. */
function withGuessedUnit(
  match: HeaderMatch,
  index: number,
  rows: readonly (readonly string[])[],
  table: Table,
): HeaderMatch {
  const found = match.columns[index];
  const column = table.columns.find(({ id }) => id === found?.target);
  if (!column || found?.unit !== undefined) return match;
  const texts = rows.slice(match.firstRow).map((row) => row[index] ?? '');
  const unit = unitByAmounts(texts, column);
  if (unit === undefined) return match;
  const columns = match.columns.map((one) =>
    one.index === index ? { ...one, unit, isUnitGuessed: true } : one,
  );
  return { ...match, columns };
}

/** How many columns the best row among the first names; by it a list is told from a page of advice. */
export function headerLikeness(rows: readonly (readonly string[])[], table: Table): number {
  return Math.max(0, ...scoresOf(rows, table, {}));
}

/** The row that names most columns; undefined where none names any. */
export function headerRowOf(
  rows: readonly (readonly string[])[],
  table: Table,
  remembered: Readonly<Record<string, ColumnTarget>> = {},
): number | undefined {
  const scores = scoresOf(rows, table, remembered);
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : scores.indexOf(best);
}

function scoresOf(
  rows: readonly (readonly string[])[],
  table: Table,
  remembered: Readonly<Record<string, ColumnTarget>>,
): number[] {
  const known = (heading: string) => Object.hasOwn(remembered, headingKey(table, heading));
  return rows
    .slice(0, HEADER_SEARCH)
    .map((row) => row.filter((heading) => known(heading) || namesColumn(heading, table)).length);
}

/**
 * Whether the row below a header goes on with it: it says something only where the header is blank
 * or begins a heading over several columns, and names a column itself.
 */
function isSecondLine(header: readonly string[], below: readonly string[], table: Table): boolean {
  const at = (index: number) => header[index]?.trim() ?? '';
  const own = below.flatMap((text, index) =>
    text.trim() === '' || text.trim() === at(index) ? [] : [{ text: text.trim(), index }],
  );
  if (!own.some(({ text }) => namesColumn(text, table))) return false;
  const last = header.findLastIndex((text) => text.trim() !== '');
  return own.every(
    ({ text, index }) =>
      !/\d/.test(text.normalize('NFKC')) &&
      (at(index) === '' ? index > 0 : at(index + 1) === '' && (index < last || own.length > 1)),
  );
}

/** The match with the amounts of one column read in another unit. */
export function withColumnUnit(match: HeaderMatch, index: number, unit: string): HeaderMatch {
  return {
    ...match,
    columns: match.columns.map((column) =>
      column.index === index ? { ...column, unit, isUnitGuessed: false } : column,
    ),
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

function matchOf(
  index: number,
  heading: string,
  target: ColumnTarget,
  unit?: string | undefined,
): ColumnMatch {
  const concern = columnConcern(heading);
  return {
    index,
    heading,
    target,
    ...(concern ? { concern } : {}),
    isSerialNumber: isSerialNumber(heading),
    ...(unit === undefined ? {} : { unit }),
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
