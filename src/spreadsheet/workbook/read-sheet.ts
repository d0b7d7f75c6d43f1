import {
  CELL_LIMIT,
  COLUMN_LIMIT,
  type MergedRange,
  ROW_LIMIT,
  type Sheet,
  Unreadable,
} from '../files/table-file.ts';
import { type NumberForm, numberText } from './number-text.ts';
import { attribute, xmlPieces } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface CellReading {
  readonly strings: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly isFrom1904: boolean;
}

/** More merged ranges than rows have no purpose in a list. */
const MERGE_LIMIT = 10_000;

/**
 * The rows of one sheet as texts, blank rows included where cells follow. A range merged downwards
 * (one group over its households) gives its text to each of its rows; `merged` tells all ranges.
 *
 * @throws Unreadable `too-many-rows` where texts stand below the limit.
 */
export function readSheet(xml: string, reading: CellReading): Required<Omit<Sheet, 'name'>> {
  const rows: string[][] = [];
  const hiddenRows: number[] = [];
  const merged: MergedRange[] = [];
  let row = -1;
  let column = -1;
  let cell: { type: string; style: number } | undefined;
  let value = '';
  let isValue = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isValue) value += piece.text;
      continue;
    }
    const isOpen = piece.kind === 'open';
    switch (piece.name) {
      case 'row':
        if (isOpen) {
          row = indexOf(attribute(piece.attributes, 'r'), row + 1);
          column = -1;
          const isHidden = /[\s]hidden\s*=\s*["'](?:1|true)/.test(piece.attributes);
          if (isHidden && row < ROW_LIMIT) hiddenRows.push(row);
        }
        break;
      case 'c':
        if (isOpen) {
          column = columnOf(attribute(piece.attributes, 'r'), column + 1);
          value = '';
          cell = {
            type: attribute(piece.attributes, 't') ?? 'n',
            style: Number(attribute(piece.attributes, 's') ?? 0),
          };
        }
        if (cell && (!isOpen || piece.isEmpty)) {
          put(rows, row, column, cellText(cell, value, reading));
          cell = undefined;
        }
        break;
      case 'v':
      case 't':
        isValue = isOpen && !piece.isEmpty && cell !== undefined;
        break;
      case 'mergeCell':
        if (isOpen && merged.length < MERGE_LIMIT) {
          merged.push(...rangesAt(attribute(piece.attributes, 'ref') ?? ''));
        }
        break;
    }
  }
  for (const range of merged) fillDown(rows, range);
  return {
    rows: Array.from(rows, (one) => Array.from(one ?? [], (text) => text ?? '')),
    merged,
    hiddenRows,
  };
}

function put(rows: string[][], row: number, column: number, text: string): void {
  if (text.trim() === '' || column >= COLUMN_LIMIT) return;
  if (row >= ROW_LIMIT) throw new Unreadable('too-many-rows');
  const line = rows[row] ?? [];
  // line ends, as a workbook keeps them (ECMA-376 part 1, 22.9.2.19)
  const plain = text.includes('_x00') ? text.replace(/_x00(?:0[9AD]|1F)_/gi, ' ') : text;
  line[column] = plain.slice(0, CELL_LIMIT);
  rows[row] = line;
}

function cellText(
  { type, style }: { type: string; style: number },
  value: string,
  { strings, forms, isFrom1904 }: CellReading,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
    case 'e':
      return value;
    case 'b':
      return value === '1' ? '是' : '否';
    case 'd':
      return value.slice(0, 10);
    default:
      return numberText(value, forms[style] ?? 'plain', isFrom1904);
  }
}

/** The range that an address such as A3:A7 names; none for what is no range. */
function rangesAt(address: string): MergedRange[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(address);
  if (!match) return [];
  const [, first = '', top = '', last = '', bottom = ''] = match;
  return [
    {
      firstRow: Number(top) - 1,
      lastRow: Number(bottom) - 1,
      firstColumn: columnOf(first, 0),
      lastColumn: columnOf(last, 0),
    },
  ];
}

function fillDown(rows: string[][], range: MergedRange): void {
  const { firstRow, firstColumn, lastColumn } = range;
  const text = rows[firstRow]?.[firstColumn];
  if (firstColumn !== lastColumn || text === undefined) return;
  const lastRow = Math.min(range.lastRow, rows.length - 1);
  for (let row = firstRow + 1; row <= lastRow; row += 1) put(rows, row, firstColumn, text);
}

/** The row number of an address, from 0. */
function indexOf(address: string | undefined, next: number): number {
  const number = Number(address);
  return Number.isSafeInteger(number) && number > 0 ? number - 1 : next;
}

/** The column number of an address such as AB12, from 0. */
function columnOf(address: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (!letters) return next;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
