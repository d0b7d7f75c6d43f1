import './fake-storage.ts';
import Dexie, { type DBCore, type Middleware } from 'dexie';
import {
  DeviceDatabase,
  NoticeStore,
  type OutboxEntry,
  type StoredNotice,
  Synchroniser,
  type SyncState,
  SyncTrouble,
  type Transport,
  wholeSummaries,
} from '../../src/device/index.ts';
import type {
  NoticeAction,
  NoticeCode,
  NoticeContent,
  VillageCode,
} from '../../src/notice/index.ts';
import type { Session, SyncRequest } from '../../src/protocol/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import type { Person } from './model-server.ts';

export const WANG: Person = { id: 'p-wang', name: '经办人小王', role: 'drafter' };
export const LI: Person = { id: 'p-li', name: '审核人老李', role: 'reviewer' };
export const ZHAO: Person = { id: 'p-zhao', name: '经办人小赵', role: 'drafter' };

export function aSession(person: Person, villages: readonly VillageCode[] = [DONGSHENG]): Session {
  return {
    person: { ...person, place: DONGSHENG },
    device: { id: `device-of-${person.id}` },
    villages: villages.map((code) => ({
      code,
      name: '东升村',
      town: '东升镇',
      onePersonMayPublish: false,
    })),
    publicUrl: 'https://example.test',
    demo: false,
  };
}

/** Random bytes that are the same in every run of a test. */
export function countedBytes(seed: number): (length: number) => Uint8Array {
  let state = seed * 2_654_435_761 + 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

/** A storage that is full when `mayWrite` says so, as a browser says it: the transaction aborts. */
function quota(mayWrite: () => boolean): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'quota',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) =>
            mayWrite()
              ? table.mutate(request)
              : Dexie.Promise.reject(new DOMException('full', 'QuotaExceededError')),
        };
      },
    }),
  };
}

/** Whatever answers a sync: the model of a server or a real one. */
export interface AnsweringServer {
  readonly sync: (person: Person, request: SyncRequest) => unknown;
}

let phones = 0;

/** A phone with its store and its own link to the server, which a test can cut, bend or refuse. */
export class Phone {
  readonly database: DeviceDatabase;
  readonly store: NoticeStore;
  readonly person: Person;
  /** What the phone's clock shows; moves on by a second with each look. */
  clock: Date;
  link: (request: Parameters<Transport>[0]) => Promise<unknown>;
  /** How many writes the storage still takes before it is full; without a number it never is. */
  writesLeft: number | undefined;
  private readonly server: AnsweringServer;

  private constructor(server: AnsweringServer, person: Person, name: string) {
    this.server = server;
    this.person = person;
    this.clock = new Date('2026-11-24T08:00:00.000Z');
    this.database = new DeviceDatabase(name, wholeSummaries);
    this.database.use(quota(() => this.writeOne()));
    this.store = new NoticeStore(this.database, {
      now: this.now,
      randomBytes: countedBytes(phones),
    });
    this.link = this.plainLink;
  }

  private writeOne(): boolean {
    if (this.writesLeft === undefined) return true;
    this.writesLeft -= 1;
    return this.writesLeft >= 0;
  }

  readonly now = (): Date => {
    this.clock = new Date(this.clock.getTime() + 1_000);
    return this.clock;
  };

  readonly plainLink: Transport = async (request) => this.server.sync(this.person, request);

  static async of(
    server: AnsweringServer,
    person: Person,
    villages?: readonly VillageCode[],
  ): Promise<Phone> {
    phones += 1;
    const phone = new Phone(server, person, `phone-${phones}`);
    await phone.database.keep('session', aSession(person, villages));
    return phone;
  }

  /** As after the program was killed and started again. */
  restarted(): Phone {
    this.database.close();
    phones += 1;
    const phone = new Phone(this.server, this.person, this.database.name);
    phone.clock = this.clock;
    return phone;
  }

  cut(): void {
    this.link = async () => {
      throw new SyncTrouble('offline');
    };
  }

  mend(): void {
    this.link = this.plainLink;
  }

  /** A syncer of its own each time, like a tab or the worker. */
  syncer(): Synchroniser {
    return new Synchroniser(this.database, (request) => this.link(request), { now: this.now });
  }

  sync(): Promise<SyncState> {
    return this.syncer().synchronise();
  }

  /** Starts a notice with a filled-in content; gives its code. */
  async draft(content: NoticeContent = aContent().withHouseholds(2).build()): Promise<NoticeCode> {
    const code = await this.store.create(aContent(content.template).template, DONGSHENG);
    await this.store.save(DONGSHENG, code, content);
    return code;
  }

  async type(
    code: NoticeCode,
    edit: (content: NoticeContent) => NoticeContent,
  ): Promise<StoredNotice> {
    const { head } = await this.notice(code);
    return this.store.save(DONGSHENG, code, edit(head.content), head.content);
  }

  act(code: NoticeCode, action: Exclude<NoticeAction, { kind: 'save' }>) {
    return this.store.act(DONGSHENG, code, action);
  }

  async publish(code: NoticeCode) {
    const publication = this.store.publication((await this.notice(code)).head);
    if (!publication) throw new Error('cannot be composed');
    return this.act(code, publication);
  }

  async notice(code: NoticeCode): Promise<StoredNotice> {
    const stored = await this.database.notices.get([DONGSHENG, code]);
    if (!stored) throw new Error(`no notice ${code} on this phone`);
    return stored;
  }

  outbox(): Promise<OutboxEntry[]> {
    return this.database.outbox.orderBy('order').toArray();
  }
}
