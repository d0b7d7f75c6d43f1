/**
 * The words for people, Chinese first, English complete. One file a language; a key that one of
 * them lacks fails a test. Rooms above take their words from here and hold none of their own.
 */
import { createInstance, type i18n } from 'i18next';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Words = typeof zhCN;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: Words };
    returnNull: false;
  }
}

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-CN': zhCN.language,
  en: en.language,
};

/** An i18next instance that is ready at once: all words are part of the program. */
export function createWords(language: Language): i18n {
  const instance = createInstance();
  instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'words',
    resources: { 'zh-CN': { words: zhCN }, en: { words: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** The language of ours that suits best a list of preferences such as `navigator.languages`. */
export function languageFor(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    if (/^zh/i.test(preference)) return 'zh-CN';
    if (/^en/i.test(preference)) return 'en';
  }
  return 'zh-CN';
}
