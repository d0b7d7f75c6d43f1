import { cellText } from './cell-text.ts';
import { splitMark } from './read-element.ts';

// · also stands inside foreign names, so only after a space or the end of a clause
const INLINE_BULLET = /\s*(?=[●○◆•■▪])|(?<=[\s。；;）)])(?=·)/u;

/**
 * Cuts a cell 公开内容（要素） into its elements, each with its bullet or number. Where the cell has
 * any, a line without one goes on with the line before it; where it has none, each line is one.
 */
export function elementLines(cell: string): string[] {
  const lines = cellText(cell)
    .split('\n')
    .flatMap((line) => line.split(INLINE_BULLET))
    .flatMap(splitNumbered)
    .map((line) => line.trim())
    .filter(Boolean);
  if (!lines.some(hasMark)) return lines;
  const elements: string[] = [];
  for (const line of lines) {
    if (hasMark(line) || elements.length === 0) elements.push(line);
    else elements.push((elements.pop() ?? '') + line);
  }
  return elements;
}

/** Cuts 1.甲2.乙, （1）甲（2）乙 and ①甲②乙 in one line at each number that is the next one. */
function splitNumbered(line: string): string[] {
  const [, open = '', first = '', close = ''] =
    /^([（(]?)(\d{1,2}|[①-⑲])([.．、)）]?)/u.exec(line) ?? [];
  const isCircled = /[①-⑲]/u.test(first);
  if (first === '' || (!isCircled && close === '')) return [line];
  const pieces: string[] = [];
  let rest = line;
  for (let step = 1; ; step += 1) {
    const next = isCircled
      ? String.fromCharCode(first.charCodeAt(0) + step)
      : `${open}${Number(first) + step}${close}`;
    const at = placeOf(next, rest);
    if (at < 0) return [...pieces, rest];
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
}

/** Where the number stands as one of its own, not within 12. or before the decimals of 2.5; or -1. */
function placeOf(number: string, text: string): number {
  let at = text.indexOf(number, 1);
  while (at >= 0) {
    const isWithin = /\d/u.test(text[at - 1] ?? '') || /\d/u.test(text[at + number.length] ?? '');
    if (!isWithin) return at;
    at = text.indexOf(number, at + 1);
  }
  return -1;
}

function hasMark(line: string): boolean {
  return splitMark(line).mark !== '';
}
