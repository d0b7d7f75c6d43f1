/**
 * Distributes a notice over sheets from heights alone. It promises: every line and row exactly
 * once and in order; no row split; no heading and no bare table header at a sheet's foot; no line
 * of a paragraph alone on a sheet where two can go; and on the closing's sheet something of the
 * text it signs, where that can be a quarter of the sheet. Heights share one unit (the poster's is the millimetre).
 */
export interface FlowText {
  readonly kind: 'text';
  readonly lines: number;
  readonly line: number;
  /** Space above, dropped where the piece starts a sheet. */
  readonly gap: number;
  readonly keepWithNext: boolean;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly header: number;
  readonly rows: readonly number[];
  /** Height of the totals row, 0 where there is none. */
  readonly totals: number;
  readonly gap: number;
  /** 2: the list is set twice side by side, the left half first. */
  readonly halves: 1 | 2;
  /** Least number of rows on each side of a sheet's end. */
  readonly together: number;
}

export type FlowPiece = FlowText | FlowTable;

export interface Frame {
  /** Room on the first sheet, and the height below which tables start there. */
  readonly first: number;
  readonly tablesBelow: number;
  /** Room on a sheet that is neither first nor last. */
  readonly middle: number;
  /** Room on the last sheet, the closing's own height included. */
  readonly last: number;
  readonly closingGap: number;
  /** Height of the closing on the only sheet, and on the last of several. */
  readonly closingAlone: number;
  readonly closingLast: number;
}

/** A part of a piece on a sheet: lines or rows `from` (inclusive) to `to` (exclusive). */
export interface Part {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** Whether a table's totals stand under this part. */
  readonly totals: boolean;
}

export interface SheetPlan {
  readonly parts: readonly Part[];
  /** Height taken by the parts. */
  readonly used: number;
  /** Top of the closing; only the last sheet has it. */
  readonly closingTop: number | undefined;
}

interface Cursor {
  readonly piece: number;
  readonly at: number;
}

/** Least number of lines of one text on each side of a sheet's end. */
const TOGETHER = 2;
/** A paragraph up to this long goes to the closing's sheet whole. */
const SHORT_PARAGRAPH = 8;
/** The share of the last sheet that its text takes at least where the sheet before can spare it. */
const LEAST_OF_LAST = 0.25;
/** The share of its room that the sheet before the last keeps. */
const LEAST_OF_LAST_BUT_ONE = 0.6;

export function paginate(pieces: readonly FlowPiece[], frame: Frame): SheetPlan[] {
  const sheets: SheetPlan[] = [];
  let cursor: Cursor = { piece: 0, at: 0 };
  /** Where the sheet before starts. */
  let before = cursor;
  for (;;) {
    const first = sheets.length === 0;
    const below = first ? frame.tablesBelow : 0;
    const closing = first ? frame.closingAlone : frame.closingLast;
    const whole = fill(pieces, cursor, frame.last - frame.closingGap - closing, below);
    if (whole.next.piece === pieces.length) {
      const even = first ? undefined : evened(pieces, before, sheets.length === 1, whole, frame);
      if (even) {
        sheets.pop();
        sheets.push(sheetOf(even.moved.parts));
        return [...sheets, lastSheet(even.whole.parts, 0, frame)];
      }
      return [...sheets, lastSheet(whole.parts, below, frame)];
    }
    const room = first ? frame.first : frame.middle;
    let filled = fill(pieces, cursor, room, below);
    if (filled.parts.length === 0) filled = force(pieces, cursor, below);
    if (filled.next.piece === pieces.length) filled = leaveSomethingToSign(pieces, filled);
    sheets.push(sheetOf(filled.parts));
    before = cursor;
    cursor = filled.next;
  }
}

function sheetOf(parts: readonly Part[]): SheetPlan {
  return { parts, used: endOf(parts), closingTop: undefined };
}

function lastSheet(parts: readonly Part[], below: number, { closingGap }: Frame): SheetPlan {
  const top = parts.length > 0 ? Math.max(endOf(parts), below) : below;
  return { parts, used: endOf(parts), closingTop: top + closingGap };
}

/**
 * The last two sheets with more of a table's rows on the last, where that has little to sign and the
 * one before can spare them; undefined where they are well as they are.
 */
function evened(
  pieces: readonly FlowPiece[],
  from: Cursor,
  isFirst: boolean,
  { parts }: Filled,
  frame: Frame,
): { readonly moved: Filled; readonly whole: Filled } | undefined {
  const missing = frame.last * LEAST_OF_LAST - endOf(parts);
  if (missing <= 0) return undefined;
  const room = isFirst ? frame.first : frame.middle;
  // as much as is missing, else what the closing leaves room for
  for (const share of [1, 0.7, 0.4]) {
    const moved = fill(pieces, from, room - missing * share, isFirst ? frame.tablesBelow : 0);
    if (pieces[moved.next.piece]?.kind !== 'table') continue;
    if (endOf(moved.parts) < room * LEAST_OF_LAST_BUT_ONE) continue;
    const whole = fill(pieces, moved.next, frame.last - frame.closingGap - frame.closingLast, 0);
    if (whole.next.piece === pieces.length && endOf(whole.parts) > endOf(parts))
      return { moved, whole };
  }
  return undefined;
}

interface Filled {
  readonly parts: readonly Part[];
  readonly next: Cursor;
}

function endOf(parts: readonly Part[]): number {
  const last = parts.at(-1);
  return last ? last.top + last.height : 0;
}

/** Puts on one sheet what fits, by the rules. */
function fill(pieces: readonly FlowPiece[], from: Cursor, room: number, below: number): Filled {
  const parts: Part[] = [];
  let cursor = from;
  while (cursor.piece < pieces.length) {
    const piece = pieces[cursor.piece];
    if (!piece) break;
    const top = topOf(piece, parts, below);
    const part = partThatFits(piece, cursor, top, room);
    if (!part) break;
    parts.push(part);
    cursor = after(piece, part);
    if (cursor.piece === part.piece) break;
  }
  return cursor.piece === pieces.length
    ? { parts, next: cursor }
    : withoutStrays(pieces, parts, cursor);
}

function topOf(piece: FlowPiece, parts: readonly Part[], below: number): number {
  const top = parts.length > 0 ? endOf(parts) + piece.gap : 0;
  return piece.kind === 'table' ? Math.max(top, below) : top;
}

function after(piece: FlowPiece, part: Part): Cursor {
  const count = piece.kind === 'text' ? piece.lines : piece.rows.length;
  const done = part.to === count && (piece.kind === 'text' || piece.totals === 0 || part.totals);
  return done ? { piece: part.piece + 1, at: 0 } : { piece: part.piece, at: part.to };
}

function partThatFits(piece: FlowPiece, { piece: index, at }: Cursor, top: number, room: number) {
  return piece.kind === 'text'
    ? linesThatFit(piece, index, at, top, room)
    : rowsThatFit(piece, index, at, top, room);
}

function linesThatFit(piece: FlowText, index: number, at: number, top: number, room: number) {
  const left = piece.lines - at;
  let count = Math.min(left, Math.floor((room - top) / piece.line + 1e-6));
  if (count < left) {
    if (piece.keepWithNext && left <= SHORT_PARAGRAPH) return undefined;
    count = Math.min(count, left - TOGETHER);
    if (count < TOGETHER) return undefined;
  }
  return textPart(piece, index, at, at + count, top);
}

function textPart(piece: FlowText, index: number, from: number, to: number, top: number): Part {
  return { piece: index, from, to, top, height: (to - from) * piece.line, totals: false };
}

function rowsThatFit(piece: FlowTable, index: number, at: number, top: number, room: number) {
  const all = tablePart(piece, index, at, piece.rows.length, top);
  if (all.top + all.height <= room + 1e-6) return all;
  let to = at;
  while (to < piece.rows.length) {
    const part = tablePart(piece, index, at, to + 1, top);
    if (part.top + part.height - (part.totals ? piece.totals : 0) > room + 1e-6) break;
    to++;
  }
  // the totals go with at least some of their rows, so some rows are left for the next sheet
  to = Math.min(to, piece.rows.length - piece.together);
  if (to - at < Math.min(piece.together, piece.rows.length - at)) return undefined;
  return tablePart(piece, index, at, to, top);
}

function tablePart(piece: FlowTable, index: number, from: number, to: number, top: number): Part {
  const totals = piece.totals > 0 && to === piece.rows.length;
  const rows = rowHeights(piece, from, to).reduce((sum, height) => sum + height, 0);
  return {
    piece: index,
    from,
    to,
    top,
    height: piece.header + rows + (totals ? piece.totals : 0),
    totals,
  };
}

/**
 * Heights of the printed rows of a table part: for a list set twice side by side the left half
 * takes the first rows, one more than the right where they are odd, and a pair is as high as the
 * higher of its two.
 */
export function rowHeights(piece: FlowTable, from: number, to: number): number[] {
  const rows = piece.rows.slice(from, to);
  if (piece.halves === 1) return rows;
  const left = Math.ceil(rows.length / 2);
  return rows.slice(0, left).map((height, index) => Math.max(height, rows[left + index] ?? 0));
}

/** Takes headings and other things that lead on to the next piece from the end of a sheet. */
function withoutStrays(pieces: readonly FlowPiece[], parts: readonly Part[], next: Cursor): Filled {
  const kept = [...parts];
  let cursor = next;
  for (let last = kept.at(-1); last && cursor.at === 0; last = kept.at(-1)) {
    const piece = pieces[last.piece];
    if (piece?.kind !== 'text' || !piece.keepWithNext || kept.length === 1) break;
    kept.pop();
    cursor = { piece: last.piece, at: last.from };
  }
  return { parts: kept, next: cursor };
}

/** A sheet must take something: one line or row, even if it does not fit. */
function force(pieces: readonly FlowPiece[], from: Cursor, below: number): Filled {
  const piece = pieces[from.piece];
  if (!piece) return { parts: [], next: from };
  const part =
    piece.kind === 'text'
      ? textPart(piece, from.piece, from.at, from.at + 1, 0)
      : tablePart(piece, from.piece, from.at, Math.min(from.at + 1, piece.rows.length), below);
  return { parts: [part], next: after(piece, part) };
}

/** Moves the end of the text to the next sheet, so that the closing does not stand there alone. */
function leaveSomethingToSign(pieces: readonly FlowPiece[], filled: Filled): Filled {
  const parts = [...filled.parts];
  const last = parts.pop();
  const piece = last && pieces[last.piece];
  if (!last || !piece) return filled;
  const shorter = shortened(piece, last);
  if (shorter) return { parts: [...parts, shorter], next: { piece: last.piece, at: shorter.to } };
  if (parts.length === 0) return filled;
  const moved = withoutStrays(pieces, parts, { piece: last.piece, at: last.from });
  return moved;
}

/** The part without its last lines or rows; undefined where it should move whole. */
function shortened(piece: FlowPiece, part: Part): Part | undefined {
  const count = part.to - part.from;
  if (piece.kind === 'text') {
    if (count <= SHORT_PARAGRAPH && part.from === 0) return undefined;
    if (count < TOGETHER * 2) return undefined;
    return textPart(piece, part.piece, part.from, part.to - TOGETHER, part.top);
  }
  if (count < piece.together * 2) return undefined;
  return tablePart(piece, part.piece, part.from, part.to - piece.together, part.top);
}
