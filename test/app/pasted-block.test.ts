import { describe, expect, test } from 'vitest';
import { maskedIn, rowsAdded, withBlock } from '../../src/app/pasted-block.ts';
import { LIMITS, rowsInOrder } from '../../src/notice/index.ts';
import { aContent } from '../builders/index.ts';

const list = aContent().withHouseholds(3);
const table = list.template.tables.find(({ id }) => id === 'households');
if (!table) throw new Error('no households');
const ids = ['household-1', 'household-2', 'household-3'];
const cells = (content: ReturnType<typeof list.build>) =>
  rowsInOrder(content, 'households').map((row) => Object.values(row.cells));

describe('从 WPS、Excel 粘贴一块', () => {
  test('从光标那一格起填，不够的行加在后面，别的格不动', () => {
    const at = { table, rows: ids.slice(1), column: 1, shown: [] };
    const block = [
      ['赵 某', '３'],
      ['钱某', '4人'],
      ['孙某', '5'],
    ];
    expect(rowsAdded(at, block, 3)).toBe(1);
    const pasted = withBlock(list.build(), at, block, ['new-1']);
    const before = cells(list.build());
    expect(cells(pasted)).toEqual([
      before[0],
      [before[1]?.[0], '赵某', '3'],
      [before[2]?.[0], '钱某', '4'],
      ['孙某', '5'],
    ]);
  });

  test('超出右边的栏不要，身份证号遮住', () => {
    const at = { table, rows: ids, column: 1, shown: [] };
    const pasted = withBlock(list.build(), at, [['赵某23071718800101008X', '3', '多出来的']], []);
    expect(JSON.stringify(pasted)).not.toMatch(/多出来的|18800101/);
    expect(cells(pasted)[0]).toEqual([cells(list.build())[0]?.[0], '赵某230717************', '3']);
    expect(maskedIn(at, [['赵某23071718800101008X', '3', '多出来的']])).toBe(1);
    expect(maskedIn(at, [['赵某', '3'], []])).toBe(0);
  });

  test('太多行的一块整个不要', () => {
    const block = Array.from({ length: 20 }, () => ['1组']);
    const at = { rows: ids };
    expect(rowsAdded(at, block, LIMITS.rowsPerTable - 10)).toBeUndefined();
  });
});
