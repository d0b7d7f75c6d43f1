import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE, lockDirectory } from './sqlite.ts';

/**
 * Copies the embedded database into a file, whole and of one moment, beside a running server, and
 * looks the copy over. Throws where there is none, or where the copy is not whole.
 */
export async function copySqlite(directory: string, file: string): Promise<void> {
  const source = new DatabaseSync(join(directory, DATABASE_FILE), { readOnly: true });
  try {
    await backup(source, file);
  } finally {
    source.close();
  }
  expectWhole(file);
}

/**
 * Puts a copy in the place of the embedded database and keeps what was there; gives the name it is
 * kept under, undefined where there was nothing.
 *
 * @throws DataDirectoryInUse while a server works on it; Error where the file is no such copy.
 */
export function replaceSqlite(directory: string, file: string, now: Date): string | undefined {
  expectWhole(file);
  const release = lockDirectory(directory);
  try {
    const target = join(directory, DATABASE_FILE);
    const incoming = `${target}.incoming`;
    copyFileSync(file, incoming);
    sayThatSetBack(incoming, now);
    const kept = existsSync(target)
      ? freeName(`${target}.${now.toISOString().replace(/\W/g, '')}`)
      : undefined;
    if (kept) {
      // what the log still holds goes with it
      foldLog(target);
      // not moved: at no moment is there no database, in whose place a start would make a new one
      nameAlso(target, kept);
    }
    rmSync(`${target}-wal`, { force: true });
    rmSync(`${target}-shm`, { force: true });
    renameSync(incoming, target);
    return kept;
  } finally {
    release();
  }
}

/** Whatever the clock says, nothing kept before is written over. */
function freeName(name: string): string {
  let free = name;
  for (let count = 2; existsSync(free); count += 1) free = `${name}-${count}`;
  return free;
}

/** A second name for the very file, which takes no room; a copy where a file system has no such names. */
function nameAlso(file: string, other: string): void {
  try {
    linkSync(file, other);
  } catch {
    copyFileSync(file, other, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

function expectWhole(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('PRAGMA integrity_check').all();
    if (rows.length !== 1 || rows[0]?.['integrity_check'] !== 'ok') {
      throw new Error(JSON.stringify(rows.slice(0, 3)));
    }
    database.prepare('SELECT count(*) FROM place').get();
  } finally {
    database.close();
  }
}

/** So that an administrator is told what phones cannot bring back; see `operation/set-back.ts`. */
function sayThatSetBack(file: string, now: Date): void {
  const database = new DatabaseSync(file);
  try {
    const hasRoom = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'installation'")
      .get();
    // a backup of the first releases
    if (!hasRoom) return;
    let since: string | null = null;
    const heads = database.prepare(
      'SELECT entry FROM ledger JOIN place ON place.code = ledger.place AND place.ledger_number = ledger.number',
    );
    for (const { entry } of heads.iterate()) {
      const { recordedAt } = JSON.parse(String(entry)) as { recordedAt: string }; // ours
      if (since === null || recordedAt > since) since = recordedAt;
    }
    const value = JSON.stringify({ noticedAt: now.toISOString(), since, isSettled: false });
    database
      .prepare("INSERT OR REPLACE INTO installation (name, value) VALUES ('set-back', ?)")
      .run(value);
  } finally {
    database.close();
  }
}

function foldLog(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
