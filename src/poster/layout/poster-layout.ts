import type { NoticeDocument } from '../../notice/index.ts';
import type { PosterStanding } from '../standing.ts';
import { breakBySense } from './break-by-sense.ts';
import { type ClosingLayout, contactsAsText, layOutClosing } from './closing-layout.ts';
import { CODE_SIDE, type CodeLayout, layOutCode } from './code-layout.ts';
import { breakLines, type Line, type LineRoom } from './line-break.ts';
import { type FlowPiece, type Frame, paginate, type SheetPlan } from './paginate.ts';
import {
  MM_PER_POINT,
  PAPERS,
  type Paper,
  type PaperSize,
  type TypeScale,
  type TypeSize,
  typeScales,
} from './paper.ts';
import { emphasised } from './period-emphasis.ts';
import { printableDocument } from './printable-text.ts';
import { layOutTable, type MeasuredTable, measureTable, type TableLayout } from './table-layout.ts';
import type { Face, TextMeasure } from './text-measure.ts';

export type TextRole = 'title' | 'addressee' | 'heading' | 'paragraph';

export interface TextPiece {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly face: Face;
  readonly pt: number;
  readonly line: number;
  readonly lines: readonly Line[];
}

export type Piece = TextPiece | { readonly kind: 'table'; readonly table: TableLayout };

/** Everything a sheet needs to be drawn: boxes in mm from the corner of the type area. */
export interface PosterLayout {
  readonly paper: Paper;
  readonly scale: TypeScale;
  readonly document: NoticeDocument;
  readonly pieces: readonly Piece[];
  readonly sheets: readonly SheetPlan[];
  readonly closing: ClosingLayout;
  /** The code beside the opening of the first sheet, and top of it. */
  readonly openingCode: CodeLayout;
  readonly openingCodeTop: number;
  /** The code of the other sheets; in the foot band, and on the last sheet in the closing. */
  readonly otherCode: CodeLayout;
  /** Height of the foot band of sheets that are neither first nor last. */
  readonly band: number;
}

export interface PosterRequest {
  readonly document: NoticeDocument;
  readonly standing: PosterStanding;
  readonly paper: PaperSize;
  readonly type: TypeSize;
  readonly measure: TextMeasure;
}

/** Distance between the opening's text and the code beside it: more than its quiet zone. */
const CODE_GUTTER = 7;
/** A title in more lines than this is text that somebody put in the wrong place. */
const MOST_TITLE_LINES = 4;

/**
 * Lays a notice out in the largest type that takes no more sheets than the smallest would: one
 * household fills its sheet, and five hundred take no paper in vain. Total: any document that
 * satisfies its schema gives sheets.
 */
export function layOutPoster(request: PosterRequest): PosterLayout {
  const { measure, standing } = request;
  const paper = PAPERS[request.paper];
  const document = printableDocument(request.document);
  const tables = new Map(
    document.blocks.flatMap((block) =>
      block.kind === 'table' ? [[block, measureTable(block, measure)] as const] : [],
    ),
  );
  const factor = paper.size === 'A3' ? 1.2 : 1;
  const codes = {
    opening: layOutCode(standing, CODE_SIDE.opening * factor, measure),
    other: layOutCode(standing, CODE_SIDE.other * factor, measure),
  };
  const attempt = (scale: TypeScale) => layOutAt(scale, paper, document, tables, codes, measure);
  const scales = typeScales(request.paper, request.type);
  let best: PosterLayout | undefined;
  for (const scale of [...scales].reverse()) {
    const larger = attempt(scale);
    if (best && larger.sheets.length > best.sheets.length) break;
    best = larger;
  }
  if (!best) throw new Error('a paper has at least one type scale');
  return best;
}

function layOutAt(
  scale: TypeScale,
  paper: Paper,
  document: NoticeDocument,
  tables: ReadonlyMap<unknown, MeasuredTable>,
  codes: { readonly opening: CodeLayout; readonly other: CodeLayout },
  measure: TextMeasure,
): PosterLayout {
  const width = paper.width - 2 * paper.margin;
  const height = paper.height - 2 * paper.margin;
  const band = codes.other.side + codes.other.quiet;
  const middle = height - band - scale.gap;
  const pieces: Piece[] = [];
  const flow: FlowPiece[] = [];
  let y = 0;

  const addText = (piece: Omit<TextPiece, 'kind'>, gap: number, keepWithNext: boolean) => {
    y += (flow.length > 0 ? gap : 0) + piece.lines.length * piece.line;
    pieces.push({ kind: 'text', ...piece });
    flow.push({ kind: 'text', lines: piece.lines.length, line: piece.line, gap, keepWithNext });
  };

  const title = titlePiece(document.title, scale, width, measure);
  addText(title, 0, title.lines.length <= MOST_TITLE_LINES);
  const codeTop = y + scale.gap * 1.6;
  const codeBottom = codeTop + codes.opening.height;

  /** Lines beside the code of the first sheet are shorter. */
  const room = (top: number, line: number, pt: number, firstIndent: number): LineRoom => {
    const em = pt * MM_PER_POINT;
    const narrow = width - codes.opening.side - CODE_GUTTER;
    return (index) => {
      const beside = top + index * line < codeBottom && top + (index + 1) * line > codeTop - line;
      const indent = index === 0 ? firstIndent : 0;
      return { indent, width: (beside ? narrow : width) / em - indent };
    };
  };
  const addParagraph = (text: string, role: 'addressee' | 'paragraph' | 'heading', gap: number) => {
    const face: Face = role === 'heading' ? 'strong' : 'text';
    const pt = scale.bodyPt;
    const runs =
      role === 'paragraph' ? emphasised(text, document.period) : [{ text, strong: false }];
    const lines = breakLines(runs, {
      measure,
      face,
      hang: true,
      room: room(y + (flow.length > 0 ? gap : 0), scale.line, pt, role === 'addressee' ? 0 : 2),
    });
    addText({ role, face, pt, line: scale.line, lines }, gap, role !== 'paragraph');
  };

  const openingGap = scale.gap * 1.6 - (scale.line - scale.bodyPt * MM_PER_POINT) / 2;
  let gap = openingGap;
  if (document.addressee) {
    addParagraph(document.addressee, 'addressee', gap);
    gap = 0;
  }
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      addParagraph(block.text, 'heading', gap);
    } else if (block.kind === 'paragraph') {
      addParagraph(block.text, 'paragraph', gap);
    } else {
      const measured = tables.get(block);
      if (!measured) continue;
      const highest = middle - scale.row * 3;
      const table = layOutTable(measured, scale, width, highest, measure);
      const tableGap = flow.length > 1 ? scale.gap * 0.7 : openingGap;
      pieces.push({ kind: 'table', table });
      flow.push({
        kind: 'table',
        header: table.header.height,
        rows: table.rows.map((row) => row.height),
        totals: table.totals?.height ?? 0,
        gap: tableGap,
        halves: table.halves,
      });
      y = Math.max(y, codeBottom);
    }
    gap = block.kind === 'table' ? scale.gap * 0.7 : 0;
  }
  for (const text of contactsAsText(document, measure)) addParagraph(text, 'paragraph', gap);

  const alone = layOutClosing(document, scale, width, { width: 0, height: 0 }, measure);
  const { side } = codes.other;
  const last = layOutClosing(
    document,
    scale,
    width,
    { width: side, height: codes.other.height },
    measure,
  );
  const frame: Frame = {
    first: height,
    tablesBelow: codeBottom + scale.gap,
    middle,
    last: height,
    closingGap: scale.gap * 1.4,
    closingAlone: alone.height,
    closingLast: last.height,
  };
  const sheets = paginate(flow, frame);
  const closing = sheets.length === 1 ? alone : last;
  return {
    paper,
    scale,
    document,
    pieces,
    sheets: loosened(sheets, height, closing.height, frame.tablesBelow, scale),
    closing,
    openingCode: codes.opening,
    openingCodeTop: codeTop,
    otherCode: codes.other,
    band,
  };
}

function titlePiece(title: string, scale: TypeScale, width: number, measure: TextMeasure) {
  // a title that would need a third line is set smaller first
  const sizes = [scale.titlePt, scale.titlePt * 0.9, scale.titlePt * 0.8, 22];
  for (const pt of sizes) {
    const room = width / (pt * MM_PER_POINT);
    const broken = breakBySense(title, room, measure, 'title');
    if (broken.length > 2 && pt !== 22) continue;
    const lines = broken.map(
      (text): Line => ({
        runs: [{ text, strong: false }],
        hanging: '',
        indent: 0,
        width: room,
        last: true,
      }),
    );
    const line = pt * 1.3 * MM_PER_POINT;
    return { role: 'title' as const, face: 'title' as const, pt, line, lines };
  }
  throw new Error('the smallest size takes any title');
}

/** Spreads what the last sheet leaves empty between its blocks, within measure. */
function loosened(
  sheets: readonly SheetPlan[],
  height: number,
  closingHeight: number,
  below: number,
  scale: TypeScale,
): SheetPlan[] {
  return sheets.map((sheet, index) => {
    if (sheet.closingTop === undefined) return sheet;
    const free = height - sheet.closingTop - closingHeight;
    const movable = sheet.parts.filter((part) =>
      index > 0 ? part.top > 0 : part.top >= below - 0.01,
    );
    const step = Math.min(free / (movable.length + 2), scale.line * 0.6);
    let shift = 0;
    const parts = sheet.parts.map((part) => {
      if (movable.includes(part)) shift += step;
      return { ...part, top: part.top + shift };
    });
    return { ...sheet, parts, closingTop: sheet.closingTop + shift + step };
  });
}
