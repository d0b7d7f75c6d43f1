import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type WordTree, wordsFrom } from '../../locales/words.ts';
import { WORD_FILE } from '../word-files.ts';
import { keysIn, staticallyImported } from './first-screen.ts';

const ID = 'virtual:words';
const FIRST = /^virtual:words\/first\/(.+)$/;
/** In index.html: a language and the key of a text. */
const BLANK = /\{\{([\w-]+) ([\w.]+)\}\}/g;
/** What the app never says: villagers' pages and the server's own words. */
const ELSEWHERE = ['public', 'server'];

/**
 * Gives the app its words in parts: those that the files of the first screen speak of come with
 * them; the rest of a language, and what it says for the words of templates, is a file of its own
 * beside the program. Told from the sources, so that a word moves by itself when a component does.
 */
export function splitWords({ root, entry }: { root: string; entry: string }): Plugin {
  const locales = join(root, 'src/locales');
  const languages = readdirSync(locales)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  const treeOf = (language: string): WordTree => {
    const whole = JSON.parse(readFileSync(join(locales, `${language}.json`), 'utf8')) as WordTree;
    return Object.fromEntries(Object.entries(whole).filter(([name]) => !ELSEWHERE.includes(name)));
  };
  const firstKeys = (): string[] => {
    const files = [...staticallyImported(join(root, entry))];
    const sections = Object.keys(treeOf('zh-CN'));
    return files.flatMap((file) => keysIn(readFileSync(file, 'utf8'), sections));
  };
  const fileOf = (language: string): string => {
    const of = join(locales, 'templates', `${language}.json`);
    return JSON.stringify({
      words: splitTree(treeOf(language), firstKeys()).rest,
      templates: existsSync(of) ? JSON.parse(readFileSync(of, 'utf8')) : {},
    });
  };
  let isBuilt = false;
  return {
    name: 'split-words',
    configResolved: ({ command }) => {
      isBuilt = command === 'build';
    },
    // what the page says before the program runs
    transformIndexHtml: (page) =>
      page.replace(BLANK, (_blank, language, key) => {
        const words = wordsFrom(language, [treeOf(language)]);
        if (!words.exists(key)) throw new Error(`${language}.json lacks ${key}`);
        return words.t(key);
      }),
    resolveId: (id) => (id === ID || FIRST.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${ID}`) {
        const address = (language: string): string => {
          const source = fileOf(language);
          // a program under development has no files beside it
          if (!isBuilt)
            return JSON.stringify(`data:application/json,${encodeURIComponent(source)}`);
          const name = `${WORD_FILE}${language}.json`;
          return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
        };
        return index(languages, treeOf, address);
      }
      const [, language] = FIRST.exec(id.slice(1)) ?? [];
      if (language === undefined) return undefined;
      this.addWatchFile(join(locales, `${language}.json`));
      // a phone reads JSON faster than a program
      const json = JSON.stringify(splitTree(treeOf(language), firstKeys()).first);
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
  };
}

function index(
  languages: readonly string[],
  treeOf: (language: string) => WordTree,
  addressOf: (language: string) => string,
): string {
  const names = Object.fromEntries(languages.map((one) => [one, treeOf(one)['language']]));
  const listed = (written: (language: string, place: number) => string) =>
    languages.map(written).join(', ');
  return `
    ${languages.map((one, place) => `import first${place} from 'virtual:words/first/${one}';`).join('\n')}
    export const languageNames = ${JSON.stringify(names)};
    export const firstWords = { ${listed((one, place) => `'${one}': first${place}`)} };
    export const wordFiles = { ${listed((one) => `'${one}': ${addressOf(one)}`)} };
  `;
}

/** A tree in two: the texts whose keys are named or begin as named, plural forms included. */
export function splitTree(
  tree: WordTree,
  keys: readonly string[],
): { readonly first: WordTree; readonly rest: WordTree } {
  const whole = new Set(keys.filter((key) => !key.endsWith('.')));
  const beginnings = keys.filter((key) => key.endsWith('.'));
  const isFirst = (path: string): boolean =>
    whole.has(path) ||
    whole.has(path.replace(/_(zero|one|two|few|many|other)$/, '')) ||
    beginnings.some((one) => path.startsWith(one));
  const pick = (part: WordTree, path: string, wanted: boolean): WordTree =>
    Object.fromEntries(
      Object.entries(part).flatMap(([name, value]): [string, string | WordTree][] => {
        const here = `${path}${name}`;
        if (typeof value === 'string') return isFirst(here) === wanted ? [[name, value]] : [];
        const below = pick(value, `${here}.`, wanted);
        return Object.keys(below).length > 0 ? [[name, below]] : [];
      }),
    );
  return { first: pick(tree, '', true), rest: pick(tree, '', false) };
}
