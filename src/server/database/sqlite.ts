import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** The file that holds everything, inside the data directory. */
export const DATABASE_FILE = 'noticeboard.sqlite';
const LOCK_FILE = 'server.lock';
const SQLITE_BUSY = 5;

/** Another server already works on this data directory. */
export class DataDirectoryInUse extends Error {
  readonly directory: string;
  constructor(directory: string) {
    super(`another server works on ${directory}`);
    this.directory = directory;
  }
}

/**
 * The embedded database. WAL with `synchronous=FULL`: every commit is fsynced before it is
 * acknowledged. Kysely gives its one connection to one transaction at a time.
 *
 * @throws DataDirectoryInUse when another process holds it; Error when the directory is unwritable.
 */
export function openSqlite(directory: string): Store {
  const release = lockDirectory(directory);
  const database = new DatabaseSync(join(directory, DATABASE_FILE));
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'busy_timeout = 5000',
    'foreign_keys = ON',
    'trusted_schema = OFF',
  ]) {
    database.exec(`PRAGMA ${pragma}`);
  }
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: adapt(database) }) });
  return {
    engine: 'sqlite',
    db,
    close: async () => {
      await db.destroy();
      if (database.isOpen) database.close();
      release();
    },
  };
}

/** The embedded database beside a server that may be running; throws where there is none. */
export function openSqliteToRead(directory: string): Store {
  const database = new DatabaseSync(join(directory, DATABASE_FILE), { readOnly: true });
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: adapt(database) }) });
  return { engine: 'sqlite', db, close: () => db.destroy() };
}

/** One level after another: mkdir's own `recursive` never ends where a file system refuses with ENOENT. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectory(dirname(directory));
  mkdirSync(directory);
}

/**
 * Holds the directory for this process. The lock is SQLite's own on a file beside the data, so it
 * ends with the process however that ends, and readers of the data (verify, backup) are not shut out.
 */
export function lockDirectory(directory: string): () => void {
  makeDirectory(directory);
  const lock = new DatabaseSync(join(directory, LOCK_FILE));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new DataDirectoryInUse(directory);
    throw error;
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/** SQLite can undo changes of its tables, so that a migration happens wholly or not at all. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter();
  }
}

/** How many prepared statements are kept; the program has fewer different ones. */
const STATEMENTS_KEPT = 200;

/** What Kysely asks of a driver, over node:sqlite. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      const statement = known?.statement ?? database.prepare(sql);
      const reader = known?.reader ?? statement.columns().length > 0;
      if (!known) {
        if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
        prepared.set(sql, { statement, reader });
      }
      return {
        reader,
        all: (parameters) => statement.all(...bindable(parameters)),
        run: (parameters) => statement.run(...bindable(parameters)),
        iterate: (parameters) => statement.iterate(...bindable(parameters)),
      };
    },
  };
}

/** The tables hold texts, whole numbers and nulls; Kysely's type for parameters says only unknown. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`a ${typeof value} cannot be stored`);
  });
}
