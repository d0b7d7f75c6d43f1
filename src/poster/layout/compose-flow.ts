import { type NoticeDocument, placeOfSecondText, secondLanguageOf } from '../../notice/index.ts';
import { contactsAsText } from './closing-layout.ts';
import { breakLines, type LineRoom } from './line-break.ts';
import type { MeasuredTable } from './measured-table.ts';
import type { FlowPiece } from './paginate.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import { emphasised } from './period-emphasis.ts';
import type { Piece, TextPiece, TextRole } from './pieces.ts';
import { secondLine, secondTextPiece, secondTitlePiece } from './second-text.ts';
import { layOutTable } from './table-layout.ts';
import type { Face, TextMeasure } from './text-measure.ts';
import { titlePiece } from './title-piece.ts';

export interface Flow {
  readonly pieces: readonly Piece[];
  /** The same pieces as pagination sees them. */
  readonly heights: readonly FlowPiece[];
  /** Where the code beside the opening stands, in mm below the type area's top. */
  readonly codeTop: number;
  readonly codeBottom: number;
}

export interface FlowSetting {
  readonly document: NoticeDocument;
  readonly tables: ReadonlyMap<unknown, MeasuredTable>;
  readonly scale: TypeScale;
  /** Of the type area. */
  readonly width: number;
  readonly codeSide: number;
  readonly codeQuiet: number;
  readonly codeHeight: number;
  /** A row above this height is continued on the next sheet. */
  readonly highestRow: number;
  readonly measure: TextMeasure;
}

/** Least distance between the opening's text and the code beside it; never less than its quiet zone. */
const CODE_GUTTER = 7;
/** A row of this share of a sheet need not stand with another. */
const HIGH_ROW = 0.09;
/** A paragraph of so few lines that leads on to a table stands with it. */
const MOST_LEADING_LINES = 2;
/** A title in more lines than this is text that somebody put in the wrong place. */
const MOST_TITLE_LINES = 4;

/** Breaks a notice into lines and rows, in one column with the code at the right of its opening. */
export function composeFlow(setting: FlowSetting): Flow {
  const { document, scale, width, measure } = setting;
  const pieces: Piece[] = [];
  const heights: FlowPiece[] = [];
  let bottom = 0;
  /** Space above the next text. */
  let gap = 0;

  const add = (piece: TextPiece, gap: number, keepWithNext: boolean) => {
    bottom += (heights.length > 0 ? gap : 0) + piece.lines.length * piece.line;
    pieces.push(piece);
    heights.push({ kind: 'text', lines: piece.lines.length, line: piece.line, gap, keepWithNext });
  };

  const title = titlePiece(document.title, scale, width, measure);
  const proper = title.lines.length <= MOST_TITLE_LINES;
  if (proper) add(title, 0, true);
  const second = document.second && secondLanguageOf(document.second.language);
  const secondTitle =
    document.second && second && document.second.title !== ''
      ? secondTitlePiece(document.second.title, second, scale, width, measure)
      : undefined;
  const secondIsProper = proper && (secondTitle?.lines.length ?? 0) <= MOST_TITLE_LINES;
  if (secondTitle && secondIsProper) add(secondTitle, scale.gap * 0.5, true);
  const lastTitle = secondTitle && secondIsProper ? secondTitle : title;
  // a line's box is higher than its letters; the quiet zone begins where those of the title end
  const belowTitle = Math.max(scale.gap * 1.6, setting.codeQuiet - leadingOf(lastTitle));
  const codeTop = proper ? bottom + belowTitle : 0;
  const codeBottom = codeTop + setting.codeHeight;

  const roomFrom = (top: number, firstIndent: number, line = scale.line): LineRoom => {
    const em = scale.bodyPt * MM_PER_POINT;
    const narrow = width - setting.codeSide - Math.max(CODE_GUTTER, setting.codeQuiet + 0.5);
    return (index) => {
      const y = top + index * line;
      const beside = y < codeBottom && y > codeTop - 2 * line;
      const indent = index === 0 ? firstIndent : 0;
      return { indent, width: (beside ? narrow : width) / em - indent, hang: !beside };
    };
  };
  const addText = (text: string, role: TextRole, gap: number, beforeTable = false) => {
    const face: Face = role === 'heading' || role === 'title' ? 'strong' : 'text';
    const indent = role === 'heading' || role === 'paragraph' ? 2 : 0;
    const runs =
      role === 'paragraph' ? emphasised(text, document.period) : [{ text, strong: false }];
    const room = roomFrom(bottom + (heights.length > 0 ? gap : 0), indent);
    const lines = breakLines(runs, { measure, face, room });
    const piece = { kind: 'text', role, face, pt: scale.bodyPt, line: scale.line, lines } as const;
    const leads = beforeTable && lines.length <= MOST_LEADING_LINES;
    add(piece, gap, role === 'heading' || role === 'addressee' || leads);
  };
  const addSecondText = () => {
    if (!second) return;
    const { title = '', paragraphs = [] } = document.second ?? {};
    const texts = secondIsProper || title === '' ? paragraphs : [title, ...paragraphs];
    for (const [index, text] of texts.entries()) {
      const above = index === 0 ? scale.gap * 0.7 : 0;
      const room = roomFrom(bottom + above, 1, secondLine(second, scale));
      add(secondTextPiece(text, second, scale, room, measure), above, false);
    }
    gap = scale.gap * 0.7;
  };
  const addTable = (measured: MeasuredTable, gap: number) => {
    const table = layOutTable(measured, scale, width, setting.highestRow, measure);
    pieces.push({ kind: 'table', table });
    heights.push({
      kind: 'table',
      header: table.header.height,
      rows: table.rows.map((row) => row.height),
      totals: table.totals?.height ?? 0,
      gap,
      halves: table.halves,
      together: table.usualHeight > setting.highestRow * HIGH_ROW ? 1 : 2 * table.halves,
    });
    bottom = Math.max(bottom, codeBottom);
  };

  if (!proper) addText(document.title, 'title', 0);
  // the code starts level with the letters
  gap = belowTitle - leadingOf({ line: scale.line, pt: scale.bodyPt });
  if (document.addressee) {
    addText(document.addressee, 'addressee', gap);
    gap = 0;
  }
  const secondBefore = placeOfSecondText(document);
  for (const [index, block] of document.blocks.entries()) {
    if (index === secondBefore) addSecondText();
    if (block.kind === 'table') {
      const measured = setting.tables.get(block);
      if (measured) addTable(measured, scale.gap * 0.7);
      gap = scale.gap * 0.7;
    } else {
      const isBeforeTable = document.blocks[index + 1]?.kind === 'table';
      addText(block.text, block.kind, gap, isBeforeTable);
      gap = 0;
    }
  }
  if (secondBefore === document.blocks.length) addSecondText();
  for (const text of contactsAsText(document, measure)) {
    addText(text, 'paragraph', gap);
    gap = 0;
  }
  return { pieces, heights, codeTop, codeBottom };
}

/** Height of a line's box above its letters, and below them. */
function leadingOf({ line, pt }: Pick<TextPiece, 'line' | 'pt'>): number {
  return (line - pt * MM_PER_POINT) / 2;
}
