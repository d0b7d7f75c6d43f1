import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { type Arrangement, arrangeYear, plainDay, seedCalendar } from '../../src/calendar/index.ts';
import { yimeiPovertyAlleviation } from '../../src/catalogue/index.ts';
import { templatesForItem } from '../../src/catalogue/templates/index.ts';
import {
  DeviceDatabase,
  readReference,
  refreshReference,
  SEED_REFERENCE,
  sendReferenceChange,
  templateBehind,
} from '../../src/device/index.ts';
import type { Session } from '../../src/protocol/index.ts';

const now = new Date('2026-11-24T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const YEAR_2027: Arrangement = {
  year: 2027,
  documents: [{ title: '示例通知', issuedOn: plainDay('2026-11-20') }],
  holidays: [],
  makeUpDays: [],
};
const arranged = arrangeYear(seedCalendar, YEAR_2027);
const CALENDAR_2027 = arranged.ok ? arranged.calendar : seedCalendar;
const OWN_CATALOGUE = { ...yimeiPovertyAlleviation, id: 'subsidies', field: '涉农补贴' };

/** The server's part: what it would answer, and what it was asked. */
class Server {
  isReachable = true;
  refusal: string | undefined;
  etag = '"first"';
  reference = {
    calendar: seedCalendar,
    catalogues: [{ id: 'subsidies', version: 1 }],
    inForce: [],
  };
  readonly asked: string[] = [];

  readonly fetch = async (path: string, request: RequestInit = {}): Promise<Response> => {
    this.asked.push(path);
    if (!this.isReachable) throw new TypeError('no network');
    if (request.method === 'POST') {
      return this.refusal
        ? Response.json({ code: this.refusal }, { status: 409 })
        : Response.json({});
    }
    if (path === '/api/catalogues/subsidies/1') return Response.json(OWN_CATALOGUE);
    const known = new Headers(request.headers).get('if-none-match');
    if (known === this.etag) return new Response(null, { status: 304 });
    return Response.json(this.reference, { headers: { etag: this.etag } });
  };
}

let server: Server;
let database: DeviceDatabase;
let drawn = 0;

beforeEach(async () => {
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
  drawn += 1;
  database = new DeviceDatabase(`reference-${drawn}`);
  // only that there is one matters here
  await database.keep('session', { villages: [] } as unknown as Session);
});
afterEach(() => {
  vi.unstubAllGlobals();
  database.close();
});

describe('区县共用的节假日和目录', () => {
  test('还没联系过服务器，用软件自带的', async () => {
    expect(await readReference(database)).toEqual(SEED_REFERENCE);
  });

  test('有信号就取来存下，断了网照用；目录只下载一次', async () => {
    await refreshReference(database, now);
    server.isReachable = false;
    expect((await readReference(database)).catalogues).toEqual([OWN_CATALOGUE]);

    server.isReachable = true;
    server.etag = '"second"';
    server.reference = { ...server.reference, calendar: CALENDAR_2027 };
    await refreshReference(database, later(30));
    expect((await readReference(database)).calendar.coveredUntil).toBe('2027-12-31');
    expect(server.asked.filter((path) => path.startsWith('/api/catalogues'))).toHaveLength(1);
  });

  test('刚问过的不再问，没变的不再下载', async () => {
    await refreshReference(database, now);
    await refreshReference(database, later(1));
    expect(server.asked.filter((path) => path === '/api/reference')).toHaveLength(1);
    await refreshReference(database, later(11));
    await refreshReference(database, later(12));
    expect(server.asked.filter((path) => path === '/api/reference')).toHaveLength(2);
  });

  test('收到一半、收到别人的网页，原有的不动', async () => {
    await refreshReference(database, now);
    vi.stubGlobal('fetch', async () => new Response('<html>请登录</html>'));
    await refreshReference(database, later(30));
    expect((await readReference(database)).catalogues).toEqual([OWN_CATALOGUE]);
  });

  test('按区县自己的目录写的公示，断网也找得到模板', async () => {
    await refreshReference(database, now);
    const [item] = OWN_CATALOGUE.items;
    const [template] = item ? templatesForItem(OWN_CATALOGUE, item) : [];
    const named = { template: template?.id ?? '', templateVersion: template?.version ?? 0 };
    expect(await templateBehind(database, named)).toEqual(template);
  });

  test('管理员的改动要当场得到服务器的答复', async () => {
    const change = {
      kind: 'calendar',
      request: { basedOn: seedCalendar.version, arrangement: YEAR_2027 },
    } as const;
    server.isReachable = false;
    expect(await sendReferenceChange(database, change, now)).toBe('offline');
    server.isReachable = true;
    server.refusal = 'changed-meanwhile';
    expect(await sendReferenceChange(database, change, now)).toBe('changed-meanwhile');
    server.refusal = undefined;
    server.reference = { ...server.reference, calendar: CALENDAR_2027 };
    expect(await sendReferenceChange(database, change, now)).toBeUndefined();
    expect((await readReference(database)).calendar.coveredUntil).toBe('2027-12-31');
  });
});
