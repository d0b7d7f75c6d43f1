/*
 * Reads tables out of files and pasted cells, tells which column means what, and writes a notice's
 * tables out again. The room promises that a hostile or broken file ends in a named problem with
 * bounded work and memory, that every row that was read is either taken, or listed with the reason
 * why not, and that an ID number is masked before anybody sees or stores the row. It is pure.
 */
export {
  type ColumnMatch,
  type ColumnTarget,
  type HeaderMatch,
  headerLikeness,
  headingKey,
  matchHeader,
  withColumnTarget,
  withColumnUnit,
} from './columns/match-header.ts';
export { unitConversion, unitsFor } from './columns/unit-conversion.ts';
export { csvOf, neutralised } from './export/csv.ts';
export { answerSheet, type ExportSheet, exportSheets } from './export/export-sheets.ts';
export { readPastedCells } from './files/pasted-cells.ts';
export { FILE_LIMIT, readTableFile } from './files/read-table-file.ts';
export type { MergedRange, Sheet, TableFile, TableFileProblem } from './files/table-file.ts';
export { textIn } from './files/text-in.ts';
export {
  type ImportedRow,
  type ImportPlan,
  type LeftOutReason,
  type LeftOutRow,
  planImport,
  type RowDoubt,
} from './rows/plan-import.ts';
export { type ReadValue, readTyped, readValue } from './rows/read-value.ts';
export { isTotalRow } from './rows/rows-apart.ts';
export { unfolded } from './rows/unfolded.ts';
