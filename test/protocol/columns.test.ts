import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inColumns, inRows } from '../../src/protocol/columns.ts';
import { aContent } from '../builders/index.ts';

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const thereAndBack = (values: readonly unknown[]) => inRows(overTheWire(inColumns(values)));

test('任何一批内容按列写出再读回，一字不差，连各项的次序也不变', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 6 })), (values) => {
      expect(JSON.stringify(thereAndBack(values))).toBe(JSON.stringify(values));
    }),
  );
});

test('缺了几格的户、空行、夹着分隔符的字、混在一起的不同的事，都读得回来', () => {
  const values = [
    [],
    [[], [[]], ['', '']],
    ['a\u007fb', 'c'],
    [{}, { name: '王' }, { name: '李', size: '2' }, { size: '3', name: '赵' }, {}],
    [1, 'two', null, true, ['three'], { four: 4 }, 1, { four: '四' }],
    [{ 2: 'b', 1: 'a' }, JSON.parse('{"__proto__":{"a":1}}'), { constructor: '', toString: '' }],
  ];
  for (const one of [...values, values]) {
    expect(JSON.stringify(thereAndBack(one))).toBe(JSON.stringify(one));
  }
});

test('没有值的项，和JSON一样不写', () => {
  const values = [
    { a: 1, b: undefined },
    { a: 2, b: 3 },
  ];
  expect(JSON.stringify(thereAndBack(values))).toBe(JSON.stringify(values));
});

test('许多户写出来不到一半长', () => {
  const notices = Array.from({ length: 20 }, () => aContent().withHouseholds(50).build());
  const length = (value: unknown) => JSON.stringify(value).length;
  expect(length(inColumns(notices))).toBeLessThan(length(notices) / 2);
});

function levels(depth: number): unknown {
  let column: unknown = 'a';
  for (let level = 0; level < depth; level += 1) column = { names: ['a'], columns: [column] };
  return column;
}

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 7],
  ['an object', {}],
  ['half of a form', { names: ['a'] }],
  ['names that are no list', { names: 'a', columns: ['a'] }],
  ['names that are no texts', { names: [1], columns: ['a'] }],
  ['a name that is none', { names: ['__proto__'], columns: [[{}]] }],
  ['no names', { names: [], columns: [] }],
  ['a name too many', { names: ['a', 'b'], columns: ['a'] }],
  ['columns of different lengths', { names: ['a', 'b'], columns: [['a'], ['b', 'c']] }],
  ['a column that is none', { names: ['a'], columns: [null] }],
  ['columns that are no list', { names: ['a'], columns: { 0: 'a', length: 1 } }],
  ['lengths beyond the items', { lengths: [2], items: ['a'] }],
  ['lengths that leave items over', { lengths: [1], items: ['a', 'b'] }],
  ['a length below zero', { lengths: [2, -1], items: ['a'] }],
  ['half a length', { lengths: [0.5, 0.5], items: ['a'] }],
  ['a length of text', { lengths: ['1'], items: ['a'] }],
  ['a kind that is not there', { kinds: [0, 1], of: [['a', 'b']] }],
  ['a kind that is no number', { kinds: ['length'], of: [['a']] }],
  ['a kind taken too often', { kinds: [0, 0], of: [['a']] }],
  ['values of a kind left over', { kinds: [0], of: [['a', 'b']] }],
  ['levels upon levels', levels(10_000)],
])('不成列的东西（%s）不认', (_name, column) => {
  expect(inRows(column)).toBeUndefined();
});

test('短短一段文字不能变出占满内存的东西', () => {
  const many = '\u007f'.repeat(1_000_000);
  const names = Array.from({ length: 8 }, (_one, at) => `n${at}`);
  expect(inRows({ names, columns: names.map(() => many) })).toBeUndefined();
  expect(inRows('\u007f'.repeat(30_000_000))).toBeUndefined();
  const wide = {
    names: ['a'],
    columns: [{ names: ['a'], columns: [{ names: ['a'], columns: [many] }] }],
  };
  expect(inRows({ names: ['a'], columns: [wide] })).toBeUndefined();
});
