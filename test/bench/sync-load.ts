/**
 * How many syncs a second the server takes when the signal returns to a thousand phones at once.
 * `node test/bench/sync-load.ts [sqlite|postgres] [phones] [villages]`; for PostgreSQL give
 * TEST_DATABASE_URL or have it installed. Needs `npm run build` before; prints one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { NoticeCode, VillageCode } from '../../src/notice/index.ts';
import type { Mutation, SyncResponse } from '../../src/protocol/index.ts';
import { addPerson, enrol, invite } from '../../src/server/accounts/index.ts';
import { migrate, openPostgres, openSqlite, type Store } from '../../src/server/database/index.ts';
import { claimInstallation } from '../../src/server/installation.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { aContent } from '../builders/index.ts';
import { type Cluster, startCluster } from '../server/harness/postgres-cluster.ts';
import { startServer } from '../server/harness/server-process.ts';

const [engine = 'sqlite', phonesGiven = '1000', villagesGiven = '250'] = process.argv.slice(2);
const phoneCount = Number(phonesGiven);
const villageCount = Number(villagesGiven);
/** What each phone has done while there was no signal. */
const DRAFTS = 3;

interface Phone {
  readonly village: VillageCode;
  readonly cookie: string;
  readonly number: number;
  cursor: number;
}

const directory = mkdtempSync(join(tmpdir(), 'noticeboard-load-'));
let cluster: Cluster | undefined;
let databaseUrl: string | undefined;
if (engine === 'postgres') {
  cluster = await startCluster();
  databaseUrl = await cluster.createDatabase();
}
const open = async (): Promise<Store> =>
  databaseUrl ? openPostgres(databaseUrl) : openSqlite(directory);

const phones = await prepare();
const server = await startServer(
  {
    directory: process.env['BUILT'] ?? join(import.meta.dirname, '../../dist'),
    remove: () => undefined,
  },
  databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: directory },
);
const agent = new Agent({ keepAlive: true, maxSockets: phoneCount });
try {
  await warmUp();
  const began = performance.now();
  const times = await Promise.all(phones.map((phone) => syncOnce(phone, draftsOf(phone))));
  const seconds = (performance.now() - began) / 1_000;
  // each takes in what the others of its village did, then asks once more
  await Promise.all(phones.map((phone) => syncOnce(phone, [])));
  const again = performance.now();
  const idle = await Promise.all(phones.map((phone) => syncOnce(phone, [])));
  const idleSeconds = (performance.now() - again) / 1_000;
  console.log(
    JSON.stringify({
      engine,
      phones: phoneCount,
      villages: villageCount,
      draftsEach: DRAFTS,
      seconds: round(seconds),
      syncsPerSecond: Math.round(phoneCount / seconds),
      mutationsPerSecond: Math.round((phoneCount * DRAFTS) / seconds),
      p50ms: Math.round(percentile(times, 0.5)),
      p99ms: Math.round(percentile(times, 0.99)),
      idleSyncsPerSecond: Math.round(phoneCount / idleSeconds),
      idleP99ms: Math.round(percentile(idle, 0.99)),
      ...(await countAll()),
    }),
  );
} finally {
  agent.destroy();
  await server.stop();
  await cluster?.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function prepare(): Promise<Phone[]> {
  const store = await open();
  await migrate(store.db);
  const villages = Array.from({ length: villageCount }, (_one, index) => villageAt(index));
  await openPlaces(
    store,
    villages.map((code) => ({ code, name: `村${code}`, town: '镇', settings: {} })),
  );
  await claimInstallation(store, 'district');
  const now = new Date();
  const made: Phone[] = [];
  for (let number = 0; number < phoneCount; number++) {
    const village = villageAt(number % villageCount);
    const person = await addPerson(
      store,
      { place: village, name: `经办人${number}`, role: 'drafter' },
      now,
    );
    if (!person) throw new Error(`no village ${village}`);
    const enrolled = await enrol(store, { text: await invite(store, person, now) }, 'bench', now);
    if (!enrolled) throw new Error('not enrolled');
    made.push({ village, cookie: `device=${enrolled.token}`, number, cursor: 0 });
  }
  await store.close();
  return made;
}

function villageAt(index: number): VillageCode {
  return `230799${String(index).padStart(6, '0')}` as VillageCode;
}

function draftsOf({ village, number }: Phone): Mutation[] {
  return Array.from({ length: DRAFTS }, (_one, index) => ({
    id: `load-${number}-${index}`,
    village,
    notice: String(number * 10 + index).padStart(10, '0') as NoticeCode,
    at: new Date().toISOString(),
    action: {
      kind: 'save',
      baseVersion: 0,
      content: aContent().withHouseholds(30).build(),
      conflicts: [],
    },
  }));
}

/** Milliseconds from sending to the whole answer. */
async function syncOnce(phone: Phone, mutations: Mutation[]): Promise<number> {
  const { village, cookie, cursor } = phone;
  const body = gzipSync(
    JSON.stringify({
      protocol: 1,
      sentAt: new Date().toISOString(),
      cursors: { [village]: cursor },
      mutations,
    }),
  );
  const began = performance.now();
  const answer = await post('/api/sync', cookie, body);
  const took = performance.now() - began;
  phone.cursor = answer.cursors[village] ?? cursor;
  const accepted = answer.results.filter(({ outcome }) => outcome === 'accepted').length;
  if (accepted !== mutations.length) throw new Error(`${accepted} of ${mutations.length} accepted`);
  return took;
}

function post(path: string, cookie: string, body: Buffer): Promise<SyncResponse> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-encoding': 'gzip', 'accept-encoding': 'gzip' };
    const sent = httpRequest(
      `${server.url}${path}`,
      { method: 'POST', agent, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = response.headers['content-encoding'] ? gunzipSync(bytes) : bytes;
          if (response.statusCode === 200) resolve(JSON.parse(text.toString()));
          else reject(new Error(`${response.statusCode} ${text}`));
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function warmUp(): Promise<void> {
  const first = phones.slice(0, 20);
  for (let turn = 0; turn < 5; turn++) await Promise.all(first.map((phone) => syncOnce(phone, [])));
}

/** What the server holds afterwards: nothing lost, nothing doubled, every ledger whole. */
async function countAll() {
  await server.stop();
  const store = await open();
  const count = async (table: 'notice' | 'version') =>
    Number(
      (
        await store.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('all'))
          .executeTakeFirst()
      )?.all,
    );
  const faults = [];
  for (let index = 0; index < villageCount; index += 25) {
    const fault = await verifyLedger(store.db, villageAt(index));
    if (fault) faults.push(fault);
  }
  const result = {
    notices: await count('notice'),
    versions: await count('version'),
    faults: faults.length,
  };
  await store.close();
  if (
    result.notices !== phoneCount * DRAFTS ||
    result.versions !== result.notices ||
    result.faults
  ) {
    throw new Error(`lost or doubled: ${JSON.stringify(result)}`);
  }
  return result;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
