import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Conflict,
  contentDigest,
  type Merged,
  mergeContent,
  type NoticeContent,
  placeKey,
  type Row,
  rowsInOrder,
  unionOfConflicts,
  valueAt,
  valueIn,
} from '../../src/notice/index.ts';
import { anAuthor } from '../builders/index.ts';
import { EMPTY, edited, someEdits } from './random-edits.ts';

const WANG = anAuthor('小王');
const LI = anAuthor('老李');

/** What two people made of the same content without knowing of each other. */
const twoSides = fc
  .record({ before: someEdits, ours: someEdits, theirs: someEdits })
  .map(({ before, ours, theirs }) => {
    const base = edited(EMPTY, [...before, ...before], 'base');
    return { base, head: edited(base, ours, 'wang'), incoming: edited(base, theirs, 'li') };
  });
type TwoSides = typeof twoSides extends fc.Arbitrary<infer Sides> ? Sides : never;

const RUNS = { numRuns: 400 };
const merged = ({ base, head, incoming }: TwoSides): Merged =>
  mergeContent(base, { content: head, by: WANG }, { content: incoming, by: LI });
const rowIds = (content: NoticeContent) => rowsInOrder(content, 'households').map(({ id }) => id);
const rowsOf = (content: NoticeContent) => rowsInOrder(content, 'households');
const rowIn = (content: NoticeContent, id: string) => rowsOf(content).find((row) => row.id === id);

function isWritten(place: Conflict['place'], value: string | null, { content, conflicts }: Merged) {
  const conflict = conflicts.find((one) => placeKey(one.place) === placeKey(place));
  return (
    valueAt(content, place) === value ||
    conflict?.values.some((one) => one.value === value) === true
  );
}

test('谁填的字都不会丢：不是合并后的内容里有，就是留在冲突里等人选', () => {
  fc.assert(
    fc.property(twoSides, (sides) => {
      const result = merged(sides);
      for (const side of [sides.head, sides.incoming]) {
        for (const [field, value] of Object.entries(side.fields)) {
          if (value === valueIn(sides.base.fields, field)) continue;
          expect(isWritten({ kind: 'field', field }, value, result)).toBe(true);
        }
        for (const row of rowsOf(side)) {
          for (const [column, value] of Object.entries(row.cells)) {
            const before = rowIn(sides.base, row.id);
            if (before && value === valueIn(before.cells, column)) continue;
            const place = { kind: 'cell', table: 'households', row: row.id, column } as const;
            expect(isWritten(place, value, result)).toBe(true);
          }
        }
      }
    }),
    RUNS,
  );
});

test('一方没有动过，合并的结果就是另一方的内容，没有冲突', () => {
  fc.assert(
    fc.property(twoSides, ({ base, head }) => {
      const [changed, unchanged] = [
        { content: head, by: WANG },
        { content: base, by: LI },
      ];
      for (const result of [
        mergeContent(base, changed, unchanged),
        mergeContent(base, unchanged, changed),
      ]) {
        expect(contentDigest(result.content)).toBe(contentDigest(head));
        expect(result.conflicts).toEqual([]);
        expect(rowsOf(result.content).map(({ position }) => position)).toEqual(
          rowsOf(head).map(({ position }) => position),
        );
      }
    }),
    RUNS,
  );
});

test('谁先到都一样：换一方先到，内容、冲突的地方和两种填法都相同，只是冲突处暂时显示先到的', () => {
  fc.assert(
    fc.property(twoSides, (sides) => {
      const there = merged(sides);
      const back = mergeContent(
        sides.base,
        { content: sides.incoming, by: LI },
        { content: sides.head, by: WANG },
      );
      const described = ({ conflicts }: Merged) =>
        new Map(
          conflicts.map(({ place, values }) => [
            placeKey(place),
            values.map(({ value }) => String(value)).sort(),
          ]),
        );
      expect(described(there)).toEqual(described(back));
      expect(rowIds(there.content).sort()).toEqual(rowIds(back.content).sort());

      const open = new Set(there.conflicts.map(({ place }) => placeKey(place)));
      const places = [
        ...Object.keys(there.content.fields).map((field) => ({ kind: 'field', field }) as const),
        ...rowsOf(there.content).flatMap((row) =>
          Object.keys(row.cells).map(
            (column) => ({ kind: 'cell', table: 'households', row: row.id, column }) as const,
          ),
        ),
      ];
      for (const place of places) {
        if (open.has(placeKey(place))) continue;
        expect(valueAt(there.content, place)).toBe(valueAt(back.content, place));
      }
    }),
    RUNS,
  );
});

test('两边加的行都在，各自加在一处的行不被拆开，先后不变', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (ours, theirs) => {
      const base = edited(EMPTY, adds(2), 'base');
      const result = merged({
        base,
        head: edited(base, adds(ours, 2), 'wang'),
        incoming: edited(base, adds(theirs, 2), 'li'),
      });
      expect(rowIds(result.content)).toEqual([
        'base-0',
        'base-1',
        ...Array.from({ length: ours }, (_one, index) => `wang-${index}`),
        ...Array.from({ length: theirs }, (_one, index) => `li-${index}`),
      ]);
    }),
    { numRuns: 25 },
  );
});

const adds = (count: number, after = 0) =>
  Array.from({ length: count }, (_one, index) => ({
    kind: 'add' as const,
    after: after + index,
    value: '丁',
  }));

test('没有人移动过的行，合并后先后不变', () => {
  fc.assert(
    fc.property(twoSides, (sides) => {
      const result = merged(sides);
      const isStill = ({ id, position }: Row) =>
        [sides.head, sides.incoming].every((side) => {
          const row = rowIn(side, id);
          return !row || row.position === position;
        });
      const still = rowsOf(sides.base).filter(
        (row) => isStill(row) && rowIn(result.content, row.id),
      );
      const ids = new Set(still.map(({ id }) => id));
      expect(rowIds(result.content).filter((id) => ids.has(id))).toEqual(still.map(({ id }) => id));
    }),
    RUNS,
  );
});

test('同一份修改再来一次，什么也不变', () => {
  fc.assert(
    fc.property(twoSides, (sides) => {
      const once = merged(sides);
      const head = { content: once.content, by: LI, conflicts: once.conflicts };
      const twice = mergeContent(sides.base, head, { content: sides.incoming, by: LI });
      expect(contentDigest(twice.content)).toBe(contentDigest(once.content));
      expect(new Set(twice.conflicts.map(({ place }) => placeKey(place)))).toEqual(
        new Set(once.conflicts.map(({ place }) => placeKey(place))),
      );
    }),
    RUNS,
  );
});

test('冲突合在一起：重复合不增不减，合的先后不影响有哪些填法', () => {
  const someConflicts = twoSides.map((sides) => merged(sides).conflicts);
  const valuesOf = (conflicts: readonly Conflict[]) =>
    new Set(
      conflicts.flatMap(({ place, values }) =>
        values.map(({ value }) => `${placeKey(place)}=${value}`),
      ),
    );
  fc.assert(
    fc.property(someConflicts, someConflicts, (some, others) => {
      const union = unionOfConflicts(some, others);
      expect(unionOfConflicts(union, others)).toEqual(union);
      expect(unionOfConflicts(union, union)).toEqual(union);
      expect(unionOfConflicts([], some)).toEqual(some);
      expect(valuesOf(union)).toEqual(new Set([...valuesOf(some), ...valuesOf(others)]));
      expect(valuesOf(unionOfConflicts(others, some))).toEqual(valuesOf(union));
    }),
    RUNS,
  );
});
