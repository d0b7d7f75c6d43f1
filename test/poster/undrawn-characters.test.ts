import { describe, expect, test } from 'vitest';
import { isBox, sameInk } from '../../src/poster/ink.ts';
import {
  codePointOf,
  rareCharacters,
  undrawnCharacters,
} from '../../src/poster/undrawn-characters.ts';

const BIANG = '\u{30ede}';
const SMALL_SEAL = '\u{2a6df}';
const OLD_CODE = '\ue863';

/** A device that lacks these. */
const lacks =
  (...missing: readonly string[]) =>
  (asked: readonly string[]) =>
    new Set(asked.filter((one) => missing.includes(one)));

describe('哪些字要问手机画不画得出', () => {
  test('常用字、数字、标点、全角、间隔号，任何手机都有，不用问', () => {
    expect(
      rareCharacters('示范村1组 高示范·阿不都热合曼，２口人（0458-6612345）《公示》℃'),
    ).toEqual(['℃']);
    expect(rareCharacters('永'.repeat(50))).toEqual([]);
  });

  test('扩展区的字每个只问一次，顺序不变；一个字占两个编码单元也算一个', () => {
    expect(rareCharacters(`赵${BIANG}${SMALL_SEAL}、钱${BIANG}`)).toEqual([BIANG, SMALL_SEAL]);
    expect(rareCharacters('㐀䶿龯')).toEqual(['㐀', '䶿', '龯']);
  });

  test('看不见的和叠在别的字上的不问', () => {
    expect(rareCharacters('葛\u{e0100}\u200b\ufeff\u0301')).toEqual([]);
  });
});

describe('画不出的字', () => {
  const texts = [
    { text: `高${BIANG}`, place: 1 },
    { text: '3', place: 1 },
    { text: `林${SMALL_SEAL}`, place: 2 },
    { text: `${BIANG}样例`, place: 3 },
  ];

  test('说出是哪个字、在哪几户；手机有的字不说', () => {
    expect(undrawnCharacters(texts, lacks(BIANG))).toEqual([
      { character: BIANG, reason: 'no-font', places: [1, 3] },
    ]);
    expect(undrawnCharacters(texts, lacks())).toEqual([]);
  });

  test('旧输入法的字不管这部手机画成什么，都要说', () => {
    const old = [{ text: `王${OLD_CODE}`, place: 9 }];
    expect(undrawnCharacters(old, lacks())).toEqual([
      { character: OLD_CODE, reason: 'private-use', places: [9] },
    ]);
  });

  test('没有生僻字的公示，手机一次也不问', () => {
    const ask = () => {
      throw new Error('asked');
    };
    expect(undrawnCharacters([{ text: '高示范', place: 1 }], ask)).toEqual([]);
  });

  test('编码写成人能抄的样子', () => {
    expect([BIANG, '永', '·'].map(codePointOf)).toEqual(['U+30EDE', 'U+6C38', 'U+00B7']);
  });
});

describe('方框的样子', () => {
  /** A drawing of 12 by 12: anything but a dot is dark. */
  const drawn = (...rows: readonly string[]) => {
    const ink = new Uint8Array(144);
    for (const [y, row] of rows.entries()) {
      for (const [x, mark] of [...row].entries()) if (mark !== '.') ink[y * 12 + x] = 255;
    }
    return ink;
  };

  test('空框、带叉的框、里面写着编码的框、圆角的框都是框', () => {
    expect(isBox(drawn('', '..######', '..#....#', '..#....#', '..#....#', '..######'))).toBe(true);
    expect(isBox(drawn('', '..######', '..##..##', '..#.##.#', '..##..##', '..######'))).toBe(true);
    expect(isBox(drawn('', '...####.', '..#.##.#', '..#....#', '..#.##.#', '...####.'))).toBe(true);
  });

  test('字不是框：出头的、缺边的、太小的', () => {
    expect(isBox(drawn('', '..######', '..#....#', '..#....#', '..######', '..#....#'))).toBe(
      false,
    );
    expect(isBox(drawn('', '...##...', '..######', '...##...', '..#..#..', '.##..##.'))).toBe(
      false,
    );
    expect(isBox(drawn('', '.##', '.##'))).toBe(false);
    expect(isBox(drawn())).toBe(false);
  });

  test('一个点不同就不是同一个字', () => {
    const one = drawn('#.#');
    expect(sameInk(one, drawn('#.#'))).toBe(true);
    expect(sameInk(one, drawn('#..'))).toBe(false);
  });
});
