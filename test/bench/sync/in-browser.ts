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
  /** Takes new notices in one after another, each durable before the next, as if just typed. */
  async save(contents: readonly NoticeContent[]): Promise<number> {
    const database = new DeviceDatabase(undefined, wholeSummaries);
    const store = new NoticeStore(database, { now, randomBytes });
    const village = (await database.read('village')) ?? fail();
    const began = performance.now();
    for (const content of contents) await store.save(village, drawNoticeCode(randomBytes), content);
    const milliseconds = performance.now() - began;
    database.close();
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
