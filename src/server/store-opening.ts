import { type Configuration, withoutPassword } from './configuration.ts';
import {
  DataDirectoryInUse,
  migrate,
  openPostgres,
  openSqlite,
  type Store,
} from './database/index.ts';
import type { StartFault } from './faults.ts';

/** A fault that a person can mend, thrown by `start`. */
export class CannotStart extends Error {
  readonly fault: StartFault;
  constructor(fault: StartFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Opens the database the configuration names, at today's schema. Throws CannotStart. */
export async function openStore(configuration: Configuration): Promise<Store> {
  const { databaseUrl, dataDirectory } = configuration;
  const store = databaseUrl ? await reach(databaseUrl) : openDirectory(dataDirectory);
  try {
    await migrate(store.db);
  } catch (error) {
    await store.close();
    throw new CannotStart({
      code: 'database-broken',
      value: databaseUrl ? withoutPassword(databaseUrl) : dataDirectory,
      detail: messageOf(error),
    });
  }
  return store;
}

async function reach(url: string): Promise<Store> {
  try {
    return await openPostgres(url);
  } catch (error) {
    const value = withoutPassword(url);
    throw new CannotStart({ code: 'database-unreachable', value, detail: messageOf(error) });
  }
}

function openDirectory(directory: string): Store {
  try {
    return openSqlite(directory);
  } catch (error) {
    if (error instanceof DataDirectoryInUse) {
      throw new CannotStart({ code: 'directory-in-use', value: directory });
    }
    const detail = messageOf(error);
    const code = /not a database|malformed/.test(detail)
      ? 'database-broken'
      : 'directory-unwritable';
    throw new CannotStart({ code, value: directory, detail });
  }
}

/** What an error says of itself, and of those within it. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
