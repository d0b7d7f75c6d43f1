import { describe, expect, test } from 'vitest';
import { renderNoticePage } from '../../src/public-pages/index.ts';
import { aContent, aDocument } from '../builders/index.ts';
import {
  aLoanDocument,
  aNoticePage,
  anExitDocument,
  documentsOfAllTemplates,
} from './page-inputs.ts';
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

describe('用两种文字的公示', () => {
  const document = aDocument(
    aContent()
      .withHouseholds(3)
      .withField('village-saying', '群众利益无小事')
      .withField('second-language', 'ug')
      .withField('second-title', 'ئۇقتۇرۇش')
      .withField('second-text', 'بىرىنچى ئابزاس.\nئىككىنچى ئابزاس.')
      .withField('second-households-householder', 'ئائىلە باشلىقى')
      .build(),
  );
  const page = renderNoticePage(aNoticePage({ document }));

  test('另一种文字带着自己的语言和方向，名单前就读得到', () => {
    expect(page).toContain('<div lang="ug" dir="rtl"><h2>ئۇقتۇرۇش</h2></div>');
    expect(page).toContain('<div lang="ug" dir="rtl"><p>بىرىنچى ئابزاس.</p>');
    expect(page).toContain('<span lang="ug" dir="rtl">ئائىلە باشلىقى</span>');
    expect(page.indexOf('ئىككىنچى ئابزاس')).toBeLessThan(page.indexOf('<table'));
  });

  test('村里的话、译文、中文，每个字都在', () => {
    const { second, saying, blocks, title } = document;
    const words = wordsOf(articleOf(page));
    const all = [saying, title, second?.title, ...(second?.paragraphs ?? [])];
    for (const text of all) expect(words).toContain(text);
    for (const block of blocks) if (block.kind !== 'table') expect(words).toContain(block.text);
  });

  test('没有的公示，网页一个字节也不多', () => {
    const plain = renderNoticePage(aNoticePage({ document: anExitDocument() }));
    expect(articleOf(plain)).not.toMatch(/saying|dir=/);
  });
});

describe('一页上，一个单位只有一个电话', () => {
  const document = aDocument();
  const [committee] = document.contacts;
  if (!committee) throw new Error('the notice names a telephone');
  const pageWith = (...contacts: { label: string; number: string }[]) =>
    renderNoticePage(aNoticePage({ document, contacts }));

  test('村里登记的号码与公示上的不同，看公示上的', () => {
    const page = pageWith({ label: committee.label, number: '0458-0000077' });
    expect(page).toContain(committee.number);
    expect(page).not.toContain('0458-0000077');
  });

  test('同一个号码，写法不同也不再列一遍', () => {
    const page = pageWith({ label: '村委会办公室', number: committee.number.replace('-', ' ') });
    expect(page).not.toContain('村委会办公室');
  });

  test('公示上没有的单位，照样列出', () => {
    const page = pageWith({ label: '红星派出所', number: '0458-0000088' });
    expect(page).toContain('红星派出所');
    expect(page).toContain('0458-0000088');
  });
});
