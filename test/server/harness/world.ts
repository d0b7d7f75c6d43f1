import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Role, VillageCode } from '../../../src/notice/index.ts';
import type { Mutation, Session, SyncRequest, SyncResponse } from '../../../src/protocol/index.ts';
import { addPerson, invite, type Person } from '../../../src/server/accounts/index.ts';
import { createApp } from '../../../src/server/app.ts';
import type { Store } from '../../../src/server/database/index.ts';
import { openPlaces } from '../../../src/server/open-places.ts';
import type { Engine, TestDatabase } from './engine.ts';

/** 东升村 and others around it, as the division codes have them. */
export const OWN = '230717100200' as VillageCode;
export const SIBLING = '230717100205' as VillageCode;
export const FOREIGN = '230717101200' as VillageCode;
export const TOWN = '230717100';
export const OTHER_TOWN = '230717101';
export const DISTRICT = '230717';
export const ORIGIN = 'http://localhost:8080';

/** An enrolled phone: what it sends and what it gets. */
export interface Phone {
  readonly person: Person;
  readonly session: Session;
  readonly cookie: string;
  /** Sends mutations and asks for changes after the cursors (东升村 from the start, unless said). */
  readonly sync: (
    mutations?: readonly unknown[],
    ask?: Partial<SyncRequest>,
  ) => Promise<SyncResponse>;
  /** Any request with this phone's cookie. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
}

/** A server with three villages in two towns, on a database of its own. */
export class World {
  readonly database: TestDatabase;
  /** Where photographs and recordings are kept. */
  readonly dataDirectory = mkdtempSync(join(tmpdir(), 'noticeboard-files-'));
  store: Store;
  now = new Date('2026-11-24T08:00:00.000Z');
  private phones = 0;
  private app: ReturnType<typeof createApp>;

  private constructor(database: TestDatabase, store: Store) {
    this.database = database;
    this.store = store;
    this.app = this.serve();
  }

  static async on(engine: Engine, settings = { onePersonMayPublish: false }): Promise<World> {
    const database = await engine.create();
    const world = new World(database, await database.open());
    await openPlaces(world.store, [
      { code: DISTRICT, name: '伊美区', town: '', settings: {} },
      { code: TOWN, name: '东升镇', town: '', settings: {} },
      { code: OTHER_TOWN, name: '美溪镇', town: '', settings: {} },
      { code: OWN, name: '东升村', town: '东升镇', settings },
      { code: SIBLING, name: '长征村', town: '东升镇', settings },
      { code: FOREIGN, name: '外镇村', town: '美溪镇', settings },
    ]);
    return world;
  }

  private serve(): ReturnType<typeof createApp> {
    return createApp({
      store: this.store,
      publicUrl: ORIGIN,
      appDirectory: '/nowhere',
      dataDirectory: this.dataDirectory,
      now: () => this.now,
    });
  }

  async request(path: string, init?: RequestInit): Promise<Response> {
    return this.app.request(path, init);
  }

  async person(role: Role, place: string, name = `${role} ${place}`): Promise<Person> {
    const person = await addPerson(this.store, { place, name, role }, this.now);
    if (!person) throw new Error(`no place ${place}`);
    return person;
  }

  /** A new person with an enrolled phone. */
  async phone(role: Role, place: string = OWN, name?: string): Promise<Phone> {
    const person = await this.person(role, place, name);
    return this.phoneOf(person);
  }

  /** One more phone of a person. */
  async phoneOf(person: Person): Promise<Phone> {
    const token = await invite(this.store, person, this.now);
    this.phones += 1;
    // each phone calls from an address of its own
    const forwarded = `10.0.${this.phones >> 8}.${this.phones & 255}`;
    const response = await this.request('/api/enrol', {
      method: 'POST',
      headers: { 'x-forwarded-for': forwarded },
      body: JSON.stringify({ token }),
    });
    if (response.status !== 200) throw new Error(`not enrolled: ${response.status}`);
    const session = (await response.json()) as Session;
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const request = (path: string, init: RequestInit = {}) =>
      this.request(path, { ...init, headers: { ...(init.headers ?? {}), cookie } });
    return {
      person,
      session,
      cookie,
      request,
      sync: async (mutations = [], ask = {}) => {
        const body = { ...aSyncRequest(mutations as Mutation[]), ...ask };
        const answer = await request('/api/sync', {
          method: 'POST',
          headers: { 'content-encoding': 'gzip' },
          body: new Uint8Array(gzipSync(JSON.stringify(body))),
        });
        if (answer.status !== 200) throw new Error(`sync: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as SyncResponse;
      },
    };
  }

  /** Stops the server and starts one anew on the same data. */
  async restart(): Promise<void> {
    await this.store.close();
    this.store = await this.database.open();
    this.app = this.serve();
  }

  async end(): Promise<void> {
    await this.store.close();
    this.database.dispose();
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }
}

export function aSyncRequest(mutations: readonly Mutation[] = []): SyncRequest {
  return {
    protocol: 1,
    sentAt: '2026-11-24T08:00:00.000Z',
    cursors: { [OWN]: 0 },
    mutations: [...mutations],
  };
}

let drawn = 0;

/** A mutation of 东升村's, with an id of its own. */
export function aMutation(action: Mutation['action'], others: Partial<Mutation> = {}): Mutation {
  drawn += 1;
  return {
    id: `mutation-${drawn}`,
    village: OWN,
    notice: '7K3M9QX2RT' as Mutation['notice'],
    at: '2026-11-24T07:59:00.000Z',
    action,
    ...others,
  };
}
