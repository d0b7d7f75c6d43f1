/** How a style shows a number, as far as it changes what the number means. */
export type NumberForm = 'plain' | 'date' | 'month' | 'percent';

/** The forms of the built-in formats (ECMA-376 part 1, 18.8.30, with those of Chinese Excel). */
export function formOfBuiltIn(id: number): NumberForm {
  if (id === 9 || id === 10) return 'percent';
  if ([17, 27, 36, 50, 52, 57].includes(id)) return 'month';
  if ((id >= 14 && id <= 17) || id === 22) return 'date';
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return 'plain';
}

/** The form of a format code such as `yyyy"年"m"月"d"日"` or `0.00%`. */
export function formOfCode(code: string): NumberForm {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/d/i.test(bare)) return 'date';
  if (/y/i.test(bare)) return /m/i.test(bare) ? 'month' : 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;

/** The day of a spreadsheet's serial number, as YYYY-MM-DD; undefined outside 1900 to 2099. */
export function dayOfSerial(serial: number, isFrom1904 = false): string | undefined {
  const days = Math.floor(serial) + (isFrom1904 ? DAYS_TO_1904 : 0);
  if (!(days > 60 && days < 73_051)) return undefined;
  return new Date(DAY_ZERO + days * DAY).toISOString().slice(0, 10);
}

/**
 * A number as a person would read it in its cell: with the 15 digits that spreadsheets keep, whole
 * ones in full, days as YYYY-MM-DD, months as 2026年3月, percentages with their sign.
 */
export function numberText(raw: string, form: NumberForm, isFrom1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const day = form === 'date' || form === 'month' ? dayOfSerial(value, isFrom1904) : undefined;
  if (day !== undefined) {
    return form === 'month' ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月` : day;
  }
  if (form === 'percent') return `${plainNumber(value * 100)}%`;
  return plainNumber(value);
}

function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const short = String(Number(value.toPrecision(15)));
  return short.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : short;
}
