import * as v from 'valibot';
import {
  type ContentChange,
  ContentChangeSchema,
  readNoticeCode,
  readVillageCode,
} from '../notice/index.ts';
import type { DeviceDatabase, NoticeKey } from './database.ts';

/**
 * What somebody types without a pause is kept ahead of its save, as the change alone: a save of a
 * list of households takes a cheap phone as long as a key, and would stand in the next key's way.
 * The save that follows at the next pause takes it over; where the browser died before, whoever
 * opens the app next does. Each draft that is open keeps its own.
 */

/** Names rows of `kept` that no `KeptName` can be. */
const PREFIX = 'typed/';

const Schema = v.strictObject({ change: ContentChangeSchema });

/** The name under which one open draft keeps what is typed ahead; `id` tells it from all others. */
export function aheadName([village, code]: NoticeKey, id: string): string {
  return `${PREFIX}${village}/${code}/${id}`;
}

/** The names under which something is kept. */
export function aheadNames(database: DeviceDatabase): Promise<string[]> {
  return rows(database).where('name').startsWith(PREFIX).primaryKeys();
}

/** Undefined where nothing is kept under the name that a draft could be given. */
export async function readAhead(
  database: DeviceDatabase,
  name: string,
): Promise<{ readonly key: NoticeKey; readonly change: ContentChange } | undefined> {
  const [village, code] = name.slice(PREFIX.length).split('/');
  const key = [readVillageCode(village ?? ''), readNoticeCode(code ?? '')] as const;
  const kept = v.safeParse(Schema, (await rows(database).get(name))?.value);
  if (!kept.success || !key[0] || !key[1]) return undefined;
  return { key: [key[0], key[1]], change: kept.output.change };
}

function rows(database: DeviceDatabase) {
  return database.table<{ name: string; value: unknown }, string>('kept');
}

/**
 * Keeps a change ahead in place of the one before; durable when the promise resolves. It is written
 * past Dexie: nobody watches it, and Dexie's own work for it would be most of the cost.
 *
 * @throws what the browser throws when it cannot write (`isStorageFull`).
 */
export async function keepAhead(
  database: DeviceDatabase,
  name: string,
  change: ContentChange,
): Promise<void> {
  const opened = (await database.open()).backendDB();
  await new Promise<void>((resolve, reject) => {
    const transaction = opened.transaction('kept', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore('kept').put({ name, value: { change } });
  });
}

/** To be called in the transaction of the save that holds it, or where what was typed was taken back. */
export function forgetAhead(database: DeviceDatabase, name: string): Promise<void> {
  return rows(database).delete(name);
}
