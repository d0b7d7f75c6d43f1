import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCapitals, readDecimal } from '../../src/notice/index.ts';

function capitals(text: string, yuanPerUnit?: bigint): string {
  const amount = readDecimal(text);
  if (!amount) throw new Error(`no amount: ${text}`);
  return inCapitals(amount, yuanPerUnit);
}

// the first six amounts are the examples of 支付结算办法, annex 1
describe('金额大写', () => {
  test.each([
    ['1,409.50', '壹仟肆佰零玖元伍角整'],
    ['6,007.14', '陆仟零柒元壹角肆分'],
    ['1,680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107,000.53', '壹拾万柒仟元伍角叁分'],
    ['16,409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.5', '伍角整'],
    ['10', '壹拾元整'],
    ['100010001', '壹亿零壹万零壹元整'],
    ['20,000,000', '贰仟万元整'],
    ['-3', '负叁元整'],
  ])('%s元写作%s', (text, expected) => {
    expect(capitals(text)).toBe(expected);
  });

  test('以万元为单位的，按元写', () => {
    expect(capitals('12.75', 10_000n)).toBe('壹拾贰万柒仟伍佰元整');
    expect(capitals('0.000001', 10_000n)).toBe('壹分');
  });

  test('比分还细的，不写', () => {
    expect(capitals('0.001')).toBe('');
  });

  test('写出来的都读得回原来的数', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
        const digits = fen.toString().padStart(3, '0');
        const written = capitals(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
        expect(fenOf(written)).toBe(fen);
        expect(written).not.toMatch(/零零|零元[^整]/);
      }),
      { numRuns: 300 },
    );
  });
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const SMALL_PLACES: Readonly<Record<string, bigint>> = { 仟: 1_000n, 佰: 100n, 拾: 10n };

/** Reads capital numerals back, character by character, in fen. */
function fenOf(text: string): bigint {
  const [whole = '', parts = ''] = text.includes('元') ? text.split('元') : ['', text];
  const jiao = /(.)角/.exec(parts)?.[1] ?? '零';
  const fen = /(.)分/.exec(parts)?.[1] ?? '零';
  return numberOf(whole) * 100n + digitOf(jiao) * 10n + digitOf(fen);
}

function numberOf(text: string): bigint {
  for (const [word, place] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = text.lastIndexOf(word);
    if (at >= 0) return numberOf(text.slice(0, at)) * place + numberOf(text.slice(at + 1));
  }
  let sum = 0n;
  let digit = 0n;
  for (const letter of text) {
    const place = SMALL_PLACES[letter];
    if (place) sum += digit * place;
    digit = place ? 0n : digitOf(letter);
  }
  return sum + digit;
}

function digitOf(letter: string): bigint {
  return BigInt(DIGITS.indexOf(letter));
}
