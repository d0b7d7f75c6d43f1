import '../../device/fake-storage.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DBCore, Middleware } from 'dexie';
import {
  DeviceDatabase,
  httpTransport,
  NoticeStore,
  Synchroniser,
  type Transport,
  wholeSummaries,
} from '../../../src/device/index.ts';
import {
  drawNoticeCode,
  type NoticeCode,
  type VillageCode,
  withField,
} from '../../../src/notice/index.ts';
import type { Session } from '../../../src/protocol/index.ts';
import { addPerson, enrol, invite, sessionOf } from '../../../src/server/accounts/index.ts';
import { migrate, openSqlite } from '../../../src/server/database/index.ts';
import { claimInstallation } from '../../../src/server/installation.ts';
import { openPlaces } from '../../../src/server/open-places.ts';
import { buildServer, startServer } from '../../server/harness/server-process.ts';
import type { Contestant, Phone, Place } from './contestant.ts';
import { countedBytes } from './notices.ts';
import { sendingAlone } from './sending.ts';

/** So many phones may reach one place. */
const PHONES = 3;

interface Enrolled {
  readonly session: Session;
  readonly cookie: string;
}

/**
 * Our device with its store and Synchroniser, and our server as it ships, on SQLite; and beside it the
 * same server and link with a phone that keeps nothing.
 */
export async function ours(places: number): Promise<readonly Contestant[]> {
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-sync-'));
  const enrolled = await prepare(directory, 2 * places);
  const built = await buildServer();
  const server = await startServer(built, { DATA_DIR: directory });
  const contestant = (name: string, phoneOf: PhoneOf, stop: () => Promise<void>): Contestant => ({
    name,
    port: Number(new URL(server.url).port),
    place: async () => {
      const mine = enrolled.shift();
      if (!mine) throw new Error('more places than were prepared');
      return aPlace(mine, phoneOf);
    },
    stop,
  });
  return [
    contestant('ours', aPhone, async () => {
      await server.stop();
      built.remove();
      rmSync(directory, { recursive: true, force: true });
    }),
    contestant('sending alone', aSendingPhone, async () => undefined),
  ];
}

type PhoneOf = (enrolled: Enrolled, port: number) => Promise<Phone>;

/** Opens villages, each with a few drafters whose phones are enrolled. */
async function prepare(directory: string, places: number): Promise<Enrolled[][]> {
  const store = await openSqlite(directory);
  await migrate(store.db);
  const villages = Array.from(
    { length: places },
    (_one, index) => `230799${String(index).padStart(6, '0')}` as VillageCode,
  );
  await openPlaces(
    store,
    villages.map((code) => ({ code, name: `村${code}`, town: '镇', settings: {} })),
  );
  await claimInstallation(store, 'district');
  const now = new Date();
  const all: Enrolled[][] = [];
  for (const place of villages) {
    const phones: Enrolled[] = [];
    for (let index = 0; index < PHONES; index += 1) {
      const drafter = { place, name: `经办人${index}`, role: 'drafter' } as const;
      const person = await addPerson(store, drafter, now);
      const one =
        person && (await enrol(store, { text: await invite(store, person, now) }, 'bench', now));
      if (!one) throw new Error('not enrolled');
      const session = await sessionOf(store, one.actor, 'https://example.test');
      phones.push({ session, cookie: `device=${one.token}` });
    }
    all.push(phones);
  }
  await store.close();
  return all;
}

function aPlace(enrolled: Enrolled[], phoneOf: PhoneOf): Place {
  return {
    phone: async (port) => {
      const one = enrolled.shift();
      if (!one) throw new Error('more phones than were enrolled');
      return phoneOf(one, port);
    },
  };
}

function fetcherOf(cookie: string, port: number): typeof fetch {
  return (path, request) =>
    fetch(new URL(String(path), `http://127.0.0.1:${port}`), {
      ...request,
      headers: { ...Object.fromEntries(new Headers(request?.headers)), cookie },
    });
}

function villageOf(session: Session): VillageCode {
  const village = session.villages[0]?.code;
  if (!village) throw new Error('a phone without a village');
  return village;
}

async function aSendingPhone({ session, cookie }: Enrolled, port: number): Promise<Phone> {
  return sendingAlone(villageOf(session), fetcherOf(cookie, port));
}

let phones = 0;

async function aPhone({ session, cookie }: Enrolled, port: number): Promise<Phone> {
  phones += 1;
  const meter = new StorageMeter();
  const database = new DeviceDatabase(`bench-${phones}`, wholeSummaries);
  database.use(meter.middleware);
  await database.keep('session', session);
  const randomBytes = countedBytes(phones);
  const store = new NoticeStore(database, { now: () => new Date(), randomBytes });
  const transport = httpTransport(fetcherOf(cookie, port));
  let away = 0;
  const timed: Transport = async (request, ahead) => {
    const left = performance.now();
    try {
      return await transport(request, ahead);
    } finally {
      away += performance.now() - left;
    }
  };
  const measured = Object.assign(timed, { packAhead: transport.packAhead });
  const synchroniser = new Synchroniser(database, measured, { now: () => new Date() });
  const village = villageOf(session);
  const codes: NoticeCode[] = [];
  return {
    write: async (contents) => {
      for (const content of contents) {
        const code = drawNoticeCode(randomBytes);
        codes.push(code);
        await store.save(village, code, content);
      }
    },
    edit: async (count, typed) => {
      for (const code of codes.slice(0, count)) {
        const before = (await database.notices.get([village, code]))?.head.content;
        if (!before) throw new Error(`no notice ${code}`);
        await store.save(village, code, withField(before, 'note', typed), before);
      }
    },
    sync: async () => {
      const { trouble } = await synchroniser.synchronise();
      if (trouble !== undefined && trouble !== 'offline') throw new Error(`sync: ${trouble}`);
      return trouble === undefined;
    },
    held: async () => {
      const notices = await database.notices.toArray();
      const versions = notices.reduce((sum, { head }) => sum + head.version, 0);
      return { notices: notices.length, versions };
    },
    spent: () => ({ storage: meter.milliseconds, away }),
    end: () => database.delete(),
  };
}

/** How long at least one request to the storage was under way. */
class StorageMeter {
  milliseconds = 0;
  private underWay = 0;
  private since = 0;

  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'storage-meter',
    // nearest to the storage: what the device does to rows above is its own cost
    level: -1,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => this.timed(table.mutate(request)),
          get: (request) => this.timed(table.get(request)),
          getMany: (request) => this.timed(table.getMany(request)),
          query: (request) => this.timed(table.query(request)),
          openCursor: (request) => this.timed(table.openCursor(request)),
          count: (request) => this.timed(table.count(request)),
        };
      },
    }),
  };

  private timed<Answer extends PromiseLike<unknown>>(answer: Answer): Answer {
    if (this.underWay === 0) this.since = performance.now();
    this.underWay += 1;
    const end = () => {
      this.underWay -= 1;
      if (this.underWay === 0) this.milliseconds += performance.now() - this.since;
    };
    answer.then(end, end);
    return answer;
  }
}
