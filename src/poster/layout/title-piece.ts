import { breakBySense, isWellBroken } from './break-by-sense.ts';
import type { Line } from './line-break.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import type { TextPiece } from './pieces.ts';
import type { TextMeasure } from './text-measure.ts';

/** The part of the width that a title may fill: one that touches both margins shouts. */
const TITLE_WIDTH = 0.95;
/** GB/T 9704-2012, 7.3.1: titles are set in 22 pt (2号); on a board never below. */
const LEAST_TITLE_PT = 22;

/** Sets the title a little smaller where that spares a line, or lets its lines end where its sense does. */
export function titlePiece(
  title: string,
  scale: TypeScale,
  width: number,
  measure: TextMeasure,
): TextPiece {
  const least = Math.max(LEAST_TITLE_PT, scale.titlePt * 0.8);
  const linesAt = (pt: number) =>
    breakBySense(title, (width * TITLE_WIDTH) / (pt * MM_PER_POINT), measure, 'title');
  const fewest = linesAt(least).length;
  const sizes = [least];
  for (let pt = scale.titlePt; pt > least; pt -= 1) sizes.splice(-1, 0, pt);
  const fitting = sizes.filter((one) => linesAt(one).length === fewest);
  const pt = fitting.find((one) => isWellBroken(linesAt(one), true)) ?? fitting[0] ?? least;
  const lines = linesAt(pt).map(
    (text): Line => ({
      runs: [{ text, strong: false }],
      hanging: '',
      indent: 0,
      width: width / (pt * MM_PER_POINT),
      justified: false,
    }),
  );
  const line = pt * 1.3 * MM_PER_POINT;
  return { kind: 'text', role: 'title', face: 'title', pt, line, lines };
}
