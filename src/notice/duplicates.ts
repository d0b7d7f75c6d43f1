import type { Table } from '../catalogue/templates/index.ts';
import { type Row, valueIn } from './content.ts';
import { comparableGroup } from './group-forms.ts';
import { plain } from './values.ts';

/** Rows of one table that seem to be the same household. */
export interface Duplicate {
  /** `same`: name and group are written alike; `spacing`: only spaces, dots or widths differ. */
  readonly kind: 'same' | 'spacing';
  /** At least two, in the order of the sheet; numbers count from 1. */
  readonly rows: readonly { readonly id: string; readonly number: number }[];
  /** As the first of them is written. */
  readonly name: string;
  /** Empty where the table has no groups. */
  readonly group: string;
}

/** A name for comparing: without spaces and dots, in one width. */
export function comparableName(name: string): string {
  return plain(name).replace(/[\s·•・‧∙.．]/gu, '');
}

/**
 * Rows in which the same person stands twice: the same name within the same group, however spaces
 * and dots are set. Two namesakes in different groups are two people. `rows` in the order of the
 * sheet; a table without a column of names has no duplicates.
 */
export function duplicatesIn(table: Table, rows: readonly Row[]): readonly Duplicate[] {
  const nameColumn = table.columns.find(({ type }) => type === 'name');
  const groupColumn = table.columns.find(({ type }) => type === 'group');
  if (!nameColumn) return [];
  const nameOf = (row: Row) => valueIn(row.cells, nameColumn.id);
  const groupOf = (row: Row) => (groupColumn ? valueIn(row.cells, groupColumn.id) : '');
  const alike = new Map<string, { row: Row; number: number }[]>();
  for (const [index, row] of rows.entries()) {
    const name = comparableName(nameOf(row));
    if (name === '') continue;
    const key = `${comparableGroup(groupOf(row))} ${name}`;
    const known = alike.get(key);
    if (known) known.push({ row, number: index + 1 });
    else alike.set(key, [{ row, number: index + 1 }]);
  }
  return [...alike.values()].flatMap((found) => {
    const [first] = found;
    if (!first || found.length < 2) return [];
    const isSame = found.every(({ row }) => nameOf(row).trim() === nameOf(first.row).trim());
    return [
      {
        kind: isSame ? 'same' : 'spacing',
        rows: found.map(({ row, number }) => ({ id: row.id, number })),
        name: nameOf(first.row).trim(),
        group: groupOf(first.row).trim(),
      },
    ];
  });
}
