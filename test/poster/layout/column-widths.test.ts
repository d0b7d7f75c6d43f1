import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnDemand, columnWidths, linesOf } from '../../../src/poster/layout/index.ts';

const aColumn = fc
  .tuple(...Array.from({ length: 3 }, () => fc.double({ min: 1, max: 80, noNaN: true })))
  .map((widths): ColumnDemand => {
    const [least = 1, usual = 1, most = 1] = [...widths].sort((a, b) => a - b);
    return { least, hardest: least / 2, usual, most, share: 2, em: 4, padding: 1 };
  });
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

describe('列宽', () => {
  test('各列加起来正好是版心宽', () => {
    fc.assert(
      fc.property(fc.array(aColumn, { minLength: 1, maxLength: 40 }), (columns) => {
        expect(total(columnWidths(columns, 174))).toBeCloseTo(174, 6);
      }),
    );
  });

  test('放得下时没有一列会折行', () => {
    fc.assert(
      fc.property(fc.array(aColumn, { minLength: 1, maxLength: 4 }), (columns) => {
        fc.pre(total(columns.map((one) => one.most)) <= 174);
        columnWidths(columns, 174).forEach((width, index) => {
          expect(width).toBeGreaterThanOrEqual((columns[index]?.most ?? 0) - 1e-6);
        });
      }),
    );
  });

  test('一户名字特别长，只让这一列折行', () => {
    const type = { em: 4, padding: 2 };
    const short = { least: 12, hardest: 10, usual: 12, most: 12, share: 2, ...type };
    const name = { least: 34, hardest: 14, usual: 40, most: 140, share: 6, ...type };
    const [serial, , names] = columnWidths([short, short, name, short], 150);
    expect(serial).toBeCloseTo(12, 3);
    expect(names).toBeCloseTo(114, 3);
  });

  test('十来列的表，长的列宽些，各列折的行数差不多', () => {
    const column = (characters: number): ColumnDemand => {
      const width = 2 + characters * 4;
      const least = Math.min(width, 18);
      return {
        least,
        hardest: Math.min(width, 14),
        usual: width,
        most: width,
        share: 2,
        em: 4,
        padding: 2,
      };
    };
    const columns = [2, 8, 4, 2, 6, 2, 8, 5, 16, 16].map(column);
    const widths = columnWidths(columns, 174);
    const lines = columns.map((one, index) => linesOf(one, widths[index] ?? 0));
    expect(Math.max(...lines)).toBeLessThanOrEqual(4);
    expect(widths[0]).toBeGreaterThanOrEqual(10 - 1e-6);
  });
});
