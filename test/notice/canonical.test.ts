import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  CheckCodeSchema,
  canonicalJson,
  checkCodeOf,
  contentDigest,
  encodeBase32,
  NoticeCodeSchema,
  NoticeDocumentSchema,
  VillageCodeSchema,
} from '../../src/notice/index.ts';
import { aContent } from '../builders/index.ts';

// the vectors were computed by another program in another language
const vectors = v.parse(
  v.object({
    forms: v.array(v.object({ name: v.string(), value: v.unknown(), canonical: v.string() })),
    refused: v.array(v.number()),
    base32: v.array(v.object({ bytes: v.string(), text: v.string() })),
    revisions: v.array(
      v.object({
        name: v.string(),
        revision: v.object({
          village: VillageCodeSchema,
          notice: NoticeCodeSchema,
          revision: v.number(),
          document: NoticeDocumentSchema,
        }),
        sha256: v.string(),
        checkCode: CheckCodeSchema,
      }),
    ),
  }),
  JSON.parse(readFileSync(new URL('./vectors/canonical.json', import.meta.url), 'utf8')),
);

/** The canonical form as its definition reads, with no thought of speed. */
function oneByOne(value: unknown): string {
  const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
  if (typeof value === 'string') return JSON.stringify(whole(value));
  if (typeof value !== 'object' || value === null) return String(value === 0 ? 0 : value);
  if (Array.isArray(value)) return `[${value.map(oneByOne).join(',')}]`;
  const members = new Map(Object.entries(value).map(([name, one]) => [whole(name), one]));
  const written = [...members]
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${oneByOne(one)}`);
  return `{${written.join(',')}}`;
}

describe('规范形式：任何人用任何程序都能重算', () => {
  test.each(vectors.forms)('$name', ({ value, canonical }) => {
    expect(canonicalJson(value)).toBe(canonical);
  });

  test.each([...vectors.refused, Number.NaN, Number.POSITIVE_INFINITY])('%s 不收', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  test.each<[string, unknown]>([
    ['函数', () => 1],
    ['符号', Symbol('x')],
    ['时刻', new Date(0)],
    ['映射', new Map([['a', 1]])],
    ['列表里的空缺', [undefined]],
    ['大整数', 1n],
  ])('%s没有规范形式，不会悄悄变成别的', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('什么字都按 NFC 写，快的算法和慢的一样', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('公示', 'Cafe\u0301', 'か\u3099', '\u1100\u1161'),
        (some, more) => {
          const text = some + more + some;
          expect(canonicalJson({ [text]: text })).toBe(
            JSON.stringify({ [text.normalize('NFC')]: text.normalize('NFC') }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('成员怎么排、名字和字怎么写，快的写法和一个一个写的一样', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('10', '9', '甲', '__proto__', 'a\uD800', '\\ud800', '"', '\n', 'Cafe\u0301'),
    );
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        texts,
        fc.maxSafeInteger(),
        fc.constantFrom(null, true, -0, undefined),
        fc.array(
          tie('value').filter((one) => one !== undefined),
          { maxLength: 4 },
        ),
        fc.dictionary(texts, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(
        values.filter((one) => one !== undefined),
        (value) => {
          expect(canonicalJson(value)).toBe(oneByOne(value));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('没有的成员不写', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test('半个代理对存进数据库会变成 U+FFFD，规范形式先就这样写', () => {
    expect(canonicalJson('甲\uD800乙')).toBe('"甲\uFFFD乙"');
    expect(canonicalJson('😀')).toBe('"😀"');
  });
});

test.each(vectors.base32)('字节 $bytes 编成“$text”', ({ bytes, text }) => {
  expect(encodeBase32(Uint8Array.from(Buffer.from(bytes, 'hex')))).toBe(text);
});

describe('校验码', () => {
  test.each(vectors.revisions)('$name', ({ revision, sha256, checkCode }) => {
    const canonical = canonicalJson(revision);
    expect(createHash('sha256').update(canonical, 'utf8').digest('hex')).toBe(sha256);
    expect(checkCodeOf(revision)).toBe(checkCode);
  });
});

describe('内容的摘要', () => {
  const content = () => aContent().withHouseholds(2);
  const digest = (changed = content()) => contentDigest(changed.build());

  test('改一个字就变', () => {
    expect(digest(content().withField('year', '2027'))).not.toBe(digest());
    expect(digest(content().withCell('households', 'household-1', 'size', '9'))).not.toBe(digest());
  });

  test('两户换了先后也变，只是位置记法不同就不变', () => {
    const { tables, ...rest } = content().build();
    const [first, second] = tables['households'] ?? [];
    if (!first || !second) throw new Error('two households');
    const placed = (positions: readonly [string, string]) =>
      contentDigest({
        ...rest,
        tables: {
          households: [
            { ...first, position: positions[0] },
            { ...second, position: positions[1] },
          ],
        },
      });
    expect(placed(['a5', 'a7'])).toBe(digest());
    expect(placed(['a7', 'a5'])).not.toBe(digest());
  });

  test('没填和清空是一回事', () => {
    const { note: _left, ...fields } = content().build().fields;
    expect(contentDigest({ ...content().build(), fields })).toBe(
      digest(content().withField('note', '')),
    );
  });
});
