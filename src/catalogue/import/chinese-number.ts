const DIGITS = '零一二三四五六七八九';
const COUNTED = /([零一二两三四五六七八九十]+)(?=个?工作日|个?自然日|日|天|次|个?月)/gu;

/** Writes Chinese numbers up to 九十九 that count days, times or months in figures: 二十日 → 20日. */
export function withFigures(text: string): string {
  return text.replace(COUNTED, (words) => String(numberIn(words) ?? words));
}

function numberIn(words: string): number | undefined {
  const parts = /^([一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)$/u.exec(words);
  if (!parts) return undefined;
  const [, tens = '', ten = '', ones = ''] = parts;
  if (ten === '') return ones === '' ? digit(tens) : undefined;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

function digit(word: string): number {
  return word === '两' ? 2 : DIGITS.indexOf(word);
}
