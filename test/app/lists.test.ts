import { describe, expect, test } from 'vitest';
import { chosenRows, NO_CHOICES, toggled, withMended } from '../../src/app/import-choices.ts';
import { rowsWith, sortedBy } from '../../src/app/row-arrangement.ts';
import { withSharedRows } from '../../src/app/shared-rows.ts';
import { rowsInOrder } from '../../src/notice/index.ts';
import type { ImportPlan } from '../../src/spreadsheet/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';

const list = [
  ['2组', '钱某二', '10'],
  ['10组', '赵 某一', '9'],
  ['一组', '孙某·三', ''],
] as const;
const rows = rowsInOrder(
  list
    .reduce(
      (content, [group, householder, size], index) =>
        content.withRow('households', `row-${index}`, { group, householder, size }),
      aContent(),
    )
    .build(),
  'households',
).map((row, index) => ({ row, number: index + 1 }));

function sortedNumbers(column: string): number[] {
  const found = aTemplate().tables[0]?.columns.find(({ id }) => id === column);
  if (!found) throw new Error('no such column');
  return sortedBy(rows, found).map(({ number }) => number);
}

describe('找和排', () => {
  test('找人不管空格和间隔点怎么写', () => {
    expect(rowsWith(rows, '赵某').map(({ number }) => number)).toEqual([2]);
    expect(rowsWith(rows, ' 某三').map(({ number }) => number)).toEqual([3]);
    expect(rowsWith(rows, '')).toHaveLength(3);
  });

  test('小组按第几组排，人口按多少排，空的放最后', () => {
    expect(sortedNumbers('group')).toEqual([3, 1, 2]);
    expect(sortedNumbers('size')).toEqual([2, 1, 3]);
  });

  test('姓名按拼音排', () => {
    expect(sortedNumbers('householder')).toEqual([1, 3, 2]);
  });
});

describe('导入时的选择', () => {
  const row = (rowNumber: number, householder: string) => ({
    rowNumber,
    cells: { householder },
    doubts: [],
  });
  const plan: ImportPlan = {
    rows: [row(2, '赵某'), row(4, '钱某')],
    leftOut: [{ rowNumber: 3, reason: 'note', texts: ['孙某'], asRow: row(3, '孙某') }],
  };

  test('改过的、不要的、硬要的，都照人的意思，按文件里的顺序', () => {
    const mended = withMended(NO_CHOICES, 4, 'householder', '钱某二');
    const choices = { ...mended, skipped: toggled(mended.skipped, 2), taken: new Set([3]) };
    expect(chosenRows(plan, choices).map(({ cells }) => cells['householder'])).toEqual([
      '孙某',
      '钱某二',
    ]);
  });
});

describe('从手机里读回来的内容', () => {
  const known = aContent().withHouseholds(3).build();

  test('没变的行还是原来的那些，全没变就是原来的内容', () => {
    expect(withSharedRows(structuredClone(known), known)).toBe(known);
    const changed = structuredClone(aContent().withHouseholds(3).build());
    const [first] = changed.tables['households'] ?? [];
    if (first) first.cells['size'] = '9';
    const shared = withSharedRows(changed, known);
    expect(shared.tables['households']?.[0]).not.toBe(known.tables['households']?.[0]);
    expect(shared.tables['households']?.[1]).toBe(known.tables['households']?.[1]);
    expect(shared).toEqual(changed);
  });
});
