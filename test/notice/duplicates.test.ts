import { describe, expect, test } from 'vitest';
import { duplicatesIn, rowsInOrder } from '../../src/notice/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';

const table = aTemplate().tables[0];

function found(...people: readonly (readonly [group: string, name: string])[]) {
  const builder = people.reduce(
    (content, [group, householder], index) =>
      content.withRow('households', `row-${index + 1}`, { group, householder, size: '1' }),
    aContent(),
  );
  if (!table) throw new Error('no list');
  return duplicatesIn(table, rowsInOrder(builder.build(), 'households')).map(({ kind, rows }) => [
    kind,
    ...rows.map(({ number }) => number),
  ]);
}

describe('同一户写了两次', () => {
  test('同组同名，说可能重复', () => {
    expect(found(['1组', '赵某一'], ['2组', '钱某二'], ['1组', '赵某一'])).toEqual([
      ['same', 1, 3],
    ]);
  });

  test('只差空格、间隔点、全角的，也是同一个人', () => {
    expect(found(['1组', '赵 某'], ['一组', '赵某'])).toEqual([['spacing', 1, 2]]);
    expect(found(['1组', '阿依·某某'], ['1组', '阿依•某某'])).toEqual([['spacing', 1, 2]]);
  });

  test('不同小组的同名人是两家', () => {
    expect(found(['1组', '赵某一'], ['2组', '赵某一'])).toEqual([]);
  });

  test('还没写名字的行不算', () => {
    expect(found(['1组', ''], ['1组', ' '])).toEqual([]);
  });
});
