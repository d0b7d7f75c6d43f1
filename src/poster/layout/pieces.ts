import type { Line } from './line-break.ts';
import type { TableLayout } from './table-layout.ts';
import type { Face } from './text-measure.ts';

export type TextRole = 'title' | 'addressee' | 'heading' | 'paragraph';

/** A text in lines; `line` is the height of one in mm. */
export interface TextPiece {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly face: Face;
  readonly pt: number;
  readonly line: number;
  readonly lines: readonly Line[];
}

export interface TablePiece {
  readonly kind: 'table';
  readonly table: TableLayout;
}

export type Piece = TextPiece | TablePiece;
