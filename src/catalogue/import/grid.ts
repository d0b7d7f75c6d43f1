/** One cell of a pasted table. A merged cell is one object that stands at each place it covers. */
export interface GridCell {
  readonly text: string;
  /** Where its upper left corner is, counted from 0. */
  readonly row: number;
  readonly column: number;
}

/** A table as rows of cells. Rows may differ in length. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
}

/** A cell as HTML tells it: spans count the rows and columns it covers, 1 where not given. */
export interface SpannedCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

/** A merged range as .xlsx tells it, first and last row and column, counted from 0. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Why a table could not be taken in at all. Rows and lines are counted from 0. */
export type TableError =
  | { readonly code: 'empty' }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  | { readonly code: 'overlapping-merges' }
  | { readonly code: 'open-quote'; readonly row: number }
  | { readonly code: 'not-text' };

export type GridResult =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly error: TableError };

/** All 26 fields of a county in one table come to about a thousand rows. */
export const ROW_LIMIT = 3_000;
export const COLUMN_LIMIT = 60;

/** A grid from plain rows of texts. Refused: no text at all, too many rows or columns. */
export function gridFromRows(rows: readonly (readonly string[])[]): GridResult {
  return gridFromMergedRanges(rows, []);
}

/**
 * A grid from the rows of an HTML table, laid out as a browser lays them out: a cell takes the next
 * free place, spans reach over the places they cover and end with the table.
 */
export function gridFromSpannedRows(rows: readonly (readonly SpannedCell[])[]): GridResult {
  if (rows.length > ROW_LIMIT) return refused({ code: 'too-many-rows', limit: ROW_LIMIT });
  const laid: GridCell[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    const line = laid[row] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column]) column += 1;
      const width = Math.max(1, cell.columnSpan ?? 1);
      if (column + width > COLUMN_LIMIT) {
        return refused({ code: 'too-many-columns', limit: COLUMN_LIMIT });
      }
      // rowspan="0" reaches to the end of the table
      const height = cell.rowSpan === 0 ? rows.length : Math.max(1, cell.rowSpan ?? 1);
      const placed = { text: cell.text, row, column };
      cover(laid, placed, Math.min(rows.length, row + height), column + width);
      column += width;
    }
  }
  return checked(laid.map((line, row) => withoutHoles(line, row)));
}

/**
 * A grid from a spreadsheet: rows of cell texts and the merged ranges. Of a merged range only the
 * upper left text counts, as spreadsheets show it. Ranges beyond the rows given are cut; a file whose
 * ranges overlap is broken and refused.
 */
export function gridFromMergedRanges(
  rows: readonly (readonly string[])[],
  merged: readonly MergedRange[],
): GridResult {
  if (rows.length > ROW_LIMIT) return refused({ code: 'too-many-rows', limit: ROW_LIMIT });
  if (rows.some((row) => row.length > COLUMN_LIMIT && row.slice(COLUMN_LIMIT).some(hasText))) {
    return refused({ code: 'too-many-columns', limit: COLUMN_LIMIT });
  }
  const laid: GridCell[][] = rows.map((texts, row) =>
    texts.slice(0, COLUMN_LIMIT).map((text, column) => ({ text, row, column })),
  );
  const mergedCells = new Set<GridCell | undefined>();
  for (const { firstRow, firstColumn, lastRow, lastColumn } of merged) {
    const corner = {
      text: rows[firstRow]?.[firstColumn] ?? '',
      row: firstRow,
      column: firstColumn,
    };
    const bottom = Math.min(laid.length, lastRow + 1);
    for (let row = firstRow; row < bottom; row += 1) {
      const line = laid[row] ?? [];
      for (let column = firstColumn; column <= lastColumn && column < COLUMN_LIMIT; column += 1) {
        // no spreadsheet writes such ranges; ending here also bounds the work on a broken file
        if (mergedCells.has(line[column])) return refused({ code: 'overlapping-merges' });
        line[column] = corner;
      }
    }
    mergedCells.add(corner);
  }
  return checked(laid.map((line, row) => withoutHoles(line, row)));
}

/** The grid with other words in one cell, as a person corrects it; a merged cell changes as a whole. */
export function withCellText(grid: Grid, row: number, column: number, text: string): Grid {
  const line = grid.rows[row];
  if (!line) return grid;
  const old = line[column];
  if (old) {
    const corrected = { ...old, text };
    return { rows: grid.rows.map((each) => each.map((cell) => (cell === old ? corrected : cell))) };
  }
  const longer = Array.from(
    { length: Math.min(COLUMN_LIMIT, column + 1) },
    (_, at) => line[at] ?? { text: at === column ? text : '', row, column: at },
  );
  return { rows: grid.rows.map((each) => (each === line ? longer : each)) };
}

/** Puts the cell on all the places it covers; a place that another cell reaches is left to that. */
function cover(laid: GridCell[][], cell: GridCell, bottom: number, right: number): void {
  for (let row = cell.row; row < bottom; row += 1) {
    const line = laid[row];
    for (let column = cell.column; line && column < right; column += 1) line[column] ??= cell;
  }
}

function withoutHoles(line: readonly (GridCell | undefined)[], row: number): GridCell[] {
  return Array.from(line, (cell, column) => cell ?? { text: '', row, column });
}

function hasText(text: string): boolean {
  return text.trim() !== '';
}

function checked(rows: GridCell[][]): GridResult {
  const someText = rows.some((row) => row.some((cell) => hasText(cell.text)));
  return someText ? { ok: true, grid: { rows } } : refused({ code: 'empty' });
}

function refused(error: TableError): GridResult {
  return { ok: false, error };
}
