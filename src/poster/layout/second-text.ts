import type { SecondLanguage } from '../../notice/index.ts';
import { breakLines, type LineRoom } from './line-break.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import type { TextPiece } from './pieces.ts';
import type { TextMeasure } from './text-measure.ts';

/** The second title's size against the first's: it leads its own readers in and outshouts nobody. */
const TITLE_SIZE = 0.7;
const TITLE_WIDTH = 0.95;

/** Tibetan stacks its letters: a line of it is so much higher. */
function tallness({ script }: SecondLanguage): number {
  return script === 'tibetan' ? 1.25 : 1;
}

/** Height of a line of second text, in mm. */
export function secondLine(language: SecondLanguage, scale: TypeScale): number {
  return scale.line * tallness(language);
}

/** A second title under the first, centred; lines may end between its words only. */
export function secondTitlePiece(
  title: string,
  language: SecondLanguage,
  scale: TypeScale,
  width: number,
  measure: TextMeasure,
): TextPiece {
  const pt = scale.titlePt * TITLE_SIZE;
  const ems = width / (pt * MM_PER_POINT);
  const room = () => ({ indent: 0, width: ems * TITLE_WIDTH, hang: false });
  const lines = breakLines([{ text: title, strong: false }], {
    measure,
    face: language.script,
    room,
  }).map((line) => ({ ...line, width: ems, justified: false }));
  const line = pt * 1.5 * tallness(language) * MM_PER_POINT;
  return { kind: 'text', role: 'second-title', face: language.script, pt, line, lines, language };
}

/** A paragraph of a second text, ragged: spreading words or syllables is not every script's way. */
export function secondTextPiece(
  text: string,
  language: SecondLanguage,
  scale: TypeScale,
  room: LineRoom,
  measure: TextMeasure,
): TextPiece {
  const lines = breakLines([{ text, strong: false }], {
    measure,
    face: language.script,
    room: (index) => ({ ...room(index), hang: false }),
  }).map((line) => ({ ...line, justified: false }));
  return {
    kind: 'text',
    role: 'second-text',
    face: language.script,
    pt: scale.bodyPt,
    line: secondLine(language, scale),
    lines,
    language,
  };
}
