/*
 * Turns a table that somebody pasted or loaded into a catalogue pack. Every cell is either
 * understood or listed with its place and a reason, and nothing is guessed silently: where words
 * cannot be read, the draft holds the cautious value until a person corrects the cell. Pure
 * functions; reading files and the clipboard is the screen's part.
 */
export {
  type CatalogueDraft,
  type PackDetails,
  type PackResult,
  packFromDraft,
} from './catalogue-draft.ts';
export type { NotUnderstood, NotUnderstoodReason } from './cell-ledger.ts';
export type { ColumnMeaning } from './column-meaning.ts';
export {
  COLUMN_LIMIT,
  type Grid,
  type GridCell,
  type GridResult,
  gridFromMergedRanges,
  gridFromRows,
  gridFromSpannedRows,
  type MergedRange,
  ROW_LIMIT,
  type SpannedCell,
  type TableError,
  withCellText,
} from './grid.ts';
export type { HeaderColumn, NoHeader } from './header.ts';
export {
  type ImportChoices,
  type ImportResult,
  importCatalogue,
  type NoCatalogue,
  type Understood,
} from './import-catalogue.ts';
export { stableId } from './stable-id.ts';
export { gridFromText, gridFromTextBytes } from './table-text.ts';
