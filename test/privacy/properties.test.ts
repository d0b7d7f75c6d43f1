import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  containsForbidden,
  findPersonalData,
  idNumberCheckDigit,
  mask,
  maskText,
  redactBeforeStorage,
  type TextContext,
} from '../../src/privacy/index.ts';
import { corpusOf } from './corpus/index.ts';
import { idNumber, mobile, wide } from './corpus/invented.ts';
import { seeded } from './corpus/seeded.ts';

const contexts: fc.Arbitrary<TextContext> = fc.oneof(
  fc.constant<TextContext>({ where: 'text' }),
  fc.constant<TextContext>({ where: 'contact' }),
  fc.record({
    where: fc.constant('cell' as const),
    columnLabel: fc.constantFrom(
      '备注',
      '身份证号',
      '联系电话',
      '账号',
      '项目编号',
      '住址',
      '金额',
    ),
  }),
);

/** Pieces of which real and broken numbers arise, more often than from letters at random. */
const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...corpusOf(400, 5).map(({ text }) => text)) },
  { weight: 3, arbitrary: fc.stringMatching(/^[0-9０-９Xx×*\- .]{1,20}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '组',
      '号',
      '岁',
      '患',
      '电话：',
      '身份证',
      '出生',
      '元',
      '@',
      '\n',
      '黑F',
    ),
  },
);
const texts = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''));

/** Lines of a notice, some of them only digits and marks. */
const paragraphs = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...corpusOf(4000, 6).map(({ text }) => text)) },
      { weight: 1, arbitrary: fc.stringMatching(/^[0-9０-９Xx×*\- .]{1,24}$/) },
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.join('\n'));

describe('对任何文字', () => {
  test('位置对应原文，从左到右，互不重叠', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        let end = 0;
        for (const finding of findPersonalData(text, context)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(text.slice(finding.start, finding.end)).toBe(finding.text);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  test('遮过之后什么也找不到，再遮不变', () => {
    fc.assert(
      fc.property(paragraphs, contexts, (text, context) => {
        const once = maskText(text, findPersonalData(text, context));
        expect(findPersonalData(once, context)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('存过的文字里没有该遮的号码，再存不变', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const once = redactBeforeStorage(text, context).text;
        expect(containsForbidden(once, context)).toBe(false);
        expect(redactBeforeStorage(once, context).text).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  test('存的时候，号码之外一字不动', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { text: stored, redacted } = redactBeforeStorage(text, context);
        let rest = stored;
        let from = 0;
        for (const finding of redacted) {
          const between = text.slice(from, finding.start);
          expect(rest.startsWith(between)).toBe(true);
          rest = rest.slice(between.length + mask(finding).length);
          from = finding.end;
        }
        expect(rest).toBe(text.slice(from));
      }),
      { numRuns: 400 },
    );
  });
});

describe('按规则造出的号码', () => {
  const seeds = fc.integer({ min: 0, max: 1e6 });

  test('无论夹在什么汉字中间、写成全角还是半角，都找得到', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom('', '张三', '户主：', '（', '兴安村'),
        fc.boolean(),
        (seed, before, isWide) => {
          const number = idNumber(seeded(seed));
          const text = `${before}${isWide ? wide(number) : number}`;
          expect(findPersonalData(text, { where: 'cell' })[0]).toMatchObject({
            kind: 'idNumber',
            certainty: 'sure',
            start: before.length,
            end: text.length,
          });
        },
      ),
    );
  });

  test('校验码由前十七位唯一确定，改一位就不再肯定', () => {
    fc.assert(
      fc.property(seeds, fc.nat(16), fc.integer({ min: 1, max: 9 }), (seed, place, shift) => {
        const number = idNumber(seeded(seed));
        expect(idNumberCheckDigit(number)).toBe(number[17]);
        const wrong = `${number.slice(0, place)}${(Number(number[place]) + shift) % 10}${number.slice(place + 1)}`;
        const sure = findPersonalData(wrong, { where: 'cell' }).filter(
          ({ kind, certainty }) => kind === 'idNumber' && certainty === 'sure',
        );
        expect(sure).toEqual([]);
      }),
    );
  });

  test('手机号前后再有数字，就不是手机号', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 9 }), (seed, digit) => {
        const number = `${mobile(seeded(seed))}${digit}`;
        const kinds = findPersonalData(number, { where: 'cell' }).map(({ kind }) => kind);
        expect(kinds).not.toContain('mobile');
      }),
    );
  });
});
