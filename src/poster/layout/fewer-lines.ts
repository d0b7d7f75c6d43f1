import { breakLines } from './line-break.ts';
import { leastRoom, type MeasuredColumn } from './measured-table.ts';
import type { TextMeasure } from './text-measure.ts';

/** How much of a column's width is moved at a time, in ems, and how much at most to spare a line. */
const STEP = 0.5;
const MOST_STEPS = 12;

/**
 * Moves width from columns that do not need it to those whose usual cell makes the row high, while
 * that makes the usual row lower: words and marks that stay together take more lines than their
 * length tells. All lengths in ems; the sum stays what it is.
 */
export function withFewerLines(
  columns: readonly MeasuredColumn[],
  rooms: readonly number[],
  measure: TextMeasure,
): readonly number[] {
  const counters = columns.map((column) => lineCounter(column, measure));
  const linesOf = (index: number, room: number) => counters[index]?.(room) ?? 1;
  const least = columns.map(leastRoom);
  const cells = least.map((one) => one.cells);
  const all = least.map((one) => one.all);
  let best = [...rooms];
  for (;;) {
    const highest = Math.max(...best.map((room, index) => linesOf(index, room)));
    if (highest <= 1) return best;
    // a high heading stands once on a sheet, a high row many times
    const next = lowered(best, all, linesOf, highest) ?? lowered(best, cells, linesOf, highest);
    if (!next) return best;
    best = next;
  }
}

/**
 * Takes from columns that wrap whatever spares them no line, gives it to those that then need not
 * wrap, the ones that lack least first, and shares out the rest: a word alone in its line and a
 * number at its rule go together badly. All lengths in ems; the sum stays what it is.
 */
export function withSpareShared(
  columns: readonly MeasuredColumn[],
  rooms: readonly number[],
  measure: TextMeasure,
): readonly number[] {
  const next = columns.map((column, index) => {
    const room = rooms[index] ?? 0;
    return column.usual <= room ? room : leastOfSameLines(column, room, measure);
  });
  let spare = rooms.reduce((sum, room, index) => sum + room - (next[index] ?? 0), 0);
  const lacking = (index: number) => (columns[index]?.usual ?? 0) - (next[index] ?? 0);
  const wrapping = [...next.keys()]
    .filter((index) => lacking(index) > 1e-9)
    .sort((one, other) => lacking(one) - lacking(other));
  for (const index of wrapping) {
    const lack = lacking(index);
    if (lack > spare) break;
    next[index] = (next[index] ?? 0) + lack;
    spare -= lack;
  }
  return next.map((room) => room + spare / next.length);
}

/** The least room in which a column's usual and its widest cell take no more lines than in `room`. */
function leastOfSameLines(column: MeasuredColumn, room: number, measure: TextMeasure): number {
  const texts = [column.usualText, column.widestText];
  const lines = texts.map((text) => linesIn(text, room, measure));
  const keeps = (less: number) =>
    texts.every((text, index) => linesIn(text, less, measure) <= (lines[index] ?? 0));
  const { all: least } = leastRoom(column);
  let best = room;
  while (best - STEP >= least && keeps(best - STEP)) best -= STEP;
  return best;
}

/** The rooms with which every usual cell takes fewer than `highest` lines; undefined if none do. */
function lowered(
  rooms: readonly number[],
  least: readonly number[],
  linesOf: (index: number, room: number) => number,
  highest: number,
): number[] | undefined {
  const next = [...rooms];
  let missing = 0;
  for (const [index, room] of rooms.entries()) {
    let steps = 0;
    while (linesOf(index, room + steps * STEP) >= highest && steps <= MOST_STEPS) steps++;
    if (steps > MOST_STEPS) return undefined;
    next[index] = room + steps * STEP;
    missing += steps * STEP;
  }
  // the widest gives first: it is the last that looks poor for it
  const givers = [...rooms.keys()].sort((a, b) => (rooms[b] ?? 0) - (rooms[a] ?? 0));
  for (const index of givers) {
    while (missing > 1e-9) {
      const less = (next[index] ?? 0) - STEP;
      if (less < (least[index] ?? less + 1) || linesOf(index, less) >= highest) break;
      next[index] = less;
      missing -= STEP;
    }
  }
  return missing > 1e-9 ? undefined : next;
}

/** Tells how many lines a column's usual cell takes in a room; what it once counted it remembers. */
function lineCounter(column: MeasuredColumn, measure: TextMeasure): (room: number) => number {
  const known = new Map<number, number>();
  const text = column.usualText;
  return (room) => {
    if (column.usual <= room) return 1;
    // a number's digits stand under each other: it is never broken
    if (column.numbers) return Number.POSITIVE_INFINITY;
    const key = Math.round(room * 100);
    const lines = known.get(key) ?? linesIn(text, room, measure);
    known.set(key, lines);
    return lines;
  };
}

function linesIn(text: string, width: number, measure: TextMeasure): number {
  const room = () => ({ indent: 0, width, hang: false });
  return breakLines([{ text, strong: false }], { measure, face: 'text', room }).length;
}
