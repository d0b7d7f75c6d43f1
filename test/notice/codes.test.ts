import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawNoticeCode,
  encodeBase32,
  readCheckCode,
  readNoticeCode,
  readVillageCode,
  shortVillageCode,
  type VillageCode,
  writeCheckCode,
} from '../../src/notice/index.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test('编出的字里没有 I、L、O、U，念出来、抄下来都不会错', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
      const text = encodeBase32(some);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
      expect(text).toHaveLength(Math.ceil((some.length * 8) / 5));
    }),
    { numRuns: 100 },
  );
});

test('不同的字节编出的字不同，先后次序也一样', () => {
  fc.assert(
    fc.property(bytes(7), bytes(7), (a, b) => {
      const [left, right] = [encodeBase32(a), encodeBase32(b)];
      expect(Math.sign(Buffer.compare(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});

test('手机上抽的公示编号有10个字，自己读得回来', () => {
  fc.assert(
    fc.property(bytes(7), (drawn) => {
      const code = drawNoticeCode(() => drawn);
      expect(code).toHaveLength(10);
      expect(readNoticeCode(code)).toBe(code);
    }),
    { numRuns: 100 },
  );
});

describe('照着纸上的编号手打', () => {
  test.each([
    ['7K3M9QX2RT', '7K3M9QX2RT'],
    ['7k3m9qx2rt', '7K3M9QX2RT'],
    [' 7K3M9 QX2RT ', '7K3M9QX2RT'],
    ['7K3M9-QX2RT', '7K3M9QX2RT'],
    ['7K3M9—QX2RT', '7K3M9QX2RT'],
    ['７Ｋ３Ｍ９ＱＸ２ＲＴ', '7K3M9QX2RT'],
    ['7K3M9\u200BQX2RT', '7K3M9QX2RT'],
    ['OIL0000000', '0110000000'],
    ['oil0000000', '0110000000'],
  ])('“%s”读作 %s', (typed, code) => {
    expect(readNoticeCode(typed)).toBe(code);
  });

  test.each([
    ['', '空的'],
    ['7K3M9QX2R', '少一个字'],
    ['7K3M9QX2RTT', '多一个字'],
    ['UUUUUUUUUU', '没有 U 这个字'],
    ['7K3M9QX2R中', '中文'],
    ['7K3M9QX2R/', '斜线'],
  ])('“%s”不是编号（%s）', (typed) => {
    expect(readNoticeCode(typed)).toBeUndefined();
  });

  test('校验码8个字，读法一样', () => {
    expect(readCheckCode('9f2c 41ab')).toBe('9F2C41AB');
    expect(readCheckCode('9F2C41A')).toBeUndefined();
  });

  test('校验码写成四个一组，照着写的读得回来', () => {
    const code = readCheckCode('9F2C41AB');
    expect(code && writeCheckCode(code)).toBe('9F2C 41AB');
    expect(code && readCheckCode(writeCheckCode(code))).toBe(code);
  });
});

test('村的代码是12位数字，多少一位都不行', () => {
  expect(readVillageCode('230717100200')).toBe('230717100200');
  for (const wrong of [
    '23071710020',
    '2307171002000',
    '23071710020A',
    '２３０７１７１００２００',
    '230717100200\n',
  ]) {
    expect(readVillageCode(wrong)).toBeUndefined();
  }
});

test('二维码里村的代码写成8个字，读回来还是那12位', () => {
  expect(shortVillageCode('230717100200' as VillageCode)).toBe('6PVWZ458');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
      const code = String(number).padStart(12, '0') as VillageCode;
      expect(shortVillageCode(code)).toHaveLength(8);
      expect(readVillageCode(shortVillageCode(code))).toBe(code);
      expect(readVillageCode(shortVillageCode(code).toLowerCase())).toBe(code);
    }),
    { numRuns: 200 },
  );
  for (const wrong of ['ZZZZZZZZ', '6PVWZ45', '6PVW-458', '6PVWZ45U']) {
    expect(readVillageCode(wrong)).toBeUndefined();
  }
});
