import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const app = join(import.meta.dirname, '..', '..', 'src', 'app');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Lines of a source without what only its readers see. */
function linesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.replace(/[^\n]/g, ''),
  );
  return text.split('\n').map((line) => line.replace(/(^|\s)\/\/.*$/, ''));
}

/** Read by the phone before any language is chosen; and the title of a paper that is Chinese itself. */
const SAID_IN_CHINESE = ['manifest.ts', 'hooks/use-year-draft.ts'];

const sources = filesBelow(app)
  .filter((file) => /\.tsx?$/.test(file))
  .filter((file) => !SAID_IN_CHINESE.includes(relative(app, file)))
  // never shipped: its makers read it
  .filter((file) => !relative(app, file).startsWith('gallery/'));
const linesThat = (is: (line: string) => boolean, files = sources) =>
  files.flatMap((file) =>
    linesOf(file).flatMap((line, index) =>
      is(line) ? [`${relative(app, file)}:${index + 1} ${line.trim()}`] : [],
    ),
  );

test('界面上的每句话都在词表里：程序里没有写死的中文', () => {
  expect(linesThat((line) => /\p{Script=Han}/u.test(line))).toEqual([]);
});

test('也没有写死的英文：标签之间、提示和读屏的名称里没有词', () => {
  const components = sources.filter((file) => file.endsWith('.tsx'));
  const bare = /(?<!=)>\s*[A-Za-z][A-Za-z ,.'’!?]+\s*</;
  const named = /\b(?:aria-label|alt|title|placeholder)="(?!https:)[^"]*[A-Za-z]{2}/;
  expect(linesThat((line) => bare.test(line) || named.test(line), components)).toEqual([]);
});
