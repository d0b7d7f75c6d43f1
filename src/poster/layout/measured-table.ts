import type { DocumentColumn, DocumentTable, SecondLanguage } from '../../notice/index.ts';
import { breakBySense, isWellBroken } from './break-by-sense.ts';
import type { ColumnDemand } from './column-widths.ts';
import type { Face, TextMeasure } from './text-measure.ts';

/** A table's texts with their widths in ems, measured once for all sizes of type. */
export interface MeasuredTable {
  readonly table: DocumentTable;
  readonly columns: readonly MeasuredColumn[];
  /** Of the columns' second headings. */
  readonly language: SecondLanguage | undefined;
}

export interface MeasuredColumn {
  readonly column: DocumentColumn;
  readonly label: number;
  /** The least width in which its heading takes no more than two lines that its sense allows. */
  readonly twoLineLabel: number;
  readonly unit: number;
  /** The widest word of its heading in a second language. */
  readonly second: number;
  readonly cells: readonly number[];
  /** Of the cells, the totals' included. */
  readonly widest: number;
  /** The width that nine cells of ten do not pass. */
  readonly usual: number;
  /** The cell that is as wide, and the widest. */
  readonly usualText: string;
  readonly widestText: string;
  /** The different cells. */
  readonly texts: ReadonlySet<string>;
  /** The widest that no line may end in: a number, a term, a foreign word. */
  readonly widestWord: number;
  /** Widest part before and from the decimal point; undefined where the column is no numbers. */
  readonly numbers: { readonly whole: number; readonly fraction: number } | undefined;
}

const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;
const WORD = /[^\p{Script=Han}\s，。、；：（）—]+—?/gu;

/** How large a heading in a second language is against the first. */
export const SECOND_HEADING = 0.78;

export function measureTable(
  table: DocumentTable,
  measure: TextMeasure,
  language?: SecondLanguage,
): MeasuredTable {
  const columns = table.columns.map((column, index): MeasuredColumn => {
    const texts = table.rows.map((row) => row[index] ?? '');
    const totals = table.totals?.[index] ?? '';
    const cells = texts.map((text) => measure(text, 'text'));
    const sorted = [...cells].sort((a, b) => a - b);
    const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
    const words = new Set(texts.flatMap((text) => text.match(WORD) ?? []));
    return {
      column,
      label: measure(column.label, 'strong'),
      twoLineLabel: inTwoLines(column.label, measure),
      unit: column.unit ? measure(unitLabel(column.unit), 'strong') : 0,
      second: language ? widestWord(column.second ?? '', language, measure) * SECOND_HEADING : 0,
      cells,
      widest: Math.max(sorted.at(-1) ?? 0, measure(totals, 'strong')),
      usual,
      usualText: texts[cells.indexOf(usual)] ?? '',
      widestText: texts[cells.indexOf(sorted.at(-1) ?? 0)] ?? '',
      texts: new Set(texts),
      widestWord: [...words].reduce((most, word) => Math.max(most, measure(word, 'text')), 0),
      numbers: column.align === 'end' ? numberParts(texts, totals, measure) : undefined,
    };
  });
  return { table, columns, language };
}

/** Ems of the shortest heading that may stand in two lines. */
const SHORTEST_HALVED = 3;

function inTwoLines(label: string, measure: TextMeasure): number {
  const whole = measure(label, 'strong');
  if (whole <= SHORTEST_HALVED) return whole;
  for (let room = Math.ceil(whole / 2); room < whole; room += 1) {
    const lines = breakBySense(label, room, measure, 'strong');
    if (lines.length <= 2 && isWellBroken(lines)) return room;
  }
  return whole;
}

function widestWord(text: string, { script }: SecondLanguage, measure: TextMeasure): number {
  return Math.max(0, ...text.split(/\s+/u).map((word) => measure(word, script)));
}

/** A column's unit as its header shows it; in half-width brackets where there is little room. */
export function unitLabel(unit: string, brackets: 'wide' | 'narrow' = 'wide'): string {
  return brackets === 'wide' ? `（${unit}）` : `(${unit})`;
}

/** Splits a number before its decimal point; undefined for a text that is no number. */
export function decimalParts(text: string): { whole: string; fraction: string } | undefined {
  if (!NUMBER.test(text)) return undefined;
  const point = text.indexOf('.');
  return point < 0
    ? { whole: text, fraction: '' }
    : { whole: text.slice(0, point), fraction: text.slice(point) };
}

function numberParts(texts: readonly string[], totals: string, measure: TextMeasure) {
  let whole = 0;
  let fraction = 0;
  const look = (text: string, face: Face) => {
    const parts = decimalParts(text);
    if (!parts) return;
    whole = Math.max(whole, measure(parts.whole, face));
    fraction = Math.max(fraction, measure(parts.fraction, face));
  };
  for (const text of texts) look(text, 'text');
  look(totals, 'strong');
  return whole > 0 ? { whole, fraction } : undefined;
}

/** Ems that a column of words, or of short values, keeps even where room is short. */
const LEAST = { start: 4, center: 8, end: 8 } as const;
/** Ems that it may be left with where a table has very many columns, and those for a date or amount. */
const HARDEST = 2;
const HARDEST_WORD = 4.8;
/** A word longer than this may be broken. */
const LONGEST_WORD = 9;
/** Ems of the shortest column whose words wrap. */
const SHORTEST = 2.4;

/**
 * Ems below which a column breaks a word or a number, and below which its heading takes more than
 * two lines and its unit.
 */
export function leastRoom(one: MeasuredColumn): { readonly cells: number; readonly all: number } {
  const number = one.numbers ? one.numbers.whole + one.numbers.fraction : 0;
  const cells = Math.max(SHORTEST, number, Math.min(one.widestWord, LONGEST_WORD));
  return { cells, all: Math.max(cells, headerInTwoLines(one)) };
}

/**
 * What a column asks for, in mm at an em of `em` mm. `tight`: the width at which its usual cells do
 * not wrap while its header stands in two lines; `oneLine`: at which the header needs but one.
 */
export function demandOf(
  one: MeasuredColumn,
  em: number,
  inset: number,
): ColumnDemand & { readonly tight: number; readonly oneLine: number } {
  const padding = 2 * inset + 0.3;
  const width = (ems: number) => ems * em + padding;
  const header = headerInTwoLines(one);
  const content = Math.max(one.widest, one.numbers ? one.numbers.whole + one.numbers.fraction : 0);
  const floor = Math.max(LEAST[one.column.align], Math.min(one.widestWord, LONGEST_WORD));
  const hardest = one.numbers ? floor : Math.max(HARDEST, Math.min(one.widestWord, HARDEST_WORD));
  return {
    least: width(Math.max(Math.min(content, floor), header)),
    hardest: width(
      Math.max(Math.min(content, hardest), Math.min(header, Math.max(HARDEST, headerUnit(one)))),
    ),
    usual: width(
      Math.max(Math.min(content, Math.max(one.usual, floor)), one.label, one.unit, one.second),
    ),
    most: width(Math.max(content, one.label, one.unit, one.second)),
    oneLine: width(Math.max(content, one.label + one.unit, one.second)),
    tight: width(Math.max(one.usual, header)),
    share: Math.max(2, Math.min(content, 6)),
    em,
    padding,
  };
}

function headerInTwoLines(one: MeasuredColumn): number {
  const { twoLineLabel, second } = one;
  return Math.max(
    Math.min(twoLineLabel, LONGEST_WORD),
    headerUnit(one),
    Math.min(second, LONGEST_WORD),
  );
}

/** A unit stands in a line of its own, in narrow brackets; a long one is broken. */
function headerUnit({ unit }: MeasuredColumn): number {
  return Math.min(unit, 3);
}
