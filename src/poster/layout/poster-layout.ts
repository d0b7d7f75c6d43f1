import { type NoticeDocument, secondLanguageOf } from '../../notice/index.ts';
import type { PosterStanding } from '../standing.ts';
import { type ClosingLayout, layOutClosing } from './closing-layout.ts';
import { CODE_SIDE, type CodeLayout, layOutCode, shortAddress } from './code-layout.ts';
import { composeFlow } from './compose-flow.ts';
import { loosened } from './loosen.ts';
import { type MeasuredTable, measureTable } from './measured-table.ts';
import { paginate, type SheetPlan } from './paginate.ts';
import {
  MM_PER_POINT,
  PAPERS,
  type Paper,
  type PaperSize,
  type TypeScale,
  type TypeSize,
  tightScales,
  typeScales,
  widerTables,
} from './paper.ts';
import type { Piece } from './pieces.ts';
import { printableDocument } from './printable-text.ts';
import type { TextMeasure } from './text-measure.ts';

/** Everything a sheet needs to be drawn: boxes in mm from the corner of the type area. */
export interface PosterLayout {
  readonly paper: Paper;
  readonly scale: TypeScale;
  readonly document: NoticeDocument;
  readonly pieces: readonly Piece[];
  readonly sheets: readonly SheetPlan[];
  readonly closing: ClosingLayout;
  /** The code beside the opening of the first sheet, and its top. */
  readonly openingCode: CodeLayout;
  readonly openingCodeTop: number;
  /** The code of the other sheets: in the closing on the last, in a foot band on the others. */
  readonly otherCode: CodeLayout;
  /** For people without a camera; empty for what is not published. */
  readonly address: string;
}

export interface PosterRequest {
  readonly document: NoticeDocument;
  readonly standing: PosterStanding;
  readonly paper: PaperSize;
  readonly type: TypeSize;
  readonly measure: TextMeasure;
}

/** What is the same at every size of type. */
interface Setting {
  readonly paper: Paper;
  readonly document: NoticeDocument;
  readonly tables: ReadonlyMap<unknown, MeasuredTable>;
  readonly openingCode: CodeLayout;
  readonly otherCode: CodeLayout;
  readonly address: string;
  readonly measure: TextMeasure;
}

/** A table of so few rows may wrap them into so many lines for larger type; a longer one reads worse. */
const FEW_ROWS = 6;
const MOST_LINES = 3;
/** The share of the paper's height above which large print sets a table's rows smaller. */
const LONG_ROW = 0.11;
/** Ems below which large print's columns are too narrow; a serial number's is the narrowest. */
const NARROW_EMS = 2.2;
/** How much higher rows may be set to fill a sheet whose type cannot grow, and how finely that is tried. */
const ROOMIEST = 1.3;
const FINEST = 0.025;

/** A layout under way: yields after each part of the work, so that a page may answer meanwhile. */
type InSteps<Result> = Generator<undefined, Result>;

/**
 * Lays a notice out in the largest type that takes no more sheets than the smallest would and
 * leaves no column too narrow for it, then with the largest code: one household fills its sheet, and
 * five hundred take no paper in vain. Total: any document that satisfies its schema gives sheets.
 */
export function layOutPoster(request: PosterRequest): PosterLayout {
  const steps = layOutInSteps(request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, step by step: whoever asks for the next one decides when. */
export function* layOutInSteps(request: PosterRequest): InSteps<PosterLayout> {
  const { measure, standing } = request;
  const paper = PAPERS[request.paper];
  const document = printableDocument(request.document);
  const language = document.second && secondLanguageOf(document.second.language);
  const [smallestCode, ...largerCodes] = CODE_SIDE.opening
    .map((side) => layOutCode(standing, { side, factor: paper.factor }))
    .reverse();
  if (!smallestCode) throw new Error('every sheet has a code');
  yield;
  const tables = new Map<unknown, MeasuredTable>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    tables.set(block, measureTable(block, measure, language));
    yield;
  }
  const setting: Setting = {
    paper,
    document,
    tables,
    openingCode: smallestCode,
    otherCode: layOutCode(standing, { side: CODE_SIDE.other, factor: paper.factor }),
    address: shortAddress(standing),
    measure,
  };
  const best = yield* inLargestType(request, setting);
  return yield* withRoomierRows(...(yield* withLargestCode(best, largerCodes, setting)));
}

/** The largest type of those that need the fewest sheets. */
function* inLargestType({ paper, type }: PosterRequest, setting: Setting): InSteps<PosterLayout> {
  const [smallest, ...larger] = [...typeScales(paper, type)].reverse();
  if (!smallest) throw new Error('every paper has a type scale');
  const tried = [yield* layOutAt(smallest, setting)];
  for (const scale of widerTables(smallest, paper, type)) {
    const last = tried.at(-1);
    if (last && (hasLongRows(last) || hasNarrowColumns(last)))
      tried.push(yield* layOutAt(scale, setting));
  }
  const fewest = Math.min(...tried.map(({ sheets }) => sheets.length));
  const fitting = tried.find((one) => one.sheets.length === fewest && !hasNarrowColumns(one));
  let best = fitting ?? tried.at(-1) ?? (yield* layOutAt(smallest, setting));
  if (best.sheets.length === 2) {
    for (const scale of tightScales(paper, type)) {
      const tight = yield* layOutAt(scale, setting);
      if (tight.sheets.length === 1) return tight;
    }
  }
  const rows = [...setting.tables.values()].reduce((sum, { table }) => sum + table.rows.length, 0);
  const mostLines = rows <= FEW_ROWS ? MOST_LINES : 1;
  for (const scale of larger) {
    const next = yield* layOutAt(scale, setting);
    if (next.sheets.length > best.sheets.length) break;
    if (isCramped(next, best, mostLines)) break;
    best = next;
  }
  return best;
}

/** The same with the largest code that takes no further sheet, and the setting that made it. */
function* withLargestCode(
  layout: PosterLayout,
  largerCodes: readonly CodeLayout[],
  setting: Setting,
): InSteps<[PosterLayout, Setting]> {
  let best: [PosterLayout, Setting] = [layout, setting];
  for (const openingCode of largerCodes) {
    const larger = { ...setting, openingCode };
    const next = yield* layOutAt(layout.scale, larger);
    if (next.sheets.length > layout.sheets.length) break;
    best = [next, larger];
  }
  return best;
}

/** The same with the highest rows that take no further sheet. */
function* withRoomierRows(layout: PosterLayout, setting: Setting): InSteps<PosterLayout> {
  const { scale, sheets } = layout;
  if (setting.tables.size === 0) return layout;
  let best = layout;
  let fits = 1;
  let tooHigh = ROOMIEST + FINEST;
  let factor = ROOMIEST;
  while (tooHigh - fits > FINEST) {
    const next = yield* layOutAt({ ...scale, row: scale.row * factor }, setting);
    if (next.sheets.length <= sheets.length) [best, fits] = [next, factor];
    else tooHigh = factor;
    factor = (fits + tooHigh) / 2;
  }
  return best;
}

/** Whether a usual row is so high that a reader loses the place in it. */
function hasLongRows({ pieces, paper }: PosterLayout): boolean {
  return pieces.some(
    (piece) => piece.kind === 'table' && piece.table.usualHeight > paper.height * LONG_ROW,
  );
}

/** Whether a column holds less than two characters and a mark, so that words fall apart in it. */
function hasNarrowColumns({ pieces, scale }: PosterLayout): boolean {
  const least = NARROW_EMS * scale.tablePt * MM_PER_POINT;
  return pieces.some((piece) => piece.kind === 'table' && Math.min(...piece.table.widths) < least);
}

/** Whether a table's usual rows take more lines than in smaller type, and more than `mostLines`. */
function isCramped(next: PosterLayout, smaller: PosterLayout, mostLines: number): boolean {
  return next.pieces.some((piece, index) => {
    const before = smaller.pieces[index];
    if (piece.kind !== 'table' || before?.kind !== 'table') return false;
    return piece.table.usualLines > Math.max(mostLines, before.table.usualLines);
  });
}

function* layOutAt(scale: TypeScale, setting: Setting): InSteps<PosterLayout> {
  const { paper, document, openingCode, otherCode, measure } = setting;
  const width = paper.width - 2 * paper.margin;
  const height = paper.height - 2 * paper.margin;
  const middle = height - otherCode.side - otherCode.quiet;
  const { pieces, heights, codeTop, codeBottom } = composeFlow({
    ...setting,
    scale,
    width,
    codeSide: openingCode.side,
    codeQuiet: openingCode.quiet,
    codeHeight: openingCode.height,
    // beside its header, its heading and what is between them
    highestRow: middle - scale.line - scale.gap * 0.7,
  });
  yield;
  const noCode = { width: 0, height: 0, quiet: 0 };
  const code = { width: otherCode.side, height: otherCode.height, quiet: otherCode.quiet };
  const alone = layOutClosing(document, scale, width, noCode, measure);
  const last = layOutClosing(document, scale, width, code, measure);
  const sheets = paginate(heights, {
    first: height,
    tablesBelow: codeBottom + scale.gap,
    middle,
    last: height,
    closingGap: scale.gap * 1.4,
    closingAlone: alone.height,
    closingLast: last.height,
  });
  const closing = sheets.length === 1 ? alone : last;
  return {
    paper,
    scale,
    document,
    pieces,
    sheets: loosened(sheets, pieces, height, closing.height, scale),
    closing,
    openingCode,
    openingCodeTop: codeTop,
    otherCode,
    address: setting.address,
  };
}
