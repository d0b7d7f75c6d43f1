/**
 * The words for people, Chinese first, English complete. One file a language; a key that one of
 * them lacks fails a test, one that none has does not compile. Rooms above take their words from
 * here and hold none of their own.
 */
import en from './en.json' with { type: 'json' };
import type { Language } from './languages.ts';
import { type Words, type WordTree, wordsFrom } from './words.ts';
import zhCN from './zh-CN.json' with { type: 'json' };

export { LANGUAGES, type Language, languageFor } from './languages.ts';
export {
  type Facts,
  type Say,
  type WordKey,
  type Words,
  type WordTree,
  wordsFrom,
} from './words.ts';

/** Every text of every language, for programs that have room for all of them. */
export const WORD_TREES: Readonly<Record<Language, WordTree>> = { 'zh-CN': zhCN, en };

/** All words of a language, ready at once; what it should lack is said in Chinese. */
export function createWords(language: Language): Words<Language> {
  return wordsFrom(language, [WORD_TREES[language], zhCN]);
}
