import { firstWords, languageNames, loadFirst, loadRest } from 'virtual:words';
import { type Language, languageFor, type WordTree, wordsFrom } from '../locales/index.ts';

/**
 * The words of this page in the language that the person chose or the browser prefers. Those of the
 * first screen come with the program, all others right after it; a language but Chinese is loaded.
 */

export { languageNames };

const STORED = 'language';

/** What each language has of its words by now; the rest is added when it comes. */
const trees = new Map<Language, WordTree[]>([['zh-CN', [firstWords]]]);
const whole = new Map<Language, Promise<void>>();
const listeners = new Set<() => void>();

let words = wordsIn('zh-CN');

/** The words now; others after `chooseLanguage`. */
export function currentWords() {
  return words;
}

export function subscribeToWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Makes the first screen's words ready; there and then where the language is Chinese. */
export async function startWords(): Promise<void> {
  const stored = localStorage.getItem(STORED);
  const language = languageFor(stored ? [stored] : navigator.languages);
  if (language !== 'zh-CN') await firstOf(language);
  speak(language);
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
  await firstOf(language);
  const rest = await loadRest(language);
  trees.get(language)?.push(rest);
}

async function firstOf(language: Language): Promise<void> {
  if (trees.has(language)) return;
  trees.set(language, [await loadFirst(language)]);
}

function speak(language: Language): void {
  words = wordsIn(language);
  document.documentElement.lang = language;
  document.documentElement.dir = words.t('app.direction');
  for (const listener of listeners) listener();
}

function wordsIn(language: Language) {
  return wordsFrom(language, trees.get(language) ?? []);
}
