/** One sheet as rows of texts, in the order in which it stands; rows may differ in length. */
export interface Sheet {
  /** Empty for a text and for pasted cells. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Ranges that a workbook merged; absent where the source tells of none. */
  readonly merged?: readonly MergedRange[];
  /** Rows that a workbook hides, by a filter or by hand, counted from 0. */
  readonly hiddenRows?: readonly number[];
}

/** First and last row and column, counted from 0. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Why a file gives no table. The words for people stand in the locales under `app.import.problem`. */
export type TableFileProblem =
  | 'empty' // no cell with a text
  | 'too-large' // more bytes, packed or unpacked, than a list of a village needs
  | 'too-many-rows'
  | 'password' // a workbook that only opens with a password
  | 'old-workbook' // .xls or .et of before 2007
  | 'open-document' // .ods
  | 'not-a-table' // a picture, a document, an archive of something else
  | 'broken'; // begins like a workbook and cannot be read to its end

export type TableFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: TableFileProblem };

/** More rows than a notice may hold, for the rows above and below the list. */
export const ROW_LIMIT = 5_200;
export const COLUMN_LIMIT = 100;
/** As long as a cell of a notice may be; a longer one is a text, not a cell. */
export const CELL_LIMIT = 2_000;

/** Ends the reading of a file from any depth; never leaves the room. */
export class Unreadable extends Error {
  readonly problem: TableFileProblem;

  constructor(problem: TableFileProblem) {
    super(problem);
    this.problem = problem;
  }
}
