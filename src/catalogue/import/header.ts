import { cellText } from './cell-text.ts';
import { type ColumnMeaning, isGroup, isUnder, meaningOfHeading } from './column-meaning.ts';
import type { Grid, GridCell } from './grid.ts';

export interface HeaderColumn {
  readonly column: number;
  /** The heading as printed; one over several columns stands before it: 公开层级/区级. */
  readonly heading: string;
  /** undefined where the heading is none that catalogues use */
  readonly meaning: ColumnMeaning | undefined;
}

export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly HeaderColumn[];
}

/** Why no header could be read: there is none, or its headings do not come out even with the rows. */
export type NoHeader =
  | { readonly code: 'no-header' }
  | { readonly code: 'columns-do-not-fit'; readonly headings: number; readonly cells: number };

export type HeaderResult =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly error: NoHeader };

/** The cells with words that begin in this row, not those merged into it from above. */
export function ownCells(grid: Grid, row: number): GridCell[] {
  const cells = (grid.rows[row] ?? []).filter(
    (cell) => cell.row === row && cell.text.trim() !== '',
  );
  return [...new Set(cells)];
}

/** The row begins a header: it names a matter and at least two further columns of a catalogue. */
export function beginsHeader(grid: Grid, row: number): boolean {
  const meanings = new Set(ownCells(grid, row).map((cell) => meaningOfHeading(cell.text)));
  meanings.delete(undefined);
  const namesMatter = meanings.has('matter') || meanings.has('level1') || meanings.has('level2');
  return namesMatter && meanings.size >= 3;
}

/** The last row of the header that begins here: rows below belong to it that name columns only. */
export function endOfHeader(grid: Grid, firstRow: number): number {
  let lastRow = firstRow;
  for (let row = firstRow + 1; row < grid.rows.length; row += 1) {
    const cells = ownCells(grid, row);
    const named = cells.filter((cell) => meaningOfHeading(cell.text) !== undefined);
    if (cells.length === 0 || named.length * 2 < cells.length) break;
    lastRow = row;
  }
  return lastRow;
}

/**
 * Finds the header and tells what each column means. Tables with merged cells, and spreadsheets
 * copied as text, are read column by column. Where the text of a table lost its merged cells, so
 * that the header is narrower than the rows, headings over several columns are spread by the names
 * below them; if that does not come out even with the rows, nothing is guessed.
 */
export function findHeader(grid: Grid): HeaderResult {
  const firstRow = grid.rows.findIndex((_, row) => beginsHeader(grid, row));
  if (firstRow < 0) return { ok: false, error: { code: 'no-header' } };
  const lastRow = endOfHeader(grid, firstRow);
  const bodyWidth = commonWidth(grid, lastRow + 1);
  if ((grid.rows[firstRow]?.length ?? 0) >= bodyWidth && !isInOneRow(grid, firstRow)) {
    return {
      ok: true,
      header: { firstRow, lastRow, columns: alignedColumns(grid, firstRow, lastRow) },
    };
  }
  const columns = spreadColumns(grid, firstRow, lastRow, bodyWidth);
  if (columns.length === bodyWidth) return { ok: true, header: { firstRow, lastRow, columns } };
  const error = { code: 'columns-do-not-fit', headings: columns.length, cells: bodyWidth } as const;
  return { ok: false, error };
}

/** A heading over several columns and the names below it stand in one row: merged cells were lost. */
function isInOneRow(grid: Grid, row: number): boolean {
  const meanings = ownCells(grid, row).map((cell) => meaningOfHeading(cell.text));
  return meanings.some(
    (group) => group && meanings.some((meaning) => meaning && isUnder(meaning, group)),
  );
}

/** The number of cells that most rows have. */
function commonWidth(grid: Grid, fromRow: number): number {
  const counts = new Map<number, number>();
  for (const row of grid.rows.slice(fromRow)) {
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  const [most] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return most?.[0] ?? 0;
}

interface Heading {
  readonly top: string;
  readonly own: string;
}

function alignedColumns(grid: Grid, firstRow: number, lastRow: number): HeaderColumn[] {
  const width = Math.max(...grid.rows.slice(firstRow, lastRow + 1).map((row) => row.length));
  const headings: Heading[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts: string[] = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      texts.push(cellText(grid.rows[row]?.[column]?.text ?? ''));
    }
    // a spreadsheet copied as text leaves the places empty that a merged heading covers
    const before = headings.at(-1)?.top ?? '';
    const top = texts[0] || (isGroup(meaningOfHeading(before)) ? before : '');
    headings.push({ top, own: texts.findLast(Boolean) ?? '' });
  }
  return named(headings);
}

function spreadColumns(
  grid: Grid,
  firstRow: number,
  lastRow: number,
  width: number,
): HeaderColumn[] {
  const cells: GridCell[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) cells.push(...ownCells(grid, row));
  const texts = cells.map((cell) => cellText(cell.text));
  const groups = texts.map(meaningOfHeading).filter(isGroup);
  const isBelow = (text: string, group?: ColumnMeaning) => {
    const meaning = meaningOfHeading(text);
    return (
      meaning !== undefined &&
      (group ? [group] : groups).some((each) => each && isUnder(meaning, each))
    );
  };
  const tops = texts.filter((text) => !isBelow(text));
  const below = texts.filter((text) => isBelow(text));
  const unnamed = width - tops.length - below.length + groupsNamedIn(tops, below);
  return named(
    tops.flatMap((top): Heading[] => {
      const group = meaningOfHeading(top);
      if (!isGroup(group)) return [{ top, own: top }];
      const names = below.filter((text) => isBelow(text, group));
      if (names.length > 0) return names.map((own) => ({ top, own }));
      // 公开事项 over a first and a second level that have no names of their own
      return group === 'matter' && unnamed === 1
        ? [
            { top, own: '' },
            { top, own: '' },
          ]
        : [{ top, own: top }];
    }),
  );
}

function groupsNamedIn(tops: readonly string[], below: readonly string[]): number {
  return tops.filter((top) => {
    const group = meaningOfHeading(top);
    return below.some((text) => {
      const meaning = meaningOfHeading(text);
      return group !== undefined && meaning !== undefined && isUnder(meaning, group);
    });
  }).length;
}

/** Gives each heading its meaning; of two columns that mean the same, the first has it. */
function named(headings: readonly Heading[]): HeaderColumn[] {
  const given = new Set<ColumnMeaning>();
  const plain = headings.map((heading) => ownMeaning(heading, headings));
  return headings.map(({ top, own }, column) => {
    const open = (['level1', 'level2'] as const).find(
      (level) => !given.has(level) && !plain.includes(level),
    );
    const told = plain[column] === 'unnamed-matter' ? open : plain[column];
    const meaning = told === undefined || given.has(told) ? undefined : told;
    if (meaning) given.add(meaning);
    return { column, heading: own && own !== top && top ? `${top}/${own}` : own || top, meaning };
  });
}

function ownMeaning(
  { top, own }: Heading,
  headings: readonly Heading[],
): ColumnMeaning | 'unnamed-matter' | undefined {
  const group = meaningOfHeading(top);
  const meaning = meaningOfHeading(own);
  if (meaning !== undefined && !isGroup(meaning)) return meaning;
  const columns = headings.filter((heading) => heading.top === top).length;
  if (group === 'matter') return columns === 1 ? 'matter' : 'unnamed-matter';
  if (group === 'levels' && own !== '' && own !== top) return `level:${own.replace(/\s/gu, '')}`;
  return columns === 1 ? (meaning ?? group) : undefined;
}
