export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of ours that suits best a list of preferences such as `navigator.languages`. */
export function languageFor(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    if (/^zh/i.test(preference)) return 'zh-CN';
    if (/^en/i.test(preference)) return 'en';
  }
  return 'zh-CN';
}
