import type { SecondLanguage } from '../../notice/index.ts';

/**
 * The faces of a sheet: `text` is the body's Fangsong, `strong` the Heiti of headings and of
 * whatever must be seen, `title` the Song of titles; then one for each script of a second language.
 */
export type Face = 'text' | 'strong' | 'title' | SecondLanguage['script'];

/** The width of a text in ems of its type size. */
export type TextMeasure = (text: string, face: Face) => number;

/**
 * Ideographs, kana and full-width marks: one em wide in every Chinese face. Marks are never measured
 * beside each other: a browser may then set them closer, which the sheets do not.
 */
const IDEOGRAPH =
  /^[\u3001-\u3003\u3008-\u3011\u3014-\u301b\u3041-\u30ff\uff01-\uff5e\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—〔〕\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/**
 * Makes a measure from one that can measure any short text, asking it as little as possible:
 * ideographs are an em wide, and every other run of characters is measured once.
 */
export function cachingMeasure(measureRun: TextMeasure): TextMeasure {
  const known = new Map<Face, Map<string, number>>();
  const widthOfRun = (run: string, face: Face): number => {
    const widths = known.get(face) ?? new Map<string, number>();
    const width = widths.get(run) ?? measureRun(run, face);
    known.set(face, widths.set(run, width));
    return width;
  };
  return (text, face) => {
    let width = 0;
    let run = '';
    for (const character of text) {
      if (!IDEOGRAPH.test(character)) {
        run += character;
        continue;
      }
      if (run !== '') width += widthOfRun(run, face);
      run = '';
      width += 1;
    }
    return run === '' ? width : width + widthOfRun(run, face);
  };
}

/** A measure for where no font can be asked: full-width characters one em, others half of it. */
export const estimatedMeasure: TextMeasure = (text) => {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : 0.55;
  return width;
};
