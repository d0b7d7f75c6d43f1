import { describe, expect, test } from 'vitest';
import {
  composeDocument,
  missingElements,
  problemsOf,
  waiverField,
  waiverSentence,
} from '../../src/notice/index.ts';
import { aContent, aPlace, type ContentBuilder } from '../builders/index.ts';

const STANDARD = 0;
const RESULT = 2;
const paragraphs = (content: ContentBuilder) =>
  composeDocument(content.template, content.build(), aPlace()).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );
const amiss = (content: ContentBuilder) =>
  problemsOf(content.template, content.build(), []).map(({ code, detail }) => `${code}:${detail}`);

describe('有一个要素这次不公开，写明理由', () => {
  const without = aContent().withHouseholds(1).withField('standard', '');
  const waived = without.withField(waiverField(STANDARD), '省里的标准尚未下发。');

  test('没有理由就缺这个要素，有理由就不缺，栏目也可以空着', () => {
    expect(missingElements(without.template, without.build())).toEqual([STANDARD]);
    expect(amiss(without)).toEqual(['required:识别标准']);
    expect(missingElements(waived.template, waived.build())).toEqual([]);
    expect(amiss(waived)).toEqual([]);
  });

  test('纸上和网上写明不公开什么、为什么，写在原来的地方', () => {
    const [, standard] = paragraphs(waived);
    expect(standard).toMatch(/^因省里的标准尚未下发，本次不公开“识别标准/);
  });

  test('后来还是填了，理由就不用了', () => {
    const filled = waived.withField('standard', '国定标准');
    expect(paragraphs(filled)).toContain('国定标准');
    expect(paragraphs(filled).join()).not.toContain('不公开');
  });

  test('只有空白的理由不算理由', () => {
    const blank = without.withField(waiverField(STANDARD), ' \n ');
    expect(missingElements(blank.template, blank.build())).toEqual([STANDARD]);
  });

  test('名单这次不公开，表的地方换成理由', () => {
    const listless = aContent().withField(waiverField(RESULT), '因名单正在复核');
    expect(amiss(listless)).toEqual([]);
    const document = composeDocument(listless.template, listless.build(), aPlace());
    expect(document.blocks.some(({ kind }) => kind === 'table')).toBe(false);
    expect(paragraphs(listless).join()).toContain('因名单正在复核，本次不公开“识别结果');
  });

  test('名单已经填了一户，填了一半的格子仍要填', () => {
    const begun = aContent()
      .withField(waiverField(RESULT), '因名单正在复核')
      .withRow('households', 'one', { householder: '赵某一' });
    expect(amiss(begun)).toContain('required:家庭人口数');
  });
});

test.each([
  ['标准尚未下发', '因标准尚未下发，本次不公开“补助标准”。'],
  ['因标准尚未下发。', '因标准尚未下发，本次不公开“补助标准”。'],
  ['由于标准\n尚未下发；', '由于标准，尚未下发，本次不公开“补助标准”。'],
])('理由写“%s”', (reason, sentence) => {
  expect(waiverSentence(reason, '补助标准')).toBe(sentence);
});
