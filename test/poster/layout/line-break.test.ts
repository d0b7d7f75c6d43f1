import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breakBySense,
  breakLines,
  estimatedMeasure,
  textOf,
} from '../../../src/poster/layout/index.ts';

function linesOf(text: string, width: number, hang = false): string[] {
  return breakLines([{ text, strong: false }], {
    measure: estimatedMeasure,
    room: () => ({ indent: 0, width, hang }),
  }).map(textOf);
}

describe('断行', () => {
  test('逗号、句号、右括号、右引号不在行首', () => {
    expect(linesOf('经民主评议，现予公示', 5)).toEqual(['经民主评', '议，现予', '公示']);
    expect(linesOf('村民代表（三十一人）同意', 9)).toEqual(['村民代表（三十一', '人）同意']);
  });

  test('左括号、左书名号不在行尾', () => {
    expect(linesOf('根据《工作方案》要求', 3)).toEqual(['根据', '《工作', '方案》', '要求']);
  });

  test('标点可以悬出版心', () => {
    const [first] = breakLines([{ text: '经民主评议，现予公示', strong: false }], {
      measure: estimatedMeasure,
      room: () => ({ indent: 0, width: 5, hang: true }),
    });
    expect(first?.hanging).toBe('，');
    expect(first && textOf(first)).toBe('经民主评议，');
  });

  test('数字不断开，也不和后面的单位分开', () => {
    expect(linesOf('本次公示共有105人参加', 7)).toEqual(['本次公示共有', '105人参加']);
    expect(linesOf('贷款期限2026.3—2029.3', 8)).toEqual(['贷款期限', '2026.3—2029.3']);
  });

  test('大写金额跟着“大写：”，只在万、亿、元后断开，“万元”不断开', () => {
    expect(linesOf('合计51万元（大写：伍拾壹万元整）。', 13)).toEqual([
      '合计51万元',
      '（大写：伍拾壹万元整）。',
    ]);
    expect(linesOf('（大写：壹佰柒拾万柒仟伍佰元整）', 12)).toEqual([
      '（大写：壹佰柒拾万',
      '柒仟伍佰元整）',
    ]);
    expect(linesOf('共贰仟元伍角整', 6)).toEqual(['共贰仟元', '伍角整']);
    expect(linesOf('合计投资51万元', 6)).toEqual(['合计投资', '51万元']);
  });

  test('一万个字的长词也断得开，一个字不少', () => {
    const word = 'W'.repeat(10_000);
    const lines = linesOf(word, 20);
    expect(lines.join('')).toBe(word);
    for (const line of lines) expect(estimatedMeasure(line, 'text')).toBeLessThanOrEqual(20);
  });

  test('不论写什么，字不丢、序不乱、行不超宽', () => {
    const text = fc.string({
      unit: fc.constantFrom('村', '，', '（', '）', '《', 'a', '7', '.', ' ', '—', '𠮷', 'ئ', '“'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (text, width) => {
        const lines = linesOf(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          const characters = [...line].length;
          expect(characters < 2 || estimatedMeasure(line, 'text') <= width + 1e-6).toBe(true);
        }
      }),
    );
  });
});

describe('标题按意思断行', () => {
  const titleLines = (title: string, room: number) =>
    breakBySense(title, room, estimatedMeasure, 'title');

  test('在年份、村名后面断，不拆词', () => {
    expect(titleLines('红星镇东升村2026年贫困户识别第一次公示', 14)).toEqual([
      '红星镇东升村2026年',
      '贫困户识别第一次公示',
    ]);
    expect(titleLines('红星镇东升村2026年扶贫小额信贷情况公示', 14)).toEqual([
      '红星镇东升村2026年',
      '扶贫小额信贷情况公示',
    ]);
  });

  test('“扶贫领域”不拆开', () => {
    const lines = titleLines('东升镇东升村扶贫领域监督举报电话公告', 13);
    expect(lines).toHaveLength(2);
    expect(lines.filter((line) => line.includes('扶贫领域'))).toHaveLength(1);
  });

  test('一行放得下就不断', () => {
    expect(titleLines('贫困户名单公告', 14)).toEqual(['贫困户名单公告']);
  });

  test('落款单位分成均匀的行', () => {
    expect(titleLines('伊美区扶贫开发工作领导小组办公室', 11)).toEqual([
      '伊美区扶贫开发',
      '工作领导小组办公室',
    ]);
  });
});
