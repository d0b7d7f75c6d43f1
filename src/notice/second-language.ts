/**
 * The languages in which a notice may say everything a second time, written by people and by nobody
 * else. Scripts that are written from top to bottom only (traditional Mongolian) are not among them:
 * a sheet of lines has no honest place for them.
 */
export const SECOND_LANGUAGES = [
  { tag: 'ug', name: '维吾尔文', script: 'arabic', direction: 'rtl' },
  { tag: 'kk-Arab', name: '哈萨克文', script: 'arabic', direction: 'rtl' },
  { tag: 'bo', name: '藏文', script: 'tibetan', direction: 'ltr' },
  { tag: 'ko', name: '朝鲜文', script: 'hangul', direction: 'ltr' },
  { tag: 'ii', name: '彝文', script: 'yi', direction: 'ltr' },
  { tag: 'za', name: '壮文', script: 'latin', direction: 'ltr' },
] as const;

/** One of them: its BCP 47 tag, its Chinese name, its script and the way its lines run. */
export type SecondLanguage = (typeof SECOND_LANGUAGES)[number];

/** The language of a tag; undefined for any other text. */
export function secondLanguageOf(tag: string): SecondLanguage | undefined {
  return SECOND_LANGUAGES.find((one) => one.tag === tag);
}
