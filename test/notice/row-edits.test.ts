import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  rowsInOrder,
  withColumnValue,
  withoutRows,
  withRowOrder,
  withRowsMoved,
} from '../../src/notice/index.ts';
import { aContent } from '../builders/index.ts';

const TABLE = 'households';
const ids = (content: Parameters<typeof rowsInOrder>[0]) =>
  rowsInOrder(content, TABLE).map(({ id }) => id.replace('household-', ''));
const rows = (...numbers: number[]) => new Set(numbers.map((number) => `household-${number}`));

describe('一次改好几户', () => {
  const list = aContent().withHouseholds(6).build();

  test('选中的几户一起上移、下移，到头就停', () => {
    expect(ids(withRowsMoved(list, TABLE, rows(3, 4), 'up'))).toEqual([...'134256']);
    expect(ids(withRowsMoved(list, TABLE, rows(3, 5), 'down'))).toEqual([...'124365']);
    expect(ids(withRowsMoved(list, TABLE, rows(1, 2), 'up'))).toEqual([...'123456']);
    expect(ids(withRowsMoved(list, TABLE, rows(1, 3), 'up'))).toEqual([...'132456']);
  });

  test('移动一户只动一户的位置', () => {
    const moved = withRowsMoved(list, TABLE, rows(5), 'up');
    const before = new Map(list.tables[TABLE]?.map((row) => [row.id, row.position]));
    const changed = moved.tables[TABLE]?.filter((row) => row.position !== before.get(row.id));
    expect(changed).toHaveLength(1);
  });

  test('排成任何顺序都排得出来', () => {
    const order = rowsInOrder(list, TABLE).map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: 6 }), (wanted) => {
        const sorted = withRowOrder(list, TABLE, wanted);
        expect(rowsInOrder(sorted, TABLE).map(({ id }) => id)).toEqual(wanted);
      }),
    );
  });

  test('改一栏、删几户，别的户不动', () => {
    const changed = withColumnValue(list, TABLE, rows(2, 3), 'group', '9组');
    expect(changed.tables[TABLE]?.map(({ cells }) => cells['group'])).toEqual([
      '1组',
      '9组',
      '9组',
      '1组',
      '1组',
      '1组',
    ]);
    expect(ids(withoutRows(list, TABLE, rows(1, 6)))).toEqual([...'2345']);
  });
});
