import { isFormula } from './cell-text.ts';
import type { Grid, GridCell } from './grid.ts';

/** Why a cell could not be understood, or not wholly; the words for people live in the locales. */
export type NotUnderstoodReason =
  | 'above-the-table'
  | 'beyond-the-table'
  | 'unknown-column'
  | 'another-header'
  | 'note'
  | 'row-without-item'
  | 'formula'
  | 'empty-cell'
  | 'missing-number'
  | 'missing-matter'
  | 'second-value'
  | 'nothing-above'
  | 'unreadable-tick'
  | 'unreadable-box'
  | 'unreadable-words'
  | 'time-limit-as-text'
  | 'time-limit-remainder'
  | 'not-read';

/** A place in the table that a person should look at. Rows and columns are counted from 0. */
export interface NotUnderstood {
  readonly row: number;
  readonly column: number;
  /** what is not understood: the cell's words, or the part of them */
  readonly text: string;
  readonly reason: NotUnderstoodReason;
}

/** Keeps account of a table's cells, so that each is either understood or listed, none dropped. */
export interface CellLedger {
  /** The cell was understood. Taking it again changes nothing. */
  take(cell: GridCell): void;
  /** The cell, or the part `text` of it, was not understood. */
  list(cell: GridCell, reason: NotUnderstoodReason, text?: string): void;
  /** Closes the account: what was neither taken nor listed is listed as 'not-read'. */
  close(): { readonly cells: number; readonly notUnderstood: NotUnderstood[] };
}

export function openLedger(grid: Grid): CellLedger {
  const taken = new Set<GridCell>();
  const listed = new Map<string, NotUnderstood>();
  const listedCells = new Set<GridCell>();

  const list: CellLedger['list'] = (cell, reason, text = cell.text) => {
    const entry = { row: cell.row, column: cell.column, text, reason };
    listed.set(`${cell.row},${cell.column},${reason}`, entry);
    listedCells.add(cell);
  };

  return {
    take: (cell) => void taken.add(cell),
    list,
    close() {
      const cells = new Set(grid.rows.flat().filter((cell) => cell.text.trim() !== ''));
      for (const cell of cells) {
        if (isFormula(cell.text)) list(cell, 'formula');
        else if (!taken.has(cell) && !listedCells.has(cell)) list(cell, 'not-read');
      }
      const understood = [...cells].filter((cell) => !listedCells.has(cell));
      const notUnderstood = [...listed.values()].sort(
        (left, right) => left.row - right.row || left.column - right.column,
      );
      return { cells: understood.length, notUnderstood };
    },
  };
}
