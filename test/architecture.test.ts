import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The rooms of the house, from the roof to the ground. A room imports from lines below its own,
 * never from one above it or beside it.
 */
const LINES: readonly (readonly string[])[] = [
  ['app', 'server'],
  ['device', 'public-pages'],
  ['poster', 'protocol', 'spreadsheet'],
  ['notice'],
  ['privacy'],
  ['calendar'],
  ['catalogue'],
  ['places'],
  ['locales'],
];
/** These know no screen, network, database, clock or randomness: all of it comes in as arguments. */
const PURE = ['notice', 'privacy', 'calendar', 'catalogue', 'places', 'protocol', 'locales'];

const source = join(import.meta.dirname, '..', 'src');
const files = filesBelow(source).filter((file) => /\.(ts|tsx)$/.test(file));

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function roomOf(path: string): string {
  return relative(source, path).split('/')[0] ?? '';
}

function importsOf(file: string, kind: 'all' | 'values' = 'all'): string[] {
  const whole = readFileSync(file, 'utf8');
  // types are gone when the program runs: two files may name each other's
  const text = kind === 'all' ? whole : whole.replace(/import type [^;]+;/g, '');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path = '']) => join(dirname(file), path));
}

function lineOf(room: string): number {
  return LINES.findIndex((line) => line.includes(room));
}

/** Scripts that are run by hand and make data; they are no part of the program. */
function isMaker(file: string): boolean {
  return /\/make-[^/]+\.ts$/.test(file);
}

describe('房子的结构', () => {
  test('每个房间都在图纸上', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => lineOf(room) < 0)).toEqual([]);
  });

  test('只从下面的房间取东西，不从上面和旁边取', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== roomOf(file))
        .filter((target) => lineOf(roomOf(target)) <= lineOf(roomOf(file)))
        .map((target) => `${relative(source, file)} → ${relative(source, target)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('文件之间不绕圈', () => {
    const targets = new Map(files.map((file) => [file, importsOf(file, 'values')]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        const cycle = [...path.slice(path.indexOf(file)), file];
        cycles.push(cycle.map((one) => relative(source, one)).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  test('领域里的房间不看钟、不掷骰子、不碰屏幕和网络', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bdocument\.(?:get|query|create|body)|\bwindow\.(?:add|location|open|set)|\bfetch\(|\bindexedDB\b|from 'node:/;
    const wrong = files
      .filter((file) => PURE.includes(roomOf(file)) && !isMaker(file))
      .filter((file) => forbidden.test(withoutComments(readFileSync(file, 'utf8'))))
      .map((file) => relative(source, file));
    expect(wrong).toEqual([]);
  });

  test('每个房间的入口先说它保证什么', () => {
    const entries = LINES.flat()
      .map((room) => join(source, room, 'index.ts'))
      .filter((path) => files.includes(path));
    expect(entries.length).toBeGreaterThan(8);
    for (const entry of entries) {
      expect(readFileSync(entry, 'utf8').slice(0, 300), entry).toMatch(/^\/\*/);
    }
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
