import { expect, test } from 'vitest';
import { WORD_TREES, wordsFrom } from '../../src/locales/index.ts';
import { pseudoText, pseudoTree } from './pseudo-words.ts';

test('试验用的语言把每句话加长、做上记号，要填的空照样填得上', () => {
  expect(pseudoText('Saved on {{day}}')).toBe('⟦Sávéd óñ {{day}} ~~~~⟧');
  const { t } = wordsFrom('en', [pseudoTree(WORD_TREES['en'] ?? {}, 'rtl')]);
  expect(t('problem.required', { detail: 'Year' })).toMatch(/^⟦.*“Year”.*~⟧$/);
  expect(t('app.direction')).toBe('rtl');
});
