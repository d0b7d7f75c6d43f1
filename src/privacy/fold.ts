const dashes = new Set('‐‑‒–—―−﹣'.split('').map((dash) => dash.charCodeAt(0)));
const spaces = new Set([0xa0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202f, 0x3000]);
const middleDots = new Set('·•‧・･'.split('').map((dot) => dot.charCodeAt(0)));
const hiddenMarks = new Set('∗✱●■'.split('').map((mark) => mark.charCodeAt(0)));
const crosses = new Set('×ХхΧχ✕'.split('').map((cross) => cross.charCodeAt(0)));
/** Soft hyphen, zero-width space, joiners, marks of direction: invisible inside a number. */
const invisible = new Set(
  [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff].concat([
    0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ]),
);

/** The mark that stands for an invisible character in a folded text. */
export const invisibleMark = '\u200b';

/** Where the ten digits of other scripts begin: Arabic, its eastern form, Tibetan and Mongolian. */
const zeros = [0x660, 0x6f0, 0xf20, 0x1810];

/** The plain digit of a unit that is a digit in any script that a notice is written in. */
export function plainDigit(code: number): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if (code < 0x660 || code > 0x1819) return undefined;
  const zero = zeros.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? undefined : code - zero + 0x30;
}

function foldedUnit(code: number): number {
  const digit = plainDigit(code);
  if (digit !== undefined) return digit;
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
 * Makes digits of every script, full-width letters, dashes, spaces and dots plain, one UTF-16 unit for one, so
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
