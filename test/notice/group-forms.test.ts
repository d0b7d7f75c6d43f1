import { describe, expect, test } from 'vitest';
import {
  comparableGroup,
  groupFormsOf,
  type NoticeContent,
  rowsInOrder,
  withGroupsAlike,
} from '../../src/notice/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';

const [table] = aTemplate().tables;
if (!table) throw new Error('no list');

/** A list whose rows differ in nothing but their groups; the ids count from 1. */
function aListOf(...groups: readonly string[]): NoticeContent {
  return groups
    .reduce(
      (content, group, index) =>
        content.withRow('households', String(index + 1), { group, householder: '赵某', size: '1' }),
      aContent(),
    )
    .build();
}

const groupsOf = (content: NoticeContent) =>
  rowsInOrder(content, 'households').map(({ cells }) => cells['group']);

describe('村民小组怎么写', () => {
  test('第一村民小组、一组、1组、1，说的是同一个组；十一组就是11组', () => {
    expect(['第一村民小组', '一组', '1组', '１', ' 第 1 小组'].map(comparableGroup)).toEqual(
      Array.from({ length: 5 }, () => '1'),
    );
    expect(comparableGroup('十一组')).toBe(comparableGroup('11组'));
    expect(comparableGroup('二十组')).toBe('20');
    expect(comparableGroup('东屯组')).not.toBe(comparableGroup('西屯组'));
  });

  test('写法不一样，最多的算村里的写法，别的列出来', () => {
    const forms = groupFormsOf(
      table,
      rowsInOrder(aListOf('一组', '1组', '2组', '第三组'), 'households'),
    );
    expect(forms.examples).toEqual(['1组', '一组', '第三组']);
    expect([...forms.others]).toEqual([
      ['1', '1组'],
      ['4', '3组'],
    ]);
  });

  test('一样多的，先写的算', () => {
    expect(groupsOf(withGroupsAlike(aListOf('第一村民小组', '2组'), table))).toEqual([
      '第一村民小组',
      '第二村民小组',
    ]);
  });

  test('写法都一样，就没有要改的；有名字的组不动', () => {
    const content = aListOf('一组', '十二组', '东屯组', '');
    expect(groupFormsOf(table, rowsInOrder(content, 'households')).others.size).toBe(0);
    expect(groupsOf(withGroupsAlike(content, table))).toEqual(['一组', '十二组', '东屯组', '']);
  });

  test('新来的几户，照已有的写法写，哪怕新来的更多；已有的不动', () => {
    const content = aListOf('一组', '二组', '3组', '4组', '5组');
    expect(groupsOf(withGroupsAlike(content, table, new Set(['3', '4', '5'])))).toEqual([
      '一组',
      '二组',
      '三组',
      '四组',
      '五组',
    ]);
  });

  test('只有新来的，照其中最多的写法写', () => {
    const content = aListOf('1组', '第2组', '3组');
    expect(groupsOf(withGroupsAlike(content, table, new Set(['1', '2', '3'])))).toEqual([
      '1组',
      '2组',
      '3组',
    ]);
  });
});
