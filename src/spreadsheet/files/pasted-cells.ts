import { htmlTables } from './html-tables.ts';
import { hasText } from './read-table-file.ts';
import { readText } from './read-text.ts';
import { type TableFile, Unreadable } from './table-file.ts';

/**
 * The cells that somebody copied in WPS, Excel or a web page: the table of the HTML where there is
 * one, since it keeps merged cells, else the text between tabs. Bounded like a file.
 */
export function readPastedCells(pasted: {
  readonly html: string;
  readonly text: string;
}): TableFile {
  try {
    const tables = pasted.html === '' ? [] : htmlTables(pasted.html).filter(hasText);
    const sheets = tables.length > 0 ? tables : readText(pasted.text).filter(hasText);
    return sheets.length > 0 ? { ok: true, sheets } : { ok: false, problem: 'empty' };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}
