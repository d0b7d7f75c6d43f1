import { firstWords, languageNames, loadRest } from 'virtual:words';
// file by file: a phone has no room for all words of all languages
import { bestOf, inOrder, type Language } from '../locales/languages.ts';
import { type WordTree, wordsFrom } from '../locales/words.ts';

/**
 * The words of this page in the language that the person chose or the browser prefers. Those of the
 * first screen come with the program, all others right after it.
 */

export { languageNames };

export const LANGUAGES = inOrder(Object.keys(languageNames));

const STORED = 'language';

/** What each language has of its words by now; the rest is added when it comes. */
const trees = new Map(
  Object.entries(firstWords).map(([language, tree]): [Language, WordTree[]] => [language, [tree]]),
);
const whole = new Map<Language, Promise<void>>();
const listeners = new Set<() => void>();

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

/** Waits until every word of the page's language is here; rejects where it cannot be loaded. */
export function allWords(): Promise<void> {
  return wholeOf(words.language);
}

/** Changes the language at once and for the next start. */
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
  const rest = await loadRest(language);
  trees.get(language)?.push(rest);
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
  return wordsFrom(language, trees.get(language) ?? []);
}
