/**
 * The words for people, Chinese first, English complete. Another language is one more file here:
 * `en.json` copied, translated and named by its code (`ug.json`), with its own name in `language` and
 * the direction of its letters in `app.direction`; all programs and pages offer it by themselves.
 *
 * A key that a language lacks fails a test, one that none has does not compile. Rooms above take
 * their words from here and hold none of their own.
 */
import { FILES } from './files.ts';
import { bestOf, FIRST_LANGUAGE, inOrder, type Language } from './languages.ts';
import { type Words, type WordTree, wordsFrom } from './words.ts';

export type { Language } from './languages.ts';
export {
  type Facts,
  type Say,
  type WordKey,
  type Words,
  type WordTree,
  wordsFrom,
} from './words.ts';

/** Every text of every language, for programs that have room for all of them. */
export const WORD_TREES: Readonly<Record<Language, WordTree>> = FILES;

/** The languages that the server and the villagers' pages speak, and the app with them. */
export const LANGUAGES: readonly Language[] = inOrder(Object.keys(FILES));

/** The language of ours that suits best a list of preferences such as `navigator.languages`. */
export function languageFor(preferences: readonly string[]): Language {
  return bestOf(LANGUAGES, preferences);
}

/** All words of a language, ready at once; what it should lack is said in Chinese. */
export function createWords(language: Language): Words {
  return wordsFrom(
    language,
    [FILES[language], FILES[FIRST_LANGUAGE]].filter((tree) => tree !== undefined),
  );
}
