import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus/index.ts';
import { measure, precisionOf, recallOf } from './corpus/measure.ts';

describe('两万格生成的公示内容', () => {
  const cells = corpusOf(20_000, 20261123);
  const measured = measure(cells);

  test('该找的找得到，不该找的不误报', () => {
    expect(
      recallOf(measured.overall),
      measured.missed.slice(0, 10).join('\n'),
    ).toBeGreaterThanOrEqual(0.995);
    expect(
      precisionOf(measured.overall),
      measured.wrong.slice(0, 10).join('\n'),
    ).toBeGreaterThanOrEqual(0.995);
  });

  test('每一种都不低于百分之九十八', () => {
    for (const [kind, score] of measured.kinds) {
      expect(score.planted, kind).toBeGreaterThan(30);
      expect(recallOf(score), kind).toBeGreaterThanOrEqual(0.98);
      expect(precisionOf(score), kind).toBeGreaterThanOrEqual(0.98);
    }
  });

  test('可以公开的内容，保存时一格也不改', () => {
    expect(measured.destroyed).toEqual([]);
  });

  test('同一个种子生成同样的内容', () => {
    expect(corpusOf(50, 7)).toEqual(corpusOf(50, 7));
    expect(corpusOf(50, 7)).not.toEqual(corpusOf(50, 8));
  });
});
