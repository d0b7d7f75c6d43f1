import type { CellLedger } from './cell-ledger.ts';
import { cellText, isFormula } from './cell-text.ts';
import { type ColumnMeaning, meaningOfHeading } from './column-meaning.ts';
import type { Grid, GridCell } from './grid.ts';
import { beginsHeader, endOfHeader, type Header, ownCells } from './header.ts';
import { isTitle } from './title-field.ts';

/** The rows of the table that tell of one item: one, or several where its content is cut in rows. */
export interface ItemRows {
  readonly firstRow: number;
  readonly rows: readonly number[];
  /** The title above the item's part of the table, where the table has parts. */
  readonly section: string | undefined;
}

export interface GatheredRows {
  readonly items: readonly ItemRows[];
  /** Rows that say nothing of their own: the header printed again, titles of parts. */
  readonly passedOver: readonly number[];
}

/** The place of a column's cell in a row, or undefined where the table has no such column or cell. */
export function cellAt(
  grid: Grid,
  header: Header,
  row: number,
  meaning: ColumnMeaning,
): GridCell | undefined {
  const column = header.columns.find((each) => each.meaning === meaning)?.column;
  return column === undefined ? undefined : grid.rows[row]?.[column];
}

/** Goes through the rows below the header and tells which of them make up which item. */
export function gatherItems(grid: Grid, header: Header, ledger: CellLedger): GatheredRows {
  const items: { firstRow: number; rows: number[]; section: string | undefined }[] = [];
  const passedOver: number[] = [];
  let section: string | undefined;
  let isOtherTable = false;
  for (let row = header.lastRow + 1; row < grid.rows.length; row += 1) {
    const cells = ownCells(grid, row);
    if (cells.length === 0) continue;
    if (beginsHeader(grid, row)) {
      const end = endOfHeader(grid, row);
      isOtherTable = !repeats(grid, header, row, end);
      for (let each = row; each <= end; each += 1) {
        for (const cell of ownCells(grid, each)) {
          if (isOtherTable) ledger.list(cell, 'another-header');
          else ledger.take(cell);
        }
        passedOver.push(each);
      }
      row = end;
    } else if (isOtherTable) {
      for (const cell of cells) ledger.list(cell, 'another-header');
    } else if (isAlone(grid, row, cells) && isTitle(cells[0].text)) {
      section = cellText(cells[0].text);
      ledger.take(cells[0]);
      passedOver.push(row);
    } else if (beginsItem(grid, header, row)) {
      items.push({ firstRow: row, rows: [row], section });
    } else if (isAlone(grid, row, cells) && isNote(grid, header, row, cells[0])) {
      ledger.list(cells[0], 'note');
    } else if (items.length > 0) {
      items.at(-1)?.rows.push(row);
    } else {
      for (const cell of cells) ledger.list(cell, 'row-without-item');
    }
  }
  return { items, passedOver };
}

function repeats(grid: Grid, header: Header, firstRow: number, lastRow: number): boolean {
  const headingsOf = (from: number, to: number): string => {
    const texts: string[] = [];
    for (let row = from; row <= to; row += 1) {
      texts.push(...ownCells(grid, row).map((cell) => String(meaningOfHeading(cell.text))));
    }
    return texts.join('|');
  };
  return headingsOf(firstRow, lastRow) === headingsOf(header.firstRow, header.lastRow);
}

/** An item begins where its number or its name does; a merged cell begins in its first row only. */
function beginsItem(grid: Grid, header: Header, row: number): boolean {
  const isOwn = (meaning: ColumnMeaning) => {
    const cell = cellAt(grid, header, row, meaning);
    return cell?.row === row && cellText(cell.text) !== '' && !isFormula(cell.text);
  };
  const cells = ownCells(grid, row);
  if (isAlone(grid, row, cells) && isWide(grid, row, cells[0])) return false;
  return isOwn('number') || isOwn('level2') || isOwn('matter') || isOwn('level1');
}

function isAlone(
  grid: Grid,
  row: number,
  cells: readonly GridCell[],
): cells is readonly [GridCell, ...GridCell[]] {
  const others = new Set(grid.rows[row]?.filter((cell) => cell.text.trim() !== ''));
  return cells.length === 1 && others.size === 1;
}

function isWide(grid: Grid, row: number, cell: GridCell): boolean {
  const line = grid.rows[row] ?? [];
  return line.length === 1 || line.filter((each) => each === cell).length * 2 > line.length;
}

/** A line over the whole width, or one that stands alone where no list of an item goes on. */
function isNote(grid: Grid, header: Header, row: number, cell: GridCell): boolean {
  if (isWide(grid, row, cell)) return true;
  return !header.columns.some(
    ({ column, meaning }) =>
      grid.rows[row]?.[column] === cell &&
      (meaning === 'elements' || meaning === 'bases' || meaning === 'subjects'),
  );
}
