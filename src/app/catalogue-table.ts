import {
  type Grid,
  type GridResult,
  gridFromMergedRanges,
  gridFromSpannedRows,
  gridFromText,
  ROW_LIMIT,
  type SpannedCell,
  type TableError,
} from '../catalogue/import/index.ts';
import { FILE_LIMIT, type Sheet, textIn } from '../spreadsheet/index.ts';
import { type FileProblem, readFile } from './read-file.ts';

/** Why no table came out of what was pasted or loaded. */
export type TableTrouble = TableError | { readonly code: FileProblem };

export type TableTaken =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly error: TableTrouble };

/** All 26 fields of a county as Word copies them, with its styles, stay below it. */
const HTML_LIMIT = 16_000_000;

/** A table out of the clipboard: its HTML where there is one, since that keeps merged cells. */
export function tableInClipboard(pasted: {
  readonly html: string;
  readonly text: string;
}): TableTaken {
  return /<table[\s>]/iu.test(pasted.html)
    ? tableInHtml(pasted.html)
    : taken(gridFromText(pasted.text));
}

/** A table out of a file: a workbook, or text of any kind, told by its bytes and not by its name. */
export async function tableInFile(file: Blob): Promise<TableTaken> {
  if (file.size > FILE_LIMIT) return { ok: false, error: { code: 'too-large' } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isPacked ? undefined : textIn(bytes);
  if (text !== undefined) return tableInClipboard({ html: text, text });
  const read = await readFile(file);
  if (!read.ok) return { ok: false, error: { code: read.problem } };
  const [widest] = [...read.sheets].sort((a, b) => cellsIn(b) - cellsIn(a));
  return widest
    ? taken(gridFromMergedRanges(widest.rows, widest.merged ?? []))
    : { ok: false, error: { code: 'empty' } };
}

function taken(result: GridResult): TableTaken {
  return result;
}

function cellsIn({ rows }: Sheet): number {
  return rows.reduce((sum, row) => sum + row.filter((text) => text.trim() !== '').length, 0);
}

/**
 * The table of a page: Word breaks one catalogue into several tables, so all of them are taken
 * together, after the lines that stand above the first. Read by an inert document: no script of it
 * runs and nothing it names is fetched.
 */
export function tableInHtml(html: string): TableTaken {
  if (html.length > HTML_LIMIT) return { ok: false, error: { code: 'too-large' } };
  // counted before it is parsed, which is what takes the time
  const rowCount = html.match(/<tr[\s>]/giu)?.length ?? 0;
  if (rowCount > ROW_LIMIT) {
    return { ok: false, error: { code: 'too-many-rows', limit: ROW_LIMIT } };
  }
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => !table.parentElement?.closest('table'),
  );
  const [first] = tables;
  if (!first) return { ok: false, error: { code: 'empty' } };
  const above = linesAbove(first).map((text): SpannedCell[] => [{ text }]);
  const rows = tables.flatMap((table) => [...table.rows].map(cellsOf));
  return taken(gridFromSpannedRows([...above, ...rows]));
}

function cellsOf(row: HTMLTableRowElement): SpannedCell[] {
  return [...row.cells].map((cell) => ({
    text: textOf(cell),
    rowSpan: cell.rowSpan,
    columnSpan: cell.colSpan,
  }));
}

/** More lines above a table belong to something else on the page. */
const LINES_ABOVE = 4;

function linesAbove(table: HTMLTableElement): string[] {
  const lines = [...table.ownerDocument.querySelectorAll('p, h1, h2, h3, h4, title')]
    .filter(
      (line) =>
        !line.closest('table') &&
        line.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    .map((line) => textOf(line).trim())
    .filter((text) => text !== '' && text.length <= 100);
  return [...new Set(lines)].slice(-LINES_ABOVE);
}

const BREAKS = new Set(['BR', 'P', 'DIV', 'LI', 'TR']);
const SILENT = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

/** The words of an element as a page shows them: one line a paragraph. */
function textOf(element: Element): string {
  let text = '';
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += (node.nodeValue ?? '').replace(/[\s\u00a0]+/gu, ' ');
      return;
    }
    if (SILENT.has(node.nodeName)) return;
    for (const child of node.childNodes) walk(child);
    if (BREAKS.has(node.nodeName)) text += '\n';
  };
  for (const child of element.childNodes) walk(child);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
