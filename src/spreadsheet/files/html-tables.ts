import { attribute, decoded } from '../workbook/xml.ts';
import { CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, type Sheet, Unreadable } from './table-file.ts';

/** Whether a text is HTML with a table in it, rather than cells between separators. */
export function isHtml(text: string): boolean {
  return /<table[\s>]/i.test(text) && /^\s*(?:<|Version:)/.test(text.slice(0, 200));
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[^<]+|</gi;

/** What rows and cells are called in the XML of Excel 2003, which old systems still write. */
const SAME_AS: Readonly<Record<string, string>> = { Row: 'tr', Cell: 'td' };

/**
 * The tables of an HTML text, each as a sheet; what a cell spans downwards stands in each of its
 * rows, what it spans to the right leaves blanks. Nothing is loaded and no script is run: it is only
 * read as text. A table within a table belongs to the outer one's cell.
 */
export function htmlTables(html: string): Sheet[] {
  const sheets: { name: string; rows: string[][] }[] = [];
  let rows: string[][] | undefined;
  let depth = 0;
  let row = -1;
  let column = 0;
  let cell: Cell | undefined;
  let silent = '';
  let title = '';
  const endCell = () => {
    if (cell && rows) place(rows, cell);
    cell = undefined;
  };
  for (const [token, slash, tag = '', attributes = ''] of html.matchAll(TOKEN)) {
    const name = SAME_AS[tag] ?? tag.toLowerCase();
    const isClose = slash === '/';
    if (silent !== '') {
      if (isClose && name === silent) silent = '';
    } else if (name === 'script' || name === 'style') {
      if (!isClose) silent = name;
    } else if (name === 'worksheet') {
      title = attribute(attributes, 'Name') ?? '';
    } else if (name === 'table') {
      depth += isClose ? -1 : 1;
      if (!isClose && depth === 1) {
        rows = [];
        sheets.push({ name: title, rows });
        row = -1;
      } else if (isClose && depth <= 0) {
        endCell();
        rows = undefined;
        depth = 0;
      }
    } else if (rows && depth === 1 && name === 'tr') {
      endCell();
      if (!isClose) {
        row = placeAt(attributes) ?? row + 1;
        column = 0;
        if (row >= ROW_LIMIT) throw new Unreadable('too-many-rows');
      }
    } else if (rows && depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      if (!isClose && row >= 0) {
        column = placeAt(attributes) ?? column;
        while (rows[row]?.[column] !== undefined) column += 1;
        const rowSpan = span(attributes, 'rowspan') + span(attributes, 'MergeDown', 0);
        const width = span(attributes, 'colspan') + span(attributes, 'MergeAcross', 0);
        cell = { row, column, text: '', rowSpan, width };
        column += width;
      }
    } else if (cell) {
      if (name === 'br' || name === 'p' || name === 'div') cell.text += ' ';
      else if (name === '' && !token.startsWith('<')) cell.text += decoded(token);
    }
  }
  endCell();
  return sheets.map(({ name, rows: laid }) => ({
    name,
    rows: Array.from(laid, (line) => Array.from(line ?? [], (text) => text ?? '')),
  }));
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly width: number;
  text: string;
}

function place(rows: string[][], { row, column, rowSpan, width, text }: Cell): void {
  const clean = text
    .replace(/^(\d{4}-\d\d-\d\d)T00:00:00.*$/, '$1')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, CELL_LIMIT);
  const bottom = Math.min(row + rowSpan, ROW_LIMIT);
  const right = Math.min(column + width, COLUMN_LIMIT);
  for (let below = row; below < bottom; below += 1) {
    const line = rows[below] ?? [];
    rows[below] = line;
    for (let at = column; at < right; at += 1) line[at] ??= at === column ? clean : '';
  }
}

function span(attributes: string, name: string, least = 1): number {
  const count = Number(attribute(attributes, name) ?? least);
  return Number.isSafeInteger(count) && count > least ? Math.min(count, 1_000) : least;
}

/** Where a row or cell of a workbook of 2003 says that it stands, from 0. */
function placeAt(attributes: string): number | undefined {
  const place = Number(attribute(attributes, 'Index'));
  return Number.isSafeInteger(place) && place > 0 ? place - 1 : undefined;
}
