import type { Face, TextMeasure } from './text-measure.ts';

/**
 * Breaks Chinese text into lines as GB/T 15834-2011 (section 5) and W3C clreq ask: no closing mark
 * starts a line and no opening mark ends one; Latin words, numbers, a number with its measure
 * word and amounts in words stay together; a comma or full stop may hang over the edge. Lines are explicit so that
 * preview, printer and file cannot break them differently.
 */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

export interface Line {
  readonly runs: readonly Run[];
  /** The closing mark that hangs over the right edge; part of no run. */
  readonly hanging: string;
  /** Distance from the left edge and room for the text, both in ems. */
  readonly indent: number;
  readonly width: number;
  /** Whether the line is spread to fill its room: not the last, nor one that would gape. */
  readonly justified: boolean;
}

/** The room for a line in ems, and whether a comma or full stop may stand outside its right edge. */
export interface LineBox {
  readonly indent: number;
  readonly width: number;
  readonly hang: boolean;
}

/** The room for line number `index`, from 0. */
export type LineRoom = (index: number) => LineBox;

export interface LineBreaking {
  readonly measure: TextMeasure;
  readonly room: LineRoom;
  readonly face?: Face;
}

interface Unit {
  readonly text: string;
  readonly strong: boolean;
  readonly width: number;
  readonly space: boolean;
}

const CLOSING =
  /^[，。、；：？！…—”’）》〉】〕］｝」』〗％%,.;:?!)\]}~·・℃々\u060c\u061b\u061e\u061f\u06d4\u0f0b-\u0f14\u0f3d]/u;
const OPENING = /[“‘（《〈【〔［｛「『〖([{￥¥]$/u;
const HANGING = /^[，。、；：]$/u;
/** A line filled less than this would gape if it were spread. */
const LEAST_FILLED = 0.82;
const MEASURE_WORD = /^[年月日号时户人天元万亿个名组岁亩头只]/u;
/** Neighbours in an amount: in words it is broken at most where it is read in parts, after 万, 亿 and 元, and goes with its '大写：'. */
const AMOUNT =
  /^(?:[零壹贰叁肆伍陆柒捌玖拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]|[万亿][亿元圆人亩斤]|[元圆角]整|：[壹贰叁肆伍陆柒捌玖拾]|大写)$/u;
const TOKEN =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}])[\p{L}\p{N}\p{M}\p{Join_Control}@_#&+\-./:%'*=])+|\s+|.\p{M}*/gsu;

/** Breaks runs into lines; every text gives at least one line, and no character is lost but spaces at breaks. */
export function breakLines(runs: readonly Run[], breaking: LineBreaking): Line[] {
  const { measure, face = 'text' } = breaking;
  const widthOf = (text: string, strong: boolean) => measure(text, strong ? 'strong' : face);
  const units = runs.flatMap(({ text, strong }) =>
    [...text.matchAll(TOKEN)].map(([token]): Unit => {
      const space = /^\s/u.test(token);
      const shown = space ? ' ' : token;
      return { text: shown, strong, width: widthOf(shown, strong), space };
    }),
  );

  const lines: Line[] = [];
  let line: Unit[] = [];
  let used = 0;
  let previous: readonly Unit[] = [];
  const room = () => breaking.room(lines.length);
  const close = (hanging: string, last: boolean) => {
    while (line.at(-1)?.space) line.pop();
    const { indent, width } = room();
    const justified = !last && used >= width * LEAST_FILLED;
    lines.push({ runs: runsOf(line), hanging, indent, width, justified });
    previous = line;
    line = [];
    used = 0;
  };
  const add = (unit: Unit) => {
    if (unit.space && line.length === 0) return;
    line.push(unit);
    used += unit.width;
  };

  for (const chunk of chunksOf(units)) {
    const width = chunk.reduce((sum, unit) => sum + unit.width, 0);
    if (chunk[0]?.space || used + width <= room().width) {
      for (const unit of chunk) add(unit);
      continue;
    }
    const end = chunk.at(-1);
    if (room().hang && end && HANGING.test(end.text) && used + width - end.width <= room().width) {
      for (const unit of chunk.slice(0, -1)) add(unit);
      close(end.text, false);
      continue;
    }
    if (line.length > 0) close('', false);
    if (width <= room().width) {
      for (const unit of chunk) add(unit);
      continue;
    }
    for (const piece of piecesOf(chunk, widthOf, room().width)) {
      if (line.length > 0 && used + piece.width > room().width) close('', false);
      add(piece);
    }
  }
  const company = companyFor(line, previous, lines.at(-1));
  if (company) {
    const last = [...company, ...line];
    line = previous.slice(0, -company.length);
    used = widthOfAll(line);
    lines.pop();
    close('', false);
    line = last;
  }
  if (line.length > 0 || lines.length === 0) close('', true);
  return lines.map((one, index) =>
    index === lines.length - 1 ? { ...one, justified: false } : one,
  );
}

/** One ideograph, with the marks that stand with it. */
const ALONE = /^[^\p{L}\p{N}]*\p{Script=Han}[^\p{L}\p{N}]*$/u;
/** A line of at least so many ems is a paragraph's, which is spread; a cell's is not. */
const SPREAD_LINE = 12;

/**
 * What of the line before keeps a last line's one character company; undefined where the last line
 * needs none, or where the line before would gape or be the shorter one.
 */
function companyFor(
  last: readonly Unit[],
  previous: readonly Unit[],
  line: Line | undefined,
): readonly Unit[] | undefined {
  if (line?.hanging !== '' || !ALONE.test(last.map(({ text }) => text).join(''))) return undefined;
  const company = chunksOf(previous).at(-1) ?? [];
  if (company.length === previous.length || company.some(({ space }) => space)) return undefined;
  const left = widthOfAll(previous) - widthOfAll(company);
  const least =
    line.width < SPREAD_LINE ? widthOfAll(last) + widthOfAll(company) : line.width * LEAST_FILLED;
  return left >= least ? company : undefined;
}

function widthOfAll(units: readonly Unit[]): number {
  return units.reduce((sum, { width }) => sum + width, 0);
}

/** Groups units between which a line may not end. */
function chunksOf(units: readonly Unit[]): Unit[][] {
  const chunks: Unit[][] = [];
  for (const unit of units) {
    const before = chunks.at(-1);
    const neighbour = before?.at(-1);
    if (before && neighbour && staysWith(neighbour, unit)) before.push(unit);
    else chunks.push([unit]);
  }
  return chunks;
}

function staysWith(before: Unit, unit: Unit): boolean {
  if (before.space || unit.space) return false;
  if (CLOSING.test(unit.text) || OPENING.test(before.text)) return true;
  if (/\d$/u.test(before.text) && MEASURE_WORD.test(unit.text)) return true;
  if (AMOUNT.test(before.text + unit.text)) return true;
  return before.text === '第' && /^\d/u.test(unit.text);
}

/**
 * What is too long for a line in its least parts, closing marks still with what they close and
 * opening marks with what they open, as far as that fits `room`.
 */
function piecesOf(
  chunk: readonly Unit[],
  widthOf: (text: string, strong: boolean) => number,
  room: number,
): Unit[] {
  const pieces: Unit[] = [];
  for (const unit of chunk) {
    for (const character of graphemesOf(unit.text)) {
      const width = widthOf(character, unit.strong);
      const before = pieces.at(-1);
      const belongs =
        before?.strong === unit.strong &&
        (CLOSING.test(character) || OPENING.test(before.text)) &&
        before.width + width <= room;
      if (belongs)
        pieces[pieces.length - 1] = {
          ...before,
          text: before.text + character,
          width: before.width + width,
        };
      else pieces.push({ ...unit, text: character, width });
    }
  }
  return pieces;
}

function graphemesOf(text: string): string[] {
  return text.match(/.[\p{M}\p{Join_Control}]*/gsu) ?? [];
}

function runsOf(units: readonly Unit[]): Run[] {
  const runs: { text: string; strong: boolean }[] = [];
  for (const { text, strong } of units) {
    const open = runs.at(-1);
    if (open && open.strong === strong) open.text += text;
    else runs.push({ text, strong });
  }
  return runs;
}
