/**
 * What a notice's page weighs on the wire, and how many a second one server process sends beside
 * nginx with one worker that sends the same bytes from a file:
 *   node test/bench/public-page.ts [notices] [read] [seconds]
 * Of `notices` published ones (100,000 unless said) `read` (2,000) are asked for at random: those
 * that hang now, of all that ever hung. Needs `npm run build` before, nginx and wrk (Debian: apt-get
 * install nginx wrk); without them it says so and weighs only. Prints one line of JSON a measurement.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import {
  checkCodeOf,
  encodeBase32,
  type NoticeCode,
  type NoticeDocument,
  type VillageCode,
} from '../../src/notice/index.ts';
import { yimeiPlaces } from '../../src/places/index.ts';
import { inRowsOf, migrate, openSqlite } from '../../src/server/database/index.ts';
import { claimInstallation } from '../../src/server/installation.ts';
import { openPlaces } from '../../src/server/open-places.ts';
import { aContent } from '../builders/index.ts';
import { aVariedDocument, exitTemplate } from '../public-pages/page-inputs.ts';
import { freePort } from '../server/harness/free-port.ts';
import { startServer } from '../server/harness/server-process.ts';

const [noticesGiven = '100000', readGiven = '2000', secondsGiven = '5'] = process.argv.slice(2);
const noticeCount = Number(noticesGiven);
const readCount = Math.min(Number(readGiven), noticeCount);
const seconds = Number(secondsGiven);
const WEIGHED = { 60: 'WE1GHED060', 500: 'WE1GHED500' } as const;

const villages = yimeiPlaces.villages
  .filter(({ body }) => body !== 'other')
  .map(({ code }) => code as VillageCode);
const directory = mkdtempSync(join(tmpdir(), 'noticeboard-page-'));
await prepare();
const server = await startServer(
  {
    directory: process.env['BUILT'] ?? join(import.meta.dirname, '../../dist'),
    remove: () => undefined,
  },
  { DATA_DIR: directory, PUBLIC_URL: 'https://gongshi.example.cn' },
);
try {
  await weigh();
  await race();
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

function villageOf(index: number): VillageCode {
  const village = villages[index % villages.length];
  if (!village) throw new Error('the district has no villages');
  return village;
}

function codeOf(index: number): NoticeCode {
  const bytes = new Uint8Array(7);
  new DataView(bytes.buffer).setUint32(3, index * 32);
  return encodeBase32(bytes).slice(0, 10) as NoticeCode;
}

/** Notices as publication leaves them, without going through a hundred thousand syncs. */
async function prepare(): Promise<void> {
  const store = openSqlite(directory);
  await migrate(store.db);
  await claimInstallation(store, 'district');
  await openPlaces(
    store,
    villages.map((code) => ({ code, name: code, town: '', settings: {} })),
  );
  const [first = ''] = villages;
  await insert(first, WEIGHED[60], aVariedDocument(60));
  await insert(first, WEIGHED[500], aVariedDocument(500));
  const document = aVariedDocument(60);
  for (const some of inRowsOf(
    200,
    Array.from({ length: noticeCount }, (_, index) => index),
  )) {
    await store.db.transaction().execute(async (transaction) => {
      for (const index of some) {
        await insert(villageOf(index), codeOf(index), document, transaction);
      }
    });
  }
  await store.close();

  async function insert(
    village: string,
    code: string,
    words: NoticeDocument,
    db: Pick<typeof store.db, 'insertInto'> = store.db,
  ): Promise<void> {
    const by = { person: 'li', name: '审核人老李', at: '2026-11-23T09:00:00.000Z' };
    const content = aContent(exitTemplate).withHouseholds(1).build();
    const [villageCode, notice] = [village as VillageCode, code as NoticeCode];
    const checkCode = checkCodeOf({
      village: villageCode,
      notice,
      revision: 1,
      document: { ...words, blocks: [] },
    });
    const record = { content, conflicts: [], by, device: '', mutation: '', acceptedAt: by.at };
    await db
      .insertInto('notice')
      .values({
        village,
        code,
        sequence: 1,
        notice: JSON.stringify({
          village,
          code,
          version: 1,
          content,
          conflicts: [],
          stage: 'settled',
          standing: 'published',
          revisions: [{ revision: 1, version: 1, checkCode, by }],
          remarks: [],
          drafters: [],
          saved: by,
          createdAt: by.at,
        }),
      })
      .execute();
    await db
      .insertInto('version')
      .values({ village, notice: code, version: 1, record: JSON.stringify(record) })
      .execute();
    await db
      .insertInto('revision')
      .values({
        village,
        notice: code,
        revision: 1,
        version: 1,
        document: JSON.stringify(words),
        check_code: checkCode,
        published_at: by.at,
        published_by: by.name,
      })
      .execute();
  }
}

/** Everything that comes back for one page, from the status line to the last byte. */
async function wireOf(path: string): Promise<Buffer> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end(
    [
      `GET ${path} HTTP/1.1`,
      'Host: gongshi.example.cn',
      'Accept-Encoding: gzip, deflate, br',
      'Accept-Language: zh-CN,zh;q=0.9',
      'Connection: close',
      '\r\n',
    ].join('\r\n'),
  );
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function weigh(): Promise<void> {
  for (const [households, code] of Object.entries(WEIGHED)) {
    const path = `/v/${villages[0]}/${code}`;
    await wireOf(path);
    // the smallest bytes follow the first ones
    await wait(1_500);
    const wire = await wireOf(path);
    const head = wire.indexOf('\r\n\r\n') + 4;
    const page = brotliDecompressSync(wire.subarray(head)).toString();
    if (!page.includes('<article')) throw new Error(`no notice at ${path}`);
    report('weight', { households, wireBytes: wire.length, headerBytes: head, requests: 1 });
  }
}

async function race(): Promise<void> {
  const missing = ['nginx', 'wrk'].filter(
    (name) => spawnSync('sh', ['-c', `command -v ${name} || command -v /usr/sbin/${name}`]).status,
  );
  if (missing.length > 0) {
    report('speed', { skipped: `not installed: ${missing.join(', ')}` });
    return;
  }
  const script = join(directory, 'random.lua');
  const paths = Array.from({ length: readCount }, (_, index) => {
    const spread = Math.floor((index * noticeCount) / readCount);
    return `/v/${villageOf(spread)}/${codeOf(spread)}`;
  });
  writeFileSync(script, randomReader(paths));
  const beganAt = performance.now();
  for (const [index, path] of paths.entries()) {
    const address = `10.${(index >> 8) & 255}.${index & 255}.1`;
    const headers = {
      'x-forwarded-for': address,
      'accept-encoding': 'br',
      'accept-language': 'zh-CN',
    };
    const response = await fetch(server.url + path, { headers });
    if (response.status !== 200) throw new Error(`${response.status} at ${path}`);
    await response.arrayBuffer();
  }
  const drawnPerSecond = Math.round((readCount * 1_000) / (performance.now() - beganAt));
  await wait(8_000);
  const body = await wireOf(paths[0] ?? '');
  const nginx = await startNginx(body.subarray(body.indexOf('\r\n\r\n') + 4));
  try {
    pin(server.child.pid, 0);
    const rounds = [1, 2, 3].map(() => ({
      node: load(server.url, script, server.child.pid === undefined ? [] : [server.child.pid]),
      nginx: load(nginx.url, script, nginx.pids),
    }));
    const best = (name: 'node' | 'nginx') =>
      rounds.map((round) => round[name]).sort((a, b) => b.perSecond - a.perSecond)[0];
    const [own, other] = [best('node'), best('nginx')];
    report('speed', {
      notices: noticeCount,
      read: readCount,
      drawnPerSecond,
      node: own,
      nginx: other,
      ratio: Number(((own?.perSecond ?? 0) / (other?.perSecond ?? 1)).toFixed(3)),
      processorRatio: Number(
        ((other?.processorMicroseconds ?? 0) / (own?.processorMicroseconds ?? 1)).toFixed(3),
      ),
    });
  } finally {
    nginx.stop();
  }
}

function randomReader(paths: readonly string[]): string {
  return `local paths = {${paths.map((path) => `"${path}"`).join(',')}}
wrk.headers["Accept-Encoding"] = "br"
wrk.headers["Accept-Language"] = "zh-CN"
request = function() return wrk.format("GET", paths[math.random(#paths)]) end
`;
}

/** The server on one core and what asks it on the other. */
function pin(pid: number | undefined, core: number): void {
  if (pid !== undefined) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)]);
}

function load(url: string, script: string, pids: readonly number[]) {
  const before = processorTime(pids);
  const said = execFileSync(
    'taskset',
    ['-c', '1', 'wrk', '-t1', '-c50', `-d${seconds}s`, '--latency', '-s', script, url],
    { encoding: 'utf8' },
  );
  const [, perSecond = '0'] = /Requests\/sec:\s+([\d.]+)/.exec(said) ?? [];
  const [, p99 = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? [];
  const scale = { us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1;
  const errors = /Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1];
  if (errors) throw new Error(`${errors} answers were no pages`);
  const [, requests = '1'] = /(\d+) requests in/.exec(said) ?? [];
  return {
    perSecond: Math.round(Number(perSecond)),
    p99Milliseconds: Number(p99) * scale,
    // on a machine that others use, too, this says more than the clock
    processorMicroseconds: Number(
      (((processorTime(pids) - before) * 1e6) / Number(requests)).toFixed(1),
    ),
  };
}

/** Seconds that these processes have computed, in user and system mode (proc(5), 10 ms steps). */
function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
}

/** One nginx worker that sends these bytes for every address, in the same headers. */
async function startNginx(
  page: Buffer,
): Promise<{ url: string; pids: readonly number[]; stop: () => void }> {
  const root = join(directory, 'nginx');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'page'), page);
  const port = await freePort();
  writeFileSync(
    join(root, 'nginx.conf'),
    `worker_processes 1;
user root;
daemon off;
error_log ${root}/error.log;
pid ${root}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=1000;
  default_type "text/html; charset=utf-8";
  server {
    listen 127.0.0.1:${port};
    root ${root};
    add_header content-encoding br;
    add_header vary "accept-encoding, accept-language";
    add_header cache-control no-cache;
    add_header x-content-type-options nosniff;
    add_header referrer-policy same-origin;
    location / { rewrite ^ /page break; }
  }
}
`,
  );
  const child = spawn('nginx', ['-p', root, '-c', join(root, 'nginx.conf')], {
    env: { PATH: `${process.env['PATH']}:/usr/sbin` },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) break;
    if (attempt > 50) throw new Error('nginx did not start');
    await wait(100);
  }
  const found = execFileSync('sh', ['-c', `pgrep -P ${child.pid}; echo ${child.pid}`], {
    encoding: 'utf8',
  });
  const pids = found.split(/\s+/).filter(Boolean).map(Number);
  for (const pid of pids) pin(pid, 0);
  return { url, pids, stop: () => child.kill('SIGTERM') };
}

function report(what: string, facts: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ what, ...facts }));
}
