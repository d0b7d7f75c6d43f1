import { describe, expect, test } from 'vitest';
import { renderNoticePage } from '../../src/public-pages/index.ts';
import { aLoanDocument, aNoticePage, documentsOfAllTemplates } from './page-inputs.ts';
import { articleOf, wordsInOrder, wordsOf } from './reading.ts';

describe('网页上的字与张贴的纸一样', () => {
  for (const document of documentsOfAllTemplates()) {
    test(`${document.title}：每个字都在，先后次序相同`, () => {
      const page = renderNoticePage(aNoticePage({ document }));
      expect(wordsOf(articleOf(page))).toEqual(wordsInOrder(document));
    });
  }

  test('列数多的表，手机上按户显示，字还是纸上的字', () => {
    const document = aLoanDocument(40);
    const page = renderNoticePage(aNoticePage({ document }));
    expect(page).toContain('<table class="cards"');
    expect(wordsOf(articleOf(page))).toEqual(wordsInOrder(document));
  });

  test('英文页面上，公示本身仍是中文原文', () => {
    const input = aNoticePage({ language: 'en' });
    const page = renderNoticePage(input);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<article lang="zh-CN">');
    expect(wordsOf(articleOf(page))).toEqual(wordsInOrder(input.document));
  });
});
