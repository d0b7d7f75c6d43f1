/** What `splitWords` makes of the languages' files. */
declare module 'virtual:words' {
  type Language = import('../../locales/index.ts').Language;
  type WordTree = import('../../locales/index.ts').WordTree;

  /** Each language's words of the first screen. */
  export const firstWords: Readonly<Record<Language, WordTree>>;
  /** What each language calls itself. */
  export const languageNames: Readonly<Record<Language, string>>;
  /** The address of each language's other words; see `word-files.ts` for what is in it. */
  export const wordFiles: Readonly<Record<Language, string>>;
}
