import { breakBySense, textOf } from './break-by-sense.ts';
import { breakLines } from './line-break.ts';
import type { MeasuredColumn } from './measured-table.ts';
import type { Face, TextMeasure } from './text-measure.ts';

/** A longer cell is text that reads on and fills its lines; a shorter one is a name, a day, a term. */
const LONGEST_NAME = 24;
/** More different texts than that take too long to be broken by sense, on an old phone. */
const MOST_TEXTS = 60;

/**
 * Breaks the cells of one column: a name, a day or a term by sense into lines of like length, where
 * that takes no line more; whatever is longer as text. What it once broke it remembers.
 *
 * @returns a function of a text, of its room in ems and of its face
 */
export function cellLines(
  { column, texts }: MeasuredColumn,
  measure: TextMeasure,
): (text: string, room: number, face: Face) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const bySense = column.align !== 'end' && texts.size <= MOST_TEXTS;
  return (text, room, face) => {
    const key = `${face} ${room.toFixed(2)} ${text}`;
    const lines = known.get(key) ?? broken(text, room, face);
    known.set(key, lines);
    return lines;
  };

  function broken(text: string, width: number, face: Face): readonly string[] {
    const room = () => ({ indent: 0, width, hang: false });
    const full = breakLines([{ text, strong: false }], { measure, face, room }).map(textOf);
    if (!bySense || full.length === 1 || text.length > LONGEST_NAME) return full;
    const even = breakBySense(text, width, measure, face);
    return even.length <= full.length ? even : full;
  }
}
