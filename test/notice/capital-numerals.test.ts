import { assert, property, bigInt as wholeNumber } from 'fast-check';
import { expect, test } from 'vitest';
import { inCapitals, readDecimal } from '../../src/notice/index.ts';

const capitals = (text: string, yuanPerUnit?: bigint) => {
  const amount = readDecimal(text);
  if (!amount) throw new Error(`no amount: ${text}`);
  return inCapitals(amount, yuanPerUnit);
};

test.each([
  ['0', '零元整'],
  ['0.05', '伍分'],
  ['0.5', '伍角整'],
  ['1', '壹元整'],
  ['10', '壹拾元整'],
  ['1409.5', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['100000000', '壹亿元整'],
  ['100010001', '壹亿零壹万零壹元整'],
  ['1000000000000', '壹万亿元整'],
  ['-12.3', '负壹拾贰元叁角整'],
])('%s元，大写是%s', (figures, words) => {
  expect(capitals(figures)).toBe(words);
});

test('以万元计的，折成元再写', () => {
  expect(capitals('30', 10_000n)).toBe('叁拾万元整');
  expect(capitals('29.6', 10_000n)).toBe('贰拾玖万陆仟元整');
  expect(capitals('0.000001', 10_000n)).toBe('壹分');
});

test('比分还细的金额写不出大写', () => {
  expect(capitals('1.005')).toBe('');
});

test('任何金额写成大写，照着读回来还是原来的数', () => {
  assert(
    property(wholeNumber({ min: 0n, max: 10n ** 22n }), (fen) => {
      const words = inCapitals({ units: fen, decimals: 2 });
      expect(words).not.toContain('零零');
      expect(fenRead(words)).toBe(fen);
    }),
  );
});

/** An independent reader: a stack of places, as one reads such words aloud. */
function fenRead(words: string): bigint {
  const [whole, parts = ''] = words.includes('元') ? words.split('元') : ['', words];
  const jiao = /(.)角/.exec(parts)?.[1] ?? '零';
  const fen = /(.)分/.exec(parts)?.[1] ?? '零';
  return wholeRead(whole ?? '') * 100n + digitRead(jiao) * 10n + digitRead(fen);
}

function wholeRead(words: string): bigint {
  const place = (['亿', '万', '仟', '佰', '拾'] as const).find((one) => words.includes(one));
  if (!place) return digitRead(words.replace('零', '') || '零');
  const at = words.lastIndexOf(place);
  const before = wholeRead(words.slice(0, at));
  return before * VALUE[place] + wholeRead(words.slice(at + 1).replace(/^零/, ''));
}

const VALUE = { 亿: 10n ** 8n, 万: 10n ** 4n, 仟: 1000n, 佰: 100n, 拾: 10n };

function digitRead(word: string): bigint {
  return BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(word));
}
