import type { WordTree } from './words.ts';

/**
 * Every language's words, by its code: one file of JSON each beside this one. What is built takes
 * them in; a program that runs from its sources reads them when it starts.
 */
export const FILES: Readonly<Record<string, WordTree>> = import.meta.env
  ? byCode(import.meta.glob<WordTree>('./*.json', { eager: true, import: 'default' }))
  : byCode(filesOnDisk(import.meta.dirname));

function byCode(files: Readonly<Record<string, WordTree>>): Record<string, WordTree> {
  return Object.fromEntries(
    Object.entries(files).map(([name, tree]) => [name.replace(/^\.\/|\.json$/g, ''), tree]),
  );
}

function filesOnDisk(folder: string): Record<string, WordTree> {
  // no import: a phone, which never comes here, has no such module
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))]),
  );
}
