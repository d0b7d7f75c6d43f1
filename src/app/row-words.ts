import type { Column, Table } from '../catalogue/templates/index.ts';
import { printed, type Row } from '../notice/index.ts';

/** The column that a row is called by: its person's name, else its first text. */
export function nameColumnOf(table: Table): Column | undefined {
  return table.columns.find(({ type }) => type === 'name') ?? table.columns[0];
}

/** What a row is called; empty while nothing stands there. */
export function nameOf(table: Table, row: Pick<Row, 'cells'>): string {
  const column = nameColumnOf(table);
  return (column && row.cells[column.id]?.trim()) || '';
}

/** The rest of a row in one line, with units, as it will be printed. */
export function restOf(table: Table, row: Pick<Row, 'cells'>): string {
  const name = nameColumnOf(table);
  return table.columns
    .filter((column) => column !== name && !column.internal)
    .map((column) => {
      const text = printed(column.type, row.cells[column.id] ?? '');
      return text === '' ? '' : text + (column.unit ?? '');
    })
    .filter((text) => text !== '')
    .join(' · ');
}
