import type { Column, Table } from '../catalogue/templates/index.ts';
import { type Row, valueIn } from './content.ts';
import { comparableName } from './duplicates.ts';
import { comparableGroup } from './group-forms.ts';
import { isReadable } from './values.ts';

/**
 * The village's roster: its households, entered once. It knows group, householder and size, which is
 * what notices need of a household again and again; amounts and reasons belong to one notice alone.
 */
export type RosterCells = Readonly<Partial<Record<'group' | 'householder' | 'size', string>>>;

/** What a list that was filled in knows better than the roster. */
export interface RosterChange<Known> {
  /** The roster's entry for this household; absent where it has none. */
  readonly known?: Known;
  readonly cells: RosterCells;
}

/** Which of the roster's values a column holds, whatever its template calls it; undefined for none. */
function meaningOf(table: Table, column: Column): keyof RosterCells | undefined {
  if (column.internal) return undefined;
  if (column.type === 'group') return 'group';
  if (column.id === 'size' && column.type === 'count') return 'size';
  const isName = column.type === 'name' && table.columns.find(({ type }) => type === 'name');
  return isName === column ? 'householder' : undefined;
}

/** Whether a list is one of households, so that the roster has something to do with it. */
export function isListOfHouseholds(table: Table): boolean {
  const meanings = table.columns.map((column) => meaningOf(table, column));
  return meanings.includes('householder') && meanings.includes('group');
}

/** What the roster keeps of a row; a size that is no number is left out. */
export function rosterCellsOf(table: Table, row: Pick<Row, 'cells'>): RosterCells {
  const cells: Partial<Record<keyof RosterCells, string>> = {};
  for (const column of table.columns) {
    const meaning = meaningOf(table, column);
    const value = valueIn(row.cells, column.id).trim();
    if (meaning && value !== '' && isReadable(column.type, value)) cells[meaning] = value;
  }
  return cells;
}

/** The cells of a new row of a list, for a household of the roster. */
export function cellsFromRoster(table: Table, cells: RosterCells): Record<string, string> {
  return Object.fromEntries(
    table.columns.flatMap((column): [string, string][] => {
      const meaning = meaningOf(table, column);
      const value = meaning && cells[meaning];
      return value ? [[column.id, value]] : [];
    }),
  );
}

/** The same for the same household, however spaces, dots and numerals are set; empty without a name. */
export function householdKey({ group = '', householder = '' }: RosterCells): string {
  const name = comparableName(householder);
  return name === '' ? '' : `${comparableGroup(group)} ${name}`;
}

/**
 * What a list could tell the roster: households that it does not have, and sizes that differ. Rows
 * without a name tell nothing; of a household that stands twice the last row counts.
 */
export function rosterChanges<Known extends { readonly cells: RosterCells }>(
  table: Table,
  rows: readonly Row[],
  roster: readonly Known[],
): readonly RosterChange<Known>[] {
  const known = new Map(roster.map((one) => [householdKey(one.cells), one]));
  const changes = new Map<string, RosterChange<Known>>();
  for (const row of rows) {
    const cells = rosterCellsOf(table, row);
    const key = householdKey(cells);
    if (key === '') continue;
    const entry = known.get(key);
    if (!entry) changes.set(key, { cells });
    else if (cells.size === entry.cells.size) changes.delete(key);
    else if (cells.size !== undefined) {
      changes.set(key, { known: entry, cells: { ...entry.cells, ...cells } });
    }
  }
  return [...changes.values()];
}
