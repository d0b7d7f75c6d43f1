/*
 * What `sync-in-browser.ts` does inside the page: the device's own code, bundled as it ships, on the
 * storage and the network that a browser has.
 */
import {
  DeviceDatabase,
  httpTransport,
  NoticeStore,
  Synchroniser,
  type Transport,
  wholeSummaries,
} from '../../../src/device/index.ts';
import { drawNoticeCode, type NoticeContent, withField } from '../../../src/notice/index.ts';

const now = () => new Date();
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Where a sync's time went, in milliseconds. */
export interface Timed {
  readonly milliseconds: number;
  /** From a request's leaving to the end of its answer. */
  readonly away: number;
  readonly requests: number;
}

const bench = {
  /**
   * Saves new notices, each in a transaction of its own, as if just typed; gives how long it takes
   * until the last is durable. `awaited`: each is durable before the next begins. Else all are queued
   * at once.
   */
  async save(contents: readonly NoticeContent[], awaited: boolean): Promise<number> {
    const database = new DeviceDatabase(undefined, wholeSummaries);
    const store = new NoticeStore(database, { now, randomBytes });
    const village = (await database.read('village')) ?? fail();
    const began = performance.now();
    const one = (content: NoticeContent) =>
      store.save(village, drawNoticeCode(randomBytes), content);
    if (awaited) for (const content of contents) await one(content);
    else await Promise.all(contents.map(one));
    const milliseconds = performance.now() - began;
    database.close();
    return milliseconds;
  },
  /**
   * The same bytes without a program around them: one strict transaction for each, awaited, that
   * reads and writes as many rows as a save does. No save can take less on this browser.
   */
  async floor(contents: readonly NoticeContent[]): Promise<number> {
    const name = `floor-${Math.random()}`;
    const database = await openFloor(name);
    const began = performance.now();
    for (const content of contents) await saveBare(database, JSON.stringify(content));
    const milliseconds = performance.now() - began;
    database.close();
    indexedDB.deleteDatabase(name);
    return milliseconds;
  },
  /** Types something into so many notices. */
  async edit(count: number, typed: string): Promise<void> {
    const database = new DeviceDatabase(undefined, wholeSummaries);
    const store = new NoticeStore(database, { now, randomBytes });
    const notices = await database.notices.limit(count).toArray();
    for (const { village, code, head } of notices) {
      await store.save(village, code, withField(head.content, 'note', typed), head.content);
    }
    database.close();
  },
  async sync(): Promise<Timed> {
    const database = new DeviceDatabase(undefined, wholeSummaries);
    const transport = httpTransport();
    let [away, requests] = [0, 0];
    const timed: Transport = async (request, ahead) => {
      const left = performance.now();
      requests += 1;
      try {
        return await transport(request, ahead);
      } finally {
        away += performance.now() - left;
      }
    };
    const measured = Object.assign(timed, { packAhead: transport.packAhead });
    const began = performance.now();
    const { trouble } = await new Synchroniser(database, measured, { now }).synchronise();
    const milliseconds = performance.now() - began;
    database.close();
    if (trouble) throw new Error(trouble);
    return { milliseconds, away, requests };
  },
  async held(): Promise<{ notices: number; waiting: number }> {
    const database = new DeviceDatabase(undefined, wholeSummaries);
    const held = {
      notices: await database.notices.count(),
      waiting: await database.outbox.count(),
    };
    database.close();
    return held;
  },
};
export type InPage = typeof bench;
Object.assign(globalThis, { bench });

function fail(): never {
  throw new Error('a phone without a village');
}

const FLOOR = ['notices', 'summaries', 'outbox', 'kept'];

function openFloor(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => {
      for (const store of FLOOR) opening.result.createObjectStore(store, { autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function saveBare(database: IDBDatabase, packed: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(FLOOR, 'readwrite', { durability: 'strict' });
    for (const store of ['notices', 'outbox']) transaction.objectStore(store).get(1);
    transaction.objectStore('kept').get(1).onsuccess = () => {
      transaction.objectStore('notices').put({ packed });
      transaction.objectStore('summaries').put({ title: '公示' });
      transaction.objectStore('outbox').put({ action: 'pending-save' });
      transaction.objectStore('kept').delete(1);
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
