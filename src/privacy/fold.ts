const dashes = new Set('‐‑‒–—―−﹣'.split('').map((dash) => dash.charCodeAt(0)));
const spaces = new Set([0xa0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202f, 0x3000]);
const middleDots = new Set('·•‧・･'.split('').map((dot) => dot.charCodeAt(0)));
const hiddenMarks = new Set('∗✱●■'.split('').map((mark) => mark.charCodeAt(0)));
const crosses = new Set('×ХхΧχ✕'.split('').map((cross) => cross.charCodeAt(0)));
/** Zero-width space, joiners, marks of direction, byte-order mark: invisible inside a number. */
const invisible = new Set([0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]);

/** The mark that stands for an invisible character in a folded text. */
export const invisibleMark = '\u200b';

function foldedUnit(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) {
    if (code === 0xff0d) return 0x2d;
    if (code === 0xff0a) return 0x2a;
    return code - 0xfee0;
  }
  if (dashes.has(code)) return 0x2d;
  if (spaces.has(code)) return 0x20;
  if (middleDots.has(code)) return 0x2e;
  if (hiddenMarks.has(code)) return 0x2a;
  if (crosses.has(code)) return 0x58;
  if (invisible.has(code)) return 0x200b;
  return code;
}

/**
 * Makes full-width digits and letters, dashes, spaces and dots plain, one UTF-16 unit for one, so
 * that every offset in the result is the same offset in the text.
 */
export function fold(text: string): string {
  let folded = '';
  let copied = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) continue;
    const plain = foldedUnit(code);
    if (plain === code) continue;
    folded += text.slice(copied, index) + String.fromCharCode(plain);
    copied = index + 1;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}
