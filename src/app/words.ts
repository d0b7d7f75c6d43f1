import { createWords, type Language, languageFor } from '../locales/index.ts';

const STORED = 'language';

/** The words of this page, in the language that the person chose or the browser prefers. */
export const words = createWords(chosenLanguage());
document.documentElement.lang = words.language;

function chosenLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  return languageFor(stored ? [stored] : navigator.languages);
}

/** Changes the language at once and for the next start. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await words.changeLanguage(language);
  document.documentElement.lang = language;
}
