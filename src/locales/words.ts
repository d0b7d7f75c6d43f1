import type { Language } from './languages.ts';
import type zhCN from './zh-CN.json';

/** The words of one language, or a part of them: texts by name, in sections. */
export interface WordTree {
  readonly [name: string]: string | WordTree;
}

/** What the blanks of a text are filled with; `count` also chooses among its plural forms. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type PathsIn<Tree, Path extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Path}${Name extends `${infer Base}_${PluralForm}` ? Base : Name}`
    : PathsIn<Tree[Name], `${Path}${Name}.`>;
}[keyof Tree & string];

/** The path of a text, such as `app.home.title`; one that no language has does not compile. */
export type WordKey = PathsIn<typeof zhCN>;

/** Says a text with its blanks filled. */
export type Say = (key: WordKey, facts?: Facts) => string;

export interface Words {
  readonly language: Language;
  readonly t: Say;
  /** Whether there is a text for a code that only exists when the program runs. */
  readonly exists: (key: string) => key is WordKey;
}

const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * A language's words out of one or more trees, of which the first that knows a text gives it. Trees
 * may be added to the list later. A text that none of them has is said by its key.
 */
export function wordsFrom(language: Language, trees: readonly WordTree[]): Words {
  const find = (key: string): string | undefined => {
    for (const tree of trees) {
      const text = textAt(tree, key);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  // made when first needed: it costs as much as a page
  let plurals: Intl.PluralRules | undefined;
  const plural = (key: string, count: number): string | undefined => {
    plurals ??= new Intl.PluralRules(language);
    return find(`${key}_${plurals.select(count)}`) ?? find(`${key}_other`);
  };
  return {
    language,
    t: (key, facts) => {
      const count = facts?.['count'];
      const text = (typeof count === 'number' ? plural(key, count) : undefined) ?? find(key);
      if (text === undefined) return key;
      return facts
        ? text.replace(BLANK, (_blank, name: string) => String(facts[name] ?? ''))
        : text;
    },
    exists: (key): key is WordKey => find(key) !== undefined,
  };
}

function textAt(tree: WordTree, key: string): string | undefined {
  let here: string | WordTree | undefined = tree;
  for (const name of key.split('.')) {
    if (here === undefined || typeof here === 'string') return undefined;
    here = Object.hasOwn(here, name) ? here[name] : undefined;
  }
  return typeof here === 'string' ? here : undefined;
}
