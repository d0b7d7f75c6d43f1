/** A language by its code, which is the name of its file: `zh-CN`, `en`. */
export type Language = string;

/** The language that all others are translated from, and that stands in where none suits. */
export const FIRST_LANGUAGE = 'zh-CN';

/** Codes of languages in the order in which they are offered and said: the first one leads. */
export function inOrder(codes: readonly string[]): readonly Language[] {
  return [FIRST_LANGUAGE, ...codes.filter((code) => code !== FIRST_LANGUAGE).toSorted()];
}

/** Of these languages the one that suits best a list of preferences such as `navigator.languages`. */
export function bestOf(languages: readonly Language[], preferences: readonly string[]): Language {
  const base = (language: string) => language.toLowerCase().split('-')[0];
  for (const preference of preferences) {
    const found = languages.find((language) => base(language) === base(preference));
    if (found) return found;
  }
  return FIRST_LANGUAGE;
}
