import type { Table } from '../catalogue/templates/index.ts';
import {
  type CellFinding,
  type Problem,
  personalDataInRow,
  type Row,
  rowProblems,
} from '../notice/index.ts';

/** What a list says of a row. */
export interface RowMarks {
  readonly problems: readonly Problem[];
  readonly personal: readonly CellFinding[];
}

const known = new WeakMap<
  Row,
  { readonly table: Table; readonly shown: readonly string[]; readonly marks: RowMarks }
>();

/**
 * What is amiss in a row and what in it is personal. Rows never change in place, so each is looked
 * at once; a key costs one row, not the list. `shown` are the numbers that the notice shows anyway.
 * The problems' row numbers mean nothing here.
 */
export function marksOf(table: Table, row: Row, shown: readonly string[]): RowMarks {
  const before = known.get(row);
  if (before?.table === table && before.shown === shown) return before.marks;
  const marks: RowMarks = {
    problems: rowProblems(table, row, 0),
    personal: personalDataInRow(table, row, shown),
  };
  known.set(row, { table, shown, marks });
  return marks;
}
