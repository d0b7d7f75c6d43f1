/** Numbers as they are read aloud in Chinese, so that no voice has to guess. */

const DIGITS = '零一二三四五六七八九';
const PLACES: readonly (readonly [bigint, string])[] = [
  [100_000_000n, '亿'],
  [10_000n, '万'],
  [1_000n, '千'],
  [100n, '百'],
  [10n, '十'],
];

/** A whole number: 13050 is 一万三千零五十, 12 is 十二. */
export function spokenCount(value: bigint): string {
  const words = counted(value);
  return words.startsWith('一十') ? words.slice(1) : words;
}

/** A run of zeros inside is one 零; a part under a thousand after 万 or 亿 begins with one. */
function counted(value: bigint): string {
  const place = PLACES.find(([unit]) => value >= unit);
  if (!place) return DIGITS.charAt(Number(value));
  const [unit, name] = place;
  const rest = value % unit;
  const tail = rest === 0n ? '' : `${rest * 10n < unit ? '零' : ''}${counted(rest)}`;
  return counted(value / unit) + name + tail;
}

/** A number as people write it (1,234.50, 4.35); thousands commas and idle zeros are not read. */
export function spokenNumber(text: string): string {
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  const decimals = fraction.replace(/0+$/, '');
  const words = spokenCount(BigInt(whole));
  return decimals ? `${words}点${spokenDigits(decimals)}` : words;
}

/** Digits one by one, as in a year. */
export function spokenDigits(digits: string): string {
  return [...digits].map((digit) => DIGITS.charAt(Number(digit))).join('');
}

/** A telephone number: one by one, 一 as 幺 so that it is not taken for 七, a pause between groups. */
export function spokenTelephone(number: string): string {
  const groups = number.split(/\D+/).filter(Boolean);
  return groups.map((group) => spokenDigits(group).replaceAll('一', '幺')).join('，');
}
