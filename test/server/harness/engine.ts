import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  migrate,
  openPostgres,
  openSqlite,
  type Store,
} from '../../../src/server/database/index.ts';
import type { Cluster } from './postgres-cluster.ts';

/** A database that a test has for itself. */
export interface TestDatabase {
  /** Opens it; one after another, as restarts do. */
  readonly open: () => Promise<Store>;
  /** What a server's environment says to work on it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dispose: () => void;
}

/** An engine that the conformance suites run on. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly create: () => Promise<TestDatabase>;
}

export const sqliteEngine: Engine = {
  name: 'sqlite',
  create: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'noticeboard-sqlite-'));
    return {
      open: () => opened(openSqlite(directory)),
      environment: { DATA_DIR: directory },
      dispose: () => rmSync(directory, { recursive: true, force: true }),
    };
  },
};

export function postgresEngine(cluster: () => Cluster): Engine {
  return {
    name: 'postgres',
    create: async () => {
      const url = await cluster().createDatabase();
      return {
        open: async () => opened(await openPostgres(url)),
        environment: { DATABASE_URL: url },
        dispose: () => undefined,
      };
    },
  };
}

async function opened(store: Store): Promise<Store> {
  await migrate(store.db);
  return store;
}
