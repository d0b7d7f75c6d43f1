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

/** The units of money that amounts of a column may be given in; none where it counts something else. */
export function unitsFor({ type, unit }: Pick<Column, 'type' | 'unit'>): readonly string[] {
  return type === 'amount' && unit !== undefined && unit in MONEY ? Object.keys(MONEY) : [];
}

/** The unit of money that a heading names behind its words: `贷款金额（元）`, `投资/万元`. */
export function unitInHeading(heading: string): string | undefined {
  const bare = heading.normalize('NFKC').replace(/\s/g, '');
  return /[(（:：/](?:单位[:：]?)?([千万亿]?元)[)）]?$|[^\d每]([千万亿]元)$/
    .exec(bare)
    ?.slice(1)
    .find(Boolean);
}

/** The unit that a line above the header gives for the whole list: `单位：元`. */
export function unitInLine(text: string): string | undefined {
  return /单位[:：]?([千万亿]?元)(?![一-鿿])/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
}

/** So much in one row, in 10,000 yuan, is more than a village's list has: it is given in yuan. */
const FEWEST_YUAN = 1_000n;

/** The unit that amounts of no known unit must have, told by how large most of them are. */
export function unitByAmounts(
  texts: readonly string[],
  column: Pick<Column, 'type' | 'unit'>,
): string | undefined {
  if (column.type !== 'amount' || column.unit !== '万元') return undefined;
  const amounts = texts.flatMap((text) => readDecimal(text) ?? []);
  const large = amounts.filter(
    ({ units, decimals }) => units / 10n ** BigInt(decimals) >= FEWEST_YUAN,
  );
  return large.length * 2 > amounts.length ? '元' : undefined;
}

/**
 * What must be done to amounts that are given in another unit than the column has. Undefined where
 * both are the same or one is not known.
 */
export function unitConversion(
  from: string | undefined,
  column: Pick<Column, 'type' | 'unit'>,
): UnitConversion | undefined {
  const to = column.unit;
  if (from === undefined || to === undefined || from === to) return undefined;
  const [small, large] = [MONEY[from], MONEY[to]];
  return small === undefined || large === undefined || column.type !== 'amount'
    ? undefined
    : { from, to, powerOfTen: large - small };
}

/** An amount that says its own unit, `5万元`: the number and the unit; undefined for any other text. */
export function amountWithUnit(text: string): { number: string; unit: string } | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[¥￥]|整$/g, '');
  const [, number = '', written = ''] = /^(-?[\d,.]+)([千万亿]元?|元|块钱?)$/.exec(bare) ?? [];
  if (readDecimal(number) === undefined) return undefined;
  return { number, unit: /^[元块]/.test(written) ? '元' : `${written.charAt(0)}元` };
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
