import type { Column, Table } from '../catalogue/templates/index.ts';
import {
  comparableGroup,
  comparableName,
  plain,
  type Row,
  readDay,
  readDecimal,
  valueIn,
} from '../notice/index.ts';

/** A row with its number on the notice, from 1. */
export interface NumberedRow {
  readonly row: Row;
  readonly number: number;
}

const words = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The rows in which a text stands, however its spaces and widths are set. */
export function rowsWith(rows: readonly NumberedRow[], wanted: string): readonly NumberedRow[] {
  const text = comparableName(wanted);
  if (text === '') return rows;
  return rows.filter(({ row }) =>
    Object.values(row.cells).some((cell) => comparableName(cell).includes(text)),
  );
}

/** The rows by the values of one column; equal ones keep their order, empty ones come last. */
export function sortedBy(rows: readonly NumberedRow[], column: Column): readonly NumberedRow[] {
  const compare = comparing(column);
  return rows.toSorted((a, b) => {
    const [left, right] = [valueIn(a.row.cells, column.id), valueIn(b.row.cells, column.id)];
    if (left.trim() === '' || right.trim() === '') {
      return Number(left.trim() === '') - Number(right.trim() === '');
    }
    return compare(left, right);
  });
}

function comparing({ type }: Column): (a: string, b: string) => number {
  switch (type) {
    case 'count':
    case 'amount':
    case 'rate':
    case 'year':
      return (a, b) => size(a) - size(b);
    case 'date':
      return (a, b) => words.compare(readDay(a) ?? a, readDay(b) ?? b);
    case 'group':
      return (a, b) => words.compare(comparableGroup(a), comparableGroup(b));
    case 'name':
    case 'phone':
    case 'yesNo':
    case 'text':
    case 'longText':
      return (a, b) => words.compare(plain(a), plain(b));
  }
}

/** Near enough for an order; what is no number comes first, where it is seen. */
function size(text: string): number {
  const decimal = readDecimal(text);
  return decimal ? Number(decimal.units) / 10 ** decimal.decimals : Number.NEGATIVE_INFINITY;
}

/** The columns that a list is sorted by with some purpose. */
export function sortableColumns(table: Table): readonly Column[] {
  return table.columns.filter(({ type }) => type !== 'longText' && type !== 'yesNo');
}
