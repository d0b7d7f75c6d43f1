import type { Column } from '../../catalogue/templates/index.ts';
import { readDecimal } from '../../notice/index.ts';

/** Exact: the heading's unit is so many powers of ten smaller than the column's. */
export interface UnitConversion {
  readonly from: string;
  readonly to: string;
  readonly powerOfTen: number;
}

/** Powers of ten of one yuan. */
const MONEY: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/**
 * What must be done to amounts when a heading names another unit than the column has: `贷款金额（元）`
 * over a column in 万元. Undefined where both are the same or one is not known.
 */
export function unitConversion(heading: string, column: Column): UnitConversion | undefined {
  if (column.type !== 'amount') return undefined;
  const from = /[(（:：/]\s*(?:单位[:：]?)?(元|千元|万元|亿元)\s*[)）]?$/.exec(heading.trim())?.[1];
  const to = column.unit;
  if (from === undefined || to === undefined || from === to) return undefined;
  const [small, large] = [MONEY[from], MONEY[to]];
  return small === undefined || large === undefined
    ? undefined
    : { from, to, powerOfTen: large - small };
}

/** The amount in the column's unit, exact to the last digit; a text that is no number stays. */
export function converted(text: string, { powerOfTen }: UnitConversion): string {
  const amount = readDecimal(text);
  if (!amount) return text;
  const decimals = amount.decimals + powerOfTen;
  if (decimals <= 0) return String(amount.units * 10n ** BigInt(-decimals));
  const sign = amount.units < 0n ? '-' : '';
  const digits = String(amount.units < 0n ? -amount.units : amount.units).padStart(
    decimals + 1,
    '0',
  );
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -decimals)}${fraction && `.${fraction}`}`;
}
