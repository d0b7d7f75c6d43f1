import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  changeBetween,
  inverseOf,
  joined,
  type NoticeContent,
  rowsInOrder,
  withCell,
  withField,
  withoutRow,
  withRowsAppended,
  withRowsMoved,
} from '../../src/notice/index.ts';
import { aContent } from '../builders/index.ts';

const TABLE = 'households';
const start = aContent().withHouseholds(4).build();
const flat = (content: NoticeContent) => ({
  fields: content.fields,
  rows: rowsInOrder(content, TABLE),
});

/** Edits that a person makes, one after the other. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('field'), text: fc.string() }),
  fc.record({ kind: fc.constant('cell'), row: fc.integer({ min: 1, max: 4 }), text: fc.string() }),
  fc.record({ kind: fc.constant('add'), row: fc.integer({ min: 5, max: 9 }) }),
  fc.record({ kind: fc.constant('delete'), row: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('move'), row: fc.integer({ min: 1, max: 9 }) }),
);

function made(
  content: NoticeContent,
  { kind, row = 0, text = '' }: { kind: string; row?: number; text?: string },
) {
  const id = `household-${row}`;
  const stands = content.tables[TABLE]?.some((one) => one.id === id);
  if (kind === 'field') return withField(content, 'note', text);
  if (kind === 'cell') return withCell(content, TABLE, id, 'householder', text);
  if (kind === 'move') return withRowsMoved(content, TABLE, new Set([id]), 'up');
  if (kind === 'delete') return withoutRow(content, TABLE, id);
  return stands ? content : withRowsAppended(content, TABLE, [{ id, cells: { group: '1组' } }]);
}

describe('撤销和重做', () => {
  test('不管做了什么，一步步撤回到原样，再一步步重做回来', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let content = start;
        const steps = edits.flatMap((one) => {
          const next = made(content, one);
          const change = changeBetween(content, next);
          content = next;
          return change ? [change] : [];
        });
        const end = content;
        for (const change of steps.toReversed()) content = applyChange(content, inverseOf(change));
        expect(flat(content)).toEqual(flat({ ...start, fields: { note: '', ...start.fields } }));
        for (const change of steps) content = applyChange(content, change);
        expect(flat(content)).toEqual(flat({ ...end, fields: { note: '', ...end.fields } }));
      }),
    );
  });

  test('别人后来改过的地方，撤销不去动它', () => {
    const mine = withField(start, 'note', '我写的');
    const change = changeBetween(start, mine);
    const theirs = withField(mine, 'note', '别人改的');
    expect(change && applyChange(theirs, inverseOf(change)).fields['note']).toBe('别人改的');
  });

  test('在一格里连着打字算一步，换一格就是另一步', () => {
    const first = withCell(start, TABLE, 'household-1', 'householder', '赵');
    const second = withCell(first, TABLE, 'household-1', 'householder', '赵某');
    const other = withCell(second, TABLE, 'household-1', 'size', '9');
    const [a, b, c] = [
      changeBetween(start, first),
      changeBetween(first, second),
      changeBetween(second, other),
    ];
    if (!a || !b || !c) throw new Error('nothing changed');
    expect(joined(a, b)).toEqual(changeBetween(start, second));
    expect(joined(b, c)).toBeUndefined();
  });
});
