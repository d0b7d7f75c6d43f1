import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import type { DeviceDatabase, KeptName } from './database.ts';

/**
 * The app's first page as it was last drawn, so that a start shows it before the program runs. It is
 * kept among what it was told from, and every change of that takes it away in the same transaction,
 * whoever makes it: it is there only as long as it is true.
 */
export interface FirstPicture {
  /** The program that drew it, by the address of its first file. */
  readonly program: string;
  /** The day that its words speak of, YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string;
  /** What the browser asks for, since the page's language may follow from it. */
  readonly languages: string;
  /** How the page was set: its language, the direction and the size of its letters. */
  readonly lang: string;
  readonly dir: string;
  readonly size: string;
  readonly html: string;
}

const NAME = 'firstPicture';

/** The tables that the first page is told from. */
export const PICTURED = [
  'kept',
  'summaries',
  'outbox',
  'printed',
  'objections',
  'objectionOutbox',
  'exemptions',
  'exemptionOutbox',
];

/** And of the single values these. */
const SHOWN: readonly string[] = [
  'session',
  'village',
  'sync',
  'reference',
  'catalogue',
] satisfies KeptName[];

/** Takes the picture away with whatever changes what it shows. */
export function forgettingPicture(): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'forgetting-picture',
    create: (core) => withForgetting(core, new WeakSet()),
  };
}

function withForgetting(core: DBCore, forgotten: WeakSet<DBCoreTransaction>): DBCore {
  return {
    ...core,
    // the picture is within reach of everything that can make it untrue
    transaction: (tables, mode, options) => {
      const reaches =
        mode === 'readonly' ||
        tables.includes('kept') ||
        !tables.some((name) => PICTURED.includes(name));
      return core.transaction(reaches ? tables : [...tables, 'kept'], mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      return PICTURED.includes(name) ? forgettingBy(table, forgotten) : table;
    },
  };
}

function forgettingBy(table: DBCoreTable, forgotten: WeakSet<DBCoreTransaction>): DBCoreTable {
  const mutate = (request: DBCoreMutateRequest) => {
    const { trans } = request;
    // once for a transaction: within it nobody takes a new one
    if (!isEmpty(request) && !forgotten.has(trans)) {
      keptOf(trans).delete(NAME);
      forgotten.add(trans);
    }
    return table.mutate(request);
  };
  if (table.name !== 'kept') return { ...table, mutate };
  return {
    ...table,
    mutate: (request) => {
      const key = shownKeyOf(request);
      if (key === undefined) return table.mutate(request);
      // what is written again as it was, as after each attempt to sync, changes nothing
      const [value] = request.type === 'put' ? request.values : [];
      return table
        .get({ trans: request.trans, key })
        .then((held) =>
          JSON.stringify(held) === JSON.stringify(value) ? table.mutate(request) : mutate(request),
        );
    },
  };
}

/** Whether a write has found nothing to write. */
function isEmpty(request: DBCoreMutateRequest): boolean {
  switch (request.type) {
    case 'delete':
      return request.keys.length === 0;
    case 'deleteRange':
      return false;
    case 'add':
    case 'put':
      return request.values.length === 0;
  }
}

/** The first single value that a write touches and the page shows; undefined where there is none. */
function shownKeyOf(request: DBCoreMutateRequest): string | undefined {
  switch (request.type) {
    case 'delete':
      return request.keys.find((name) => SHOWN.includes(name));
    case 'deleteRange':
      return SHOWN[0];
    case 'add':
    case 'put':
      return request.values.find(({ name }) => SHOWN.includes(name))?.name;
  }
}

/** Dexie's own type of a transaction says only how to end it; it is the browser's. */
function keptOf(transaction: DBCoreTransaction): IDBObjectStore {
  return (transaction as IDBTransaction).objectStore('kept');
}

/** Keeps a picture where `isTrue` says so while nothing can be written. */
export async function keepFirstPicture(
  database: DeviceDatabase,
  picture: FirstPicture,
  isTrue: () => Promise<boolean>,
): Promise<void> {
  await database.transaction('rw', PICTURED, async (transaction) => {
    // not by the table: no reader of the database is to wake up for it
    if (await isTrue())
      transaction.idbtrans.objectStore('kept').put({ name: NAME, value: picture });
  });
}

export async function forgetFirstPicture(database: DeviceDatabase): Promise<void> {
  await database.transaction('rw', 'kept', (transaction) => {
    transaction.idbtrans.objectStore('kept').delete(NAME);
  });
}

/**
 * Reads the picture without the database's library, from whatever version stands there; undefined
 * where there is none, or no database. Rejects where the browser lets nobody read.
 */
export async function readFirstPicture(
  name = 'village-noticeboard',
): Promise<FirstPicture | undefined> {
  const database = await openedAsItIs(name);
  if (!database) return undefined;
  // a page that brings a newer schema is not kept waiting
  database.onversionchange = () => database.close();
  try {
    return await new Promise((resolve, reject) => {
      const reading = database.transaction('kept').objectStore('kept').get(NAME);
      reading.onsuccess = () => resolve(reading.result?.value);
      reading.onerror = () => reject(reading.error);
    });
  } finally {
    database.close();
  }
}

function openedAsItIs(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    // there was none, and there is to be none
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => resolve(undefined);
  });
}
