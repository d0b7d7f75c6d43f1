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

/** What stands outside the lists as a sheet of questions and answers; only what is filled in. */
export function answerSheet(
  template: Template,
  content: NoticeContent,
  words: { readonly name: string; readonly question: string; readonly answer: string },
): ExportSheet {
  const filled = template.fields.filter(
    (field) => isAsked(field, content) && valueIn(content.fields, field.id).trim() !== '',
  );
  return {
    name: words.name,
    headings: [words.question, words.answer],
    rows: filled.map(({ id, label, type, unit }) => [
      unit ? `${label}（${unit}）` : label,
      printed(type, valueIn(content.fields, id)),
    ]),
  };
}
