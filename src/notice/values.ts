import { formatChinese, type PlainDay, parsePlainDay } from '../calendar/index.ts';
import type { ValueType } from '../catalogue/templates/index.ts';

/** Reading values out of what people type: full-width digits, thousands commas, dates with dots. */

/** Half-width digits and signs, no surrounding space. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A whole number of at least 0; undefined where the text is none. */
export function readCount(text: string): number | undefined {
  const digits = plain(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** A decimal as an exact count of its smallest digit: '12.50' is { units: 1250, decimals: 2 }. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

/** A decimal number as people write it ('1,234.5', '１２'); undefined where the text is none. */
export function readDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,6}))?$/.exec(plain(text));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(sign + whole.replaceAll(',', '') + fraction);
  return { units, decimals: fraction.length };
}

/** The exact sum, with as many decimals as the most exact of them; texts that are no number are skipped. */
export function sumDecimals(texts: readonly string[]): string {
  let units = 0n;
  let decimals = 0;
  for (const text of texts) {
    const one = readDecimal(text);
    if (!one) continue;
    const common = Math.max(decimals, one.decimals);
    units = scale(units, common - decimals) + scale(one.units, common - one.decimals);
    decimals = common;
  }
  return writeDecimal({ units, decimals });
}

function scale(units: bigint, by: number): bigint {
  return units * 10n ** BigInt(by);
}

/** The shortest exact way to write it: '12.50' becomes '12.5'. */
function writeDecimal({ units, decimals }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return sign + whole + (fraction ? `.${fraction}` : '');
}

/**
 * A day of 1900 to 2099 written as 2026-11-24, 2026.11.24, 2026/11/24 or 2026年11月24日; undefined
 * where the text is none or no such day exists.
 */
export function readDay(text: string): PlainDay | undefined {
  const match = /^((?:19|20)\d{2})(?:-|\.|\/|年)(\d{1,2})(?:-|\.|\/|月)(\d{1,2})日?$/.exec(
    plain(text),
  );
  if (!match) return undefined;
  const [, year = '', month = '', date = ''] = match;
  return parsePlainDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** A day (YYYY-MM-DD) as documents write it, 2026年3月5日; a text that is no day stays as it is. */
export function writeDay(day: string): string {
  const known = parsePlainDay(day);
  return known ? formatChinese(known) : day;
}

/** A value as it is printed; a value that cannot be read is printed as it was typed. */
export function printed(type: ValueType, text: string): string {
  switch (type) {
    case 'date':
      return writeDay(readDay(text) ?? text.trim());
    case 'count':
    case 'amount':
    case 'rate':
    case 'year':
    case 'phone':
      return plain(text);
    case 'yesNo':
      return text === 'yes' ? '是' : text === 'no' ? '否' : text.trim();
    case 'text':
    case 'longText':
    case 'name':
    case 'group':
      return text.trim();
  }
}

/** Whether a text can be read as its type asks; an empty one is for `required` to judge. */
export function isReadable(type: ValueType, text: string): boolean {
  if (text.trim() === '') return true;
  switch (type) {
    case 'count':
      return readCount(text) !== undefined;
    case 'year':
      return /^(19|20)\d{2}$/.test(plain(text));
    case 'amount':
    case 'rate':
      return readDecimal(text) !== undefined;
    case 'date':
      return readDay(text) !== undefined;
    case 'phone':
      return /^(?=(?:\D*\d){3})[\d\-+() ]{3,20}(?:转\d{1,6})?$/.test(plain(text));
    case 'yesNo':
      return text === 'yes' || text === 'no';
    case 'text':
    case 'longText':
    case 'name':
    case 'group':
      return true;
  }
}
