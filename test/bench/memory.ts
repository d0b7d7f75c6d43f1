/**
 * An hour's load in fast motion: does the server's memory stay flat?
 * `node --expose-gc test/bench/memory.ts [requests]`; prints one line of JSON with the heap after
 * each tenth, in megabytes. Callers, addresses and edits differ all the time; nothing repeats.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeCode } from '../../src/notice/index.ts';
import { addPerson, enrol, invite } from '../../src/server/accounts/index.ts';
import { migrate, openSqlite } from '../../src/server/database/index.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { builtApp } from './built-app.ts';

const REQUESTS = Number(process.argv[2] ?? 30_000);
const TENTHS = 10;
const collect = globalThis.gc;
if (!collect) throw new Error('run with --expose-gc');

const directory = mkdtempSync(join(tmpdir(), 'noticeboard-memory-'));
const built = await builtApp();
const store = openSqlite(directory);
await migrate(store.db);
await openPlaces(store, [{ code: DONGSHENG, name: '东升村', town: '东升镇', settings: {} }]);
let clock = Date.now();
const now = () => new Date(clock);
const app = built.createApp({
  store,
  publicUrl: 'http://localhost',
  appDirectory: '/nowhere',
  now,
});
const person = await addPerson(store, { place: DONGSHENG, name: '经办人', role: 'drafter' }, now());
const enrolled =
  person && (await enrol(store, { text: await invite(store, person, now()) }, '', now()));
if (!enrolled) throw new Error('not enrolled');
const cookie = `device=${enrolled.token}`;

let cursor = 0;
const heaps: number[] = [];
for (let turn = 0; turn < REQUESTS; turn++) {
  clock += 3_600_000 / REQUESTS + 200;
  await (turn % 3 === 0 ? edit(turn) : turn % 3 === 1 ? readPage(turn) : guess(turn));
  if ((turn + 1) % (REQUESTS / TENTHS) === 0) {
    collect();
    heaps.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  }
}
await store.close();
built.remove();
rmSync(directory, { recursive: true, force: true });
const [, , third = 0] = heaps;
console.log(
  JSON.stringify({
    requests: REQUESTS,
    heapMegabytes: heaps,
    growthSinceThird: (heaps.at(-1) ?? 0) - third,
  }),
);

async function edit(turn: number): Promise<void> {
  const content = aContent().withHouseholds(10).withField('present', String(turn)).build();
  const mutation = {
    id: `memory-${turn}`,
    village: DONGSHENG,
    notice: String(turn % 300).padStart(10, '0') as NoticeCode,
    at: now().toISOString(),
    action: { kind: 'save', baseVersion: Math.floor(turn / 300), content, conflicts: [] },
  };
  const response = await app.request('/api/sync', {
    method: 'POST',
    headers: { cookie },
    body: JSON.stringify({
      protocol: 1,
      sentAt: '',
      cursors: { [DONGSHENG]: cursor },
      mutations: [mutation],
    }),
  });
  const answer = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(answer));
  cursor = answer.cursors[DONGSHENG];
}

/** A page whose bytes change with each edit, asked for from ever new addresses. */
async function readPage(turn: number): Promise<void> {
  const headers = { 'x-forwarded-for': addressOf(turn), 'accept-encoding': 'br' };
  const path = `/v/${DONGSHENG}/${String(turn % 5_000).padStart(10, '0')}`;
  await (await app.request(path, { headers })).arrayBuffer();
}

async function guess(turn: number): Promise<void> {
  await app.request('/api/enrol', {
    method: 'POST',
    headers: { 'x-forwarded-for': addressOf(turn) },
    body: JSON.stringify({ token: `${DONGSHENG}.${String(turn).padStart(22, 'A')}` }),
  });
}

function addressOf(turn: number): string {
  return `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
}
