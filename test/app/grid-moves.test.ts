import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedBy, steppedOn } from '../../src/app/grid-moves.ts';

const size = { lines: 500, columns: 5, page: 10 };
const plain = { ctrlKey: false, metaKey: false };

describe('在表格里移动', () => {
  test.each([
    ['ArrowDown', { line: 4, column: 2 }],
    ['ArrowUp', { line: 2, column: 2 }],
    ['ArrowLeft', { line: 3, column: 1 }],
    ['ArrowRight', { line: 3, column: 3 }],
    ['Home', { line: 3, column: 0 }],
    ['End', { line: 3, column: 4 }],
    ['PageDown', { line: 13, column: 2 }],
    ['PageUp', { line: 0, column: 2 }],
  ])('%s', (key, place) => {
    expect(movedBy({ key, ...plain }, { line: 3, column: 2 }, size)).toEqual(place);
  });

  test('Ctrl 加 Home、End 到第一格和最后一格', () => {
    const far = { ctrlKey: true, metaKey: false };
    expect(movedBy({ key: 'Home', ...far }, { line: 3, column: 2 }, size)).toEqual({
      line: 0,
      column: 0,
    });
    expect(movedBy({ key: 'End', ...far }, { line: 3, column: 2 }, size)).toEqual({
      line: 499,
      column: 4,
    });
  });

  test('不管按什么键，都出不了表格', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), (presses) => {
        let place = { line: 0, column: 1 };
        for (const [key, ctrlKey] of presses) {
          place = movedBy({ key, ctrlKey, metaKey: false }, place, size) ?? place;
          expect(place.line >= 0 && place.line < size.lines).toBe(true);
          expect(place.column >= 0 && place.column < size.columns).toBe(true);
        }
      }),
    );
  });

  test('Tab 一格一格填，一行完了到下一行的第一栏，最后一格之后没有了', () => {
    expect(steppedOn({ line: 0, column: 4 }, 1, size)).toEqual({ line: 1, column: 1 });
    expect(steppedOn({ line: 1, column: 1 }, -1, size)).toEqual({ line: 0, column: 4 });
    expect(steppedOn({ line: 499, column: 4 }, 1, size)).toBeUndefined();
    expect(steppedOn({ line: 0, column: 1 }, -1, size)).toBeUndefined();
  });
});
