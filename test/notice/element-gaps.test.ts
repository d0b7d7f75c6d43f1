import { describe, expect, test } from 'vitest';
import { elementGaps } from '../../src/notice/index.ts';
import { aContent, type ContentBuilder } from '../builders/index.ts';

const gaps = (content: ContentBuilder) =>
  elementGaps(content.template, content.build()).map(({ cover, parts }) => ({
    element: cover.name,
    parts: parts.map(({ label, place }) => ({ label, place })),
  }));

describe('还缺哪些要素，缺在哪里', () => {
  test('没填的要素说出名称，指到要填的那一处', () => {
    expect(gaps(aContent().withField('standard', '').withHouseholds(1))).toEqual([
      {
        element: '识别标准',
        parts: [{ label: '识别标准', place: { kind: 'field', field: 'standard' } }],
      },
    ]);
  });

  test('名单一户没有，只说一次，指到名单', () => {
    expect(gaps(aContent())).toEqual([
      {
        element: '识别结果',
        parts: [{ label: '农户名单', place: { kind: 'table', table: 'households' } }],
      },
    ]);
  });

  test('名单有了，有一列全空，指到第一户的那一格', () => {
    const content = aContent().withRow('households', 'a', { group: '1组', householder: '高示范' });
    expect(gaps(content)).toMatchObject([
      { parts: [{ place: { kind: 'cell', row: 'a', column: 'size' } }] },
    ]);
  });

  test('一个要素由几处合起来，只列还没填的几处', () => {
    const [gap] = gaps(
      aContent('projects.before-work').withField('goal', '').withField('term', ''),
    );
    expect(gap?.parts.map(({ label }) => label).toSorted()).toEqual(['实施期限', '绩效目标']);
  });

  test('审核人写了理由，就不算缺', () => {
    expect(gaps(aContent().withField('waiver2', '名单尚未审定'))).toEqual([]);
  });
});
