/**
 * What the program may weigh on a phone, told from the built files: `node test/budgets.ts` after a
 * build. Prints a table and ends with 1 where a budget is passed; then bytes are to be cut, not
 * budgets raised.
 *
 * The first screen is what index.html names with all it imports. What follows it, once it stands, is shared by
 * all rooms: the work on notices with the sync, and every style that is not the first screen's. Each
 * room is counted beyond these. A language is a download of its own for whoever chooses it, but for the
 * first one, which is kept with the program.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chosenLanguageIn } from '../src/app/word-files.ts';

const KIB = 1024;
const BUDGETS = {
  firstScript: 150 * KIB,
  firstStyle: 12 * KIB,
  following: 100 * KIB,
  language: 40 * KIB,
  room: 40 * KIB,
  precache: 400 * KIB,
  requests: 25,
} as const;

/** One file of Vite's manifest (https://vite.dev/guide/backend-integration). */
interface BuiltFile {
  readonly file: string;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const app = join(import.meta.dirname, '../dist/app');
const manifest = JSON.parse(readFileSync(join(app, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, BuiltFile>
>;

/** The files that are there once one of these is: all that they import, with their styles. */
function filesWith(keys: readonly string[]): Set<string> {
  const seen = new Set(keys);
  const files = new Set<string>();
  // a set that grows while it is gone through
  for (const key of seen) {
    const built = manifest[key];
    if (!built) throw new Error(`not in the manifest: ${key}`);
    for (const file of [built.file, ...(built.css ?? [])]) files.add(file);
    for (const next of built.imports ?? []) seen.add(next);
  }
  return files;
}

function keysOf(wanted: (built: BuiltFile, key: string) => boolean): readonly string[] {
  return Object.entries(manifest)
    .filter(([key, built]) => wanted(built, key))
    .map(([key]) => key);
}

function bytesOf(files: Iterable<string>, ending: string, pack: (bytes: Buffer) => Buffer): number {
  let sum = 0;
  for (const file of files) {
    if (file.endsWith(ending)) sum += pack(readFileSync(join(app, file))).length;
  }
  return sum;
}

const gzipped = (files: Iterable<string>, ending: string) =>
  bytesOf(files, ending, (bytes) => gzipSync(bytes, { level: 9 }));

/** What the service worker fetches before it is ready, read from the worker itself. */
function precached(): readonly string[] {
  const worker = readFileSync(join(app, 'service-worker.js'), 'utf8');
  const listed = worker.matchAll(/\{[^{}]*"?\burl"?:\s*["'`]([^"'`:]+)["'`][^{}]*\}/g);
  return [...new Set([...listed].map(([, url = '']) => url))];
}

interface Line {
  readonly what: string;
  readonly is: number;
  readonly may: number;
  readonly unit: 'KiB' | 'requests';
}

const lines: Line[] = [];
const weigh = (what: string, is: number, may: number) =>
  lines.push({ what, is: is / KIB, may: may / KIB, unit: 'KiB' });

const page = readFileSync(join(app, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
  ([, file = '']) => file,
);
if (named.length === 0) throw new Error('index.html names no program');
const first = filesWith(keysOf(({ file }) => named.includes(file))).union(new Set(named));
weigh('first screen, JavaScript, gzip', gzipped(first, '.js'), BUDGETS.firstScript);
weigh('first screen, CSS, gzip', gzipped(first, '.css'), BUDGETS.firstStyle);

const following = filesWith(keysOf((_built, key) => key === 'src/app/after-first-screen.ts'));
const there = new Set([...first, ...following]);
weigh(
  'what follows it, JavaScript, gzip',
  gzipped(following.difference(first), '.js'),
  BUDGETS.following,
);

for (const key of keysOf((built) => built.isDynamicEntry === true)) {
  const beyond = filesWith([key]).difference(there);
  if (beyond.size > 0) weigh(`${key}, gzip`, gzipped(beyond, '.js'), BUDGETS.room);
}

const kept = precached();
const isWords = (file: string) => /\/words-.*\.json$/.test(file);
const always = kept.filter((file) => !chosenLanguageIn(file));
if (always.length < 10 || !always.some(isWords)) {
  throw new Error('the list of the service worker was not found');
}
for (const file of kept.filter(isWords)) {
  const name = chosenLanguageIn(file) ?? 'of the first language';
  weigh(`words ${name}, gzip`, gzipped([file], '.json'), BUDGETS.language);
}
weigh(
  'kept for days without signal, brotli',
  bytesOf(always, '', (bytes) => brotliCompressSync(bytes)),
  BUDGETS.precache,
);
lines.push({
  what: 'kept for days without signal',
  is: always.length,
  may: BUDGETS.requests,
  unit: 'requests',
});

const width = Math.max(...lines.map(({ what }) => what.length));
for (const { what, is, may, unit } of lines) {
  const number = unit === 'KiB' ? is.toFixed(1) : String(is);
  const mark = is > may ? '  PASSED' : '';
  console.log(`${what.padEnd(width)}  ${number.padStart(6)} of ${may} ${unit}${mark}`);
}
const passed = lines.filter(({ is, may }) => is > may);
if (passed.length > 0) {
  console.error(
    `\n${passed.length} over budget: cut bytes; what is in a file, \`vite build\` tells`,
  );
  process.exitCode = 1;
}
