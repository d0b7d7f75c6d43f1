import {
  type Grid,
  type GridResult,
  gridFromSpannedRows,
  type ImportChoices,
  importCatalogue,
  type SpannedCell,
} from '../../../src/catalogue/import/index.ts';

/** A cell of an HTML table: its words, or its words and how many rows and columns it covers. */
export type HtmlCell = string | readonly [text: string, rowSpan: number, columnSpan: number];

export function gridOf(result: GridResult): Grid {
  if (!result.ok) throw new Error(`no grid: ${result.error.code}`);
  return result.grid;
}

/** A grid as the screen makes it from a pasted HTML table. */
export function htmlTable(rows: readonly (readonly HtmlCell[])[]): Grid {
  const spanned = rows.map((row) =>
    row.map((cell): SpannedCell => {
      if (typeof cell === 'string') return { text: cell };
      const [text, rowSpan, columnSpan] = cell;
      return { text, rowSpan, columnSpan };
    }),
  );
  return gridOf(gridFromSpannedRows(spanned));
}

/** The import of a grid that is a catalogue; a refusal fails the test with its code. */
export function imported(grid: Grid, choices?: ImportChoices) {
  const result = importCatalogue(grid, choices);
  if (!result.ok) throw new Error(`no catalogue: ${result.error.code}`);
  return result;
}

/** The cells with words in a grid, a merged one counted once. */
export function cellsWithWords(grid: Grid): number {
  return new Set(grid.rows.flat().filter((cell) => cell.text.trim() !== '')).size;
}

/** Cells with words that the import lists as not understood, each counted once. */
export function listedCells(
  grid: Grid,
  listed: readonly { row: number; column: number }[],
): number {
  const places = new Set(
    listed
      .filter(({ row, column }) => (grid.rows[row]?.[column]?.text ?? '').trim() !== '')
      .map(({ row, column }) => `${row},${column}`),
  );
  return places.size;
}
