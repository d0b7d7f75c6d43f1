/**
 * The languages that the app, the server and the villagers' pages speak. Another one is a file beside
 * this: `en.json` copied, translated and named by its code (`ug.json`), its own name in `language`
 * and the direction of its letters in `app.direction`; then its code stands here and its file in
 * `index.ts`. The tests of the words say what is missing in it, and all pages offer it by themselves.
 */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of ours that suits best a list of preferences such as `navigator.languages`. */
export function languageFor(preferences: readonly string[]): Language {
  const base = (language: string) => language.toLowerCase().split('-')[0];
  for (const preference of preferences) {
    const found = LANGUAGES.find((language) => base(language) === base(preference));
    if (found) return found;
  }
  return 'zh-CN';
}
