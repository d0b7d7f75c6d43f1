/**
 * The language in which days and times are written. English of no country writes them as the sheets
 * do: 4 November 2026.
 */
export function dateLanguage(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
