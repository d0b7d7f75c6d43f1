import { expect, test } from 'vitest';
import type { DocumentTable } from '../../../src/notice/index.ts';
import { withFewerLines } from '../../../src/poster/layout/fewer-lines.ts';
import { estimatedMeasure, measureTable } from '../../../src/poster/layout/index.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function columnsOf(...texts: string[]) {
  const table: DocumentTable = {
    kind: 'table',
    label: '表',
    rowUnit: '行',
    columns: texts.map((_, index) => ({ label: `第${index + 1}列`, align: 'start' })),
    rows: [texts],
    twoUp: false,
  };
  return measureTable(table, estimatedMeasure).columns;
}

test('号码断成三行的列，从有余地的列借一点宽', () => {
  const columns = columnsOf('2026年第一批财政专项扶贫资金项目', '黑财农〔2026〕12号');
  const widths = withFewerLines(columns, [18, 4], estimatedMeasure);
  expect(sum(widths)).toBeCloseTo(22, 9);
  expect(widths[1]).toBeGreaterThan(5);
  expect(widths[0]).toBeGreaterThan(8);
});

test('借了也省不下一行的，一点不动', () => {
  const columns = columnsOf('很长的内容写了很多很多字', '很长的内容写了很多很多字');
  expect(withFewerLines(columns, [6, 6], estimatedMeasure)).toEqual([6, 6]);
});

test('都只有一行的，一点不动', () => {
  expect(withFewerLines(columnsOf('短', '也短'), [4, 9], estimatedMeasure)).toEqual([4, 9]);
});

test('不为省行把一个词拆开', () => {
  const columns = columnsOf('2026.3—2029.3', '带动12户务工，每户年增收3000元');
  const [term = 0] = withFewerLines(columns, [5, 6], estimatedMeasure);
  expect(term).toBeGreaterThanOrEqual(4.4);
});
