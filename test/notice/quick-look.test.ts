import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { LIMITS, NoticeContentSchema, RowSchema } from '../../src/notice/index.ts';
import { aContent } from '../builders/index.ts';

/** What the rows of a table have to be, said without the quick look. */
const PlainRows = v.pipe(
  v.array(RowSchema),
  v.maxLength(LIMITS.rowsPerTable),
  v.check((rows) => new Set(rows.map(({ id }) => id)).size === rows.length),
);

const isContent = (households: unknown) =>
  v.safeParse(NoticeContentSchema, { ...aContent().build(), tables: { households } }).success;

const oddText = fc.constantFrom(
  '',
  'a',
  'a0',
  'a1',
  'a00',
  'Zz',
  '户',
  '__proto__',
  'constructor',
  ' ',
);
const oddRow = fc.record(
  {
    id: fc.oneof(oddText, fc.constant(7)),
    position: fc.oneof(fc.constantFrom('a0', 'a1', 'b00'), oddText, fc.constant(null)),
    cells: fc.oneof(
      fc.dictionary(
        fc.oneof(fc.constantFrom('size', 'group'), oddText),
        fc.oneof(oddText, fc.integer()),
      ),
      fc.constantFrom(null, [], 'cells'),
    ),
    more: fc.constant('x'),
  },
  { requiredKeys: ['id', 'position', 'cells'] },
);

test('看得快的和看得细的，对每一张表说的一样', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(oddRow, { maxLength: 4 }), fc.jsonValue()), (rows) => {
      expect(isContent(rows)).toBe(v.safeParse(PlainRows, rows).success);
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, (row: Record<string, unknown>) => unknown]>([
  ['一户写了两遍', (row) => [row, row]],
  ['一格长得离谱', (row) => [{ ...row, cells: { size: '1'.repeat(LIMITS.cellLength + 1) } }]],
  ['多出一项', (row) => [{ ...row, admin: true }]],
  ['没有编号', ({ id: _none, ...row }) => [row]],
  ['位置不成位置', (row) => [{ ...row, position: 'a00' }]],
  ['列名里有空格', (row) => [{ ...row, cells: { 'a b': '1' } }]],
  ['表不是表', () => ({ length: 1 })],
])('%s的表不收', (_name, bend) => {
  const [row] = aContent().withHouseholds(1).build().tables['households'] ?? [];
  expect(isContent([row])).toBe(true);
  expect(isContent(bend({ ...row }))).toBe(false);
});

test('户数正好到上限收，多一户不收', () => {
  const rows = Array.from({ length: LIMITS.rowsPerTable }, (_one, at) => ({
    id: `r${at}`,
    position: 'a0',
    cells: {},
  }));
  expect(isContent(rows)).toBe(true);
  expect(isContent([...rows, { id: 'one-more', position: 'a0', cells: {} }])).toBe(false);
});
