import type { Template } from '../catalogue/templates/index.ts';
import type { NoticeContent } from '../notice/index.ts';
import type { answerSheet, ExportSheet } from '../spreadsheet/index.ts';
import { saveFile } from './save-file.ts';

export type ExportForm = 'xlsx' | 'csv';

/** What the sheets of a file are called. */
export interface ExportWords {
  readonly serialNumber: string;
  readonly answers: Parameters<typeof answerSheet>[2];
}

const FEWEST_CHARACTERS = 3;
/** What a workbook allows for a sheet's name. */
const LONGEST_NAME = 31;

/**
 * Saves a notice as a workbook, its lists first and then what else it says, or as CSV: its lists, or
 * its answers where it has none. What makes the files is fetched when it is asked for.
 */
export async function exportNotice(
  form: ExportForm,
  template: Template,
  content: NoticeContent,
  words: ExportWords,
): Promise<void> {
  const { answerSheet, csvOf, exportSheets } = await import('./rooms/files.ts');
  const lists = exportSheets(template, content, words.serialNumber);
  const answers = answerSheet(template, content, words.answers);
  if (form === 'xlsx') {
    saveFile(await workbookOf([...lists, answers]), `${template.name}.xlsx`);
    return;
  }
  const text = csvOf(lists.length > 0 ? lists : [answers]);
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${template.name}.csv`);
}

async function workbookOf(sheets: readonly ExportSheet[]): Promise<Blob> {
  const { writeWorkbook, workbookCell } = await import('./rooms/files.ts');
  return writeWorkbook(
    sheets.map(({ name, headings, rows }) => ({
      sheet: name.slice(0, LONGEST_NAME),
      columns: headings.map((heading, column) => ({
        width: widthOf([heading, ...rows.map((row) => row[column] ?? '')]),
      })),
      stickyRowsCount: 1,
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(workbookCell)),
      ],
    })),
  ).toBlob();
}

/** A Chinese character is about twice as wide as a digit. */
function widthOf(texts: readonly string[]): number {
  return (
    2 + 2 * texts.reduce((longest, { length }) => Math.max(longest, length), FEWEST_CHARACTERS)
  );
}
