import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The files in which Chromium keeps IndexedDB: a LevelDB for each origin, of which a journal takes in
 * what is written. Its form: github.com/google/leveldb, doc/log_format.md.
 */

const BLOCK = 32_768;
const HEAD = 7;

export function storeDirectory(profile: string): string {
  return join(profile, 'Default', 'IndexedDB');
}

/** The files of all of a profile's databases whose names match. */
export function storeFiles(profile: string, name: RegExp): readonly string[] {
  const directory = storeDirectory(profile);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path.split('/').at(-1) ?? ''))
    .map((path) => join(directory, path));
}

/** The journals of a profile's databases, and whether each ends with a whole record. */
export function journalsOf(profile: string): readonly { path: string; end: 'whole' | 'torn' }[] {
  return storeFiles(profile, /^\d+\.log$/).map((path) => ({
    path,
    end: endOf(readFileSync(path)),
  }));
}

/** Leaves the last record's head and half its body, as a process does that ends between the two. */
export function tearJournal(profile: string): void {
  const path = storeFiles(profile, /^\d+\.log$/)
    .toSorted()
    .at(-1);
  if (!path) throw new Error('there is no journal to tear');
  const last = lastRecord(readFileSync(path));
  truncateSync(path, statSync(path).size - Math.ceil(last / 2));
}

function endOf(journal: Buffer): 'whole' | 'torn' {
  let at = 0;
  while (at < journal.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEAD) at += left;
    else if (at + HEAD > journal.length) return 'torn';
    else at += HEAD + journal.readUInt16LE(at + 4);
  }
  return at === journal.length ? 'whole' : 'torn';
}

/** How long the body of the last record is, in bytes. */
function lastRecord(journal: Buffer): number {
  let at = 0;
  let length = 0;
  while (at + HEAD <= journal.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEAD) {
      at += left;
      continue;
    }
    length = journal.readUInt16LE(at + 4);
    at += HEAD + length;
  }
  return length;
}
