import type { Template } from '../../catalogue/templates/index.ts';
import { isAsked, type NoticeContent, printed, rowsInOrder, valueIn } from '../../notice/index.ts';

/** One list of a notice as a sheet: its name, its headings, its rows as they are printed. */
export interface ExportSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The lists of a notice that are asked, in its order, each with a serial number in front and units
 * in the headings, so that the file can be taken in again. Columns that are never printed stay out.
 */
export function exportSheets(
  template: Template,
  content: NoticeContent,
  serialHeading: string,
): readonly ExportSheet[] {
  return template.tables
    .filter((table) => isAsked(table, content))
    .map((table) => {
      const columns = table.columns.filter((column) => !column.internal);
      return {
        name: table.label,
        headings: [
          serialHeading,
          ...columns.map(({ label, unit }) => (unit ? `${label}（${unit}）` : label)),
        ],
        rows: rowsInOrder(content, table.id).map((row, index) => [
          String(index + 1),
          ...columns.map(({ id, type }) => printed(type, valueIn(row.cells, id))),
        ]),
      };
    });
}
