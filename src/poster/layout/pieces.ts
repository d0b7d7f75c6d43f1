import type { SecondLanguage } from '../../notice/index.ts';
import type { Line } from './line-break.ts';
import type { TableLayout } from './table-layout.ts';
import type { Face } from './text-measure.ts';

export type TextRole =
  | 'title'
  | 'addressee'
  | 'heading'
  | 'paragraph'
  | 'second-title'
  | 'second-text';

/** A text in lines; `line` is the height of one in mm. */
export interface TextPiece {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly face: Face;
  readonly pt: number;
  readonly line: number;
  readonly lines: readonly Line[];
  /** Of a text that is not Chinese. */
  readonly language?: SecondLanguage;
}

export interface TablePiece {
  readonly kind: 'table';
  readonly table: TableLayout;
}

export type Piece = TextPiece | TablePiece;
