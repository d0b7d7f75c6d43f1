import { expect, test } from 'vitest';
import { templates } from '../../src/catalogue/templates/index.ts';
import { emptyContent, missingElements } from '../../src/notice/index.ts';
import { aContent, aTemplate, type ContentBuilder } from '../builders/index.ts';

const missing = (content: ContentBuilder) => missingElements(content.template, content.build());

test.each(templates)('$id：填全了，目录要求的要素都有', (template) => {
  expect(missing(aContent(template).withEveryList(1))).toEqual([]);
});

test('没写识别标准，缺第一个要素；名单还空着，缺第三个', () => {
  expect(missing(aContent().withField('standard', ' '))).toEqual([0, 2]);
  expect(missing(aContent().withHouseholds(1).withField('standard', ''))).toEqual([0]);
});

test('名单里没有一户填了人数，识别结果仍缺；有一户填了就有', () => {
  const nameless = aContent().withRow('households', 'one', { householder: '赵某一' });
  expect(missing(nameless)).toEqual([2]);
  expect(missing(nameless.withCell('households', 'one', 'size', '3'))).toEqual([]);
});

test('由固定文字说明的要素，空白草稿里也有', () => {
  const template = aTemplate();
  expect(missingElements(template, emptyContent(template))).not.toContain(1);
});

test('当年没有贷款，公示里会这样写，要素就不缺', () => {
  const none = aContent('microloans.annual').withField('hasHouseholds', 'no');
  expect(missing(none)).toEqual([]);
  expect(missing(none.withField('hasBusinesses', 'yes'))).toEqual([1]);
});
