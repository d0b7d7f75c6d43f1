import { firstWords, languageNames, wordFiles } from 'virtual:words';
// file by file: a phone has no room for all words of all languages
import { bestOf, FIRST_LANGUAGE, inOrder, type Language } from '../locales/languages.ts';
import { type WordTree, wordsFrom } from '../locales/words.ts';
import { readWordFile, type WordFile } from './word-files.ts';

/**
 * The words of this page in the language that the person chose or the browser prefers. Those of the
 * first screen come with the program, all others right after it. What a language lacks, or all of it
 * where its file has never come and there is no signal, is said in the first language.
 */

export { languageNames };

export const LANGUAGES = inOrder(Object.keys(languageNames));

const STORED = 'language';

/** What each language has of its words by now; the rest is added when it comes. */
const trees = new Map(
  Object.entries(firstWords).map(([language, tree]): [Language, WordTree[]] => [language, [tree]]),
);
const ofTemplates = new Map<Language, WordFile['templates']>();
const whole = new Map<Language, Promise<void>>();
const listeners = new Set<() => void>();
/** Ends once; no later page waits as long again for what hangs. */
let patience: Promise<void> | undefined;

let words = wordsIn(chosenLanguage());
tellPage();

/** The words now; others after `chooseLanguage`. */
export function currentWords() {
  return words;
}

export function subscribeToWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Waits until every word of the page's language is here, or the first language's in their stead;
 * rejects where neither can be loaded.
 */
export async function allWords(): Promise<void> {
  const { language } = words;
  if (language === FIRST_LANGUAGE) return wholeOf(language);
  const coming = wholeOf(language);
  patience ??= soon();
  const isHere = await Promise.race([
    coming.then(
      () => true,
      () => false,
    ),
    patience.then(() => false),
  ]);
  if (isHere) return;
  await wholeOf(FIRST_LANGUAGE);
  const own = trees.get(language);
  for (const tree of trees.get(FIRST_LANGUAGE) ?? []) if (!own?.includes(tree)) own?.push(tree);
}

/** Changes the language at once and for the next start; rejects where its words cannot be had now. */
export async function chooseLanguage(language: Language): Promise<void> {
  await wholeOf(language);
  localStorage.setItem(STORED, language);
  speak(language);
}

function wholeOf(language: Language): Promise<void> {
  const known = whole.get(language);
  if (known) return known;
  const loading = loadWhole(language);
  whole.set(language, loading);
  // what failed for want of a signal is tried again by whoever asks next
  loading.catch(() => whole.delete(language));
  return loading;
}

async function loadWhole(language: Language): Promise<void> {
  const { words: rest, templates } = await readWordFile(wordFiles[language] ?? '');
  ofTemplates.set(language, templates);
  const own = trees.get(language) ?? [];
  const hasStandIn = own.length > 1;
  own.splice(1, 0, rest);
  // what stood in for it stays for what it lacks
  if (hasStandIn && language === words.language) speak(language);
}

/** As long as a person waits for a page without wondering. */
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5000));
}

function chosenLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  return bestOf(LANGUAGES, stored ? [stored] : navigator.languages);
}

function speak(language: Language): void {
  words = wordsIn(language);
  tellPage();
  for (const listener of listeners) listener();
}

/** The page says its language to whoever reads it aloud. */
function tellPage(): void {
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.t('app.direction');
}

function wordsIn(language: Language) {
  return {
    ...wordsFrom(language, trees.get(language) ?? []),
    /** A template's question, hint or column as this language says it; as written where it does not. */
    named: (text: string): string => ofTemplates.get(language)?.[text] ?? text,
  };
}
