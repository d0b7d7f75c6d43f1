import { breakLines } from './line-break.ts';
import type { MeasuredColumn } from './measured-table.ts';
import type { TextMeasure } from './text-measure.ts';

/** How much of a column's width is moved at a time, in ems, and how much at most to spare a line. */
const STEP = 0.5;
const MOST_STEPS = 12;
/** A column never gives away so much that less is left, in ems, or that a word of it breaks. */
const LEAST = 2.4;
const LONGEST_KEPT_WORD = 9;

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
  const least = columns.map(({ widestWord }) =>
    Math.max(LEAST, Math.min(widestWord, LONGEST_KEPT_WORD)),
  );
  let best = [...rooms];
  for (;;) {
    const highest = Math.max(...best.map((room, index) => linesOf(index, room)));
    if (highest <= 1) return best;
    const next = lowered(best, least, linesOf, highest);
    if (!next) return best;
    best = next;
  }
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
      if (less < (least[index] ?? LEAST) || linesOf(index, less) >= highest) break;
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
