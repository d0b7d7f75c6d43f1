import type { Decimal } from './values.ts';

/**
 * An amount of money in capital numerals, as it is written beside figures so that nobody can change
 * them: 1234.5 yuan is 壹仟贰佰叁拾肆元伍角整 (支付结算办法, annex 1). Every place from the highest to
 * the last that is not zero is told, a run of zeros inside as one 零.
 *
 * `yuanPerUnit` is 10000n for amounts in 万元. Empty where the amount is finer than a fen.
 */
export function inCapitals({ units, decimals }: Decimal, yuanPerUnit = 1n): string {
  const scale = 10n ** BigInt(decimals);
  const scaledFen = (units < 0n ? -units : units) * yuanPerUnit * 100n;
  if (scaledFen % scale !== 0n) return '';
  const sign = units < 0n ? '负' : '';
  return sign + fenInCapitals(scaledFen / scale);
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

const PLACES: readonly (readonly [bigint, string])[] = [
  [100_000_000n, '亿'],
  [10_000n, '万'],
  [1_000n, '仟'],
  [100n, '佰'],
  [10n, '拾'],
];

function fenInCapitals(amount: bigint): string {
  const yuan = amount / 100n;
  const jiao = (amount / 10n) % 10n;
  const fen = amount % 10n;
  if (amount === 0n) return '零元整';
  const whole = yuan > 0n ? `${wholeInCapitals(yuan)}元` : '';
  const tenths = jiao > 0n ? `${digit(jiao)}角` : yuan > 0n && fen > 0n ? '零' : '';
  return whole + tenths + (fen > 0n ? `${digit(fen)}分` : '整');
}

/** A number of at least 1, place by place: what stands before 亿 or 万 is a number itself. */
function wholeInCapitals(number: bigint): string {
  for (const [place, word] of PLACES) {
    if (number < place) continue;
    const rest = number % place;
    const bridge = rest > 0n && rest < place / 10n ? '零' : '';
    const after = rest > 0n ? bridge + wholeInCapitals(rest) : '';
    return wholeInCapitals(number / place) + word + after;
  }
  return digit(number);
}

function digit(number: bigint): string {
  return DIGITS[Number(number)] ?? '';
}
