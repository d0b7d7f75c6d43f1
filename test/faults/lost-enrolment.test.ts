import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeviceDatabase, enrol, readInvitation } from '../../src/device/index.ts';
import { invite } from '../../src/server/accounts/index.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { countedBytes } from '../device/phone.ts';
import { sqliteEngine } from '../server/harness/engine.ts';
import { OWN, World } from '../server/harness/world.ts';
import { aCuttingProxyTo, type CuttingProxy } from './cutting-proxy.ts';

/** How many places in the conversation are cut; `RUNS=2000` cuts many more. */
const CUTS = Math.ceil(Number(process.env['RUNS'] ?? 60) / 4);

const plainFetch = globalThis.fetch;
let world: World;
let proxy: CuttingProxy;
const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  // half a request, as these tests are about, ends without 'end'
  request.on('error', () => response.destroy());
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const body = Buffer.concat(chunks);
    const method = request.method ?? 'GET';
    const answer = await world.request(request.url ?? '/', { method, headers: caller(), body });
    const told = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(told);
  });
});
http.on('clientError', (_error, socket) => socket.destroy());

let calls = 0;
/** People stand in many places: none of them guesses links. */
function caller(): Record<string, string> {
  calls += 1;
  return { 'x-forwarded-for': `10.1.${calls >> 8}.${calls & 255}` };
}

beforeEach(async () => {
  world = await World.on(sqliteEngine);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  proxy = await aCuttingProxyTo(typeof address === 'object' ? (address?.port ?? 0) : 0);
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), connection: 'close' };
    return plainFetch(`http://127.0.0.1:${proxy.port}${path}`, { ...init, headers });
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await proxy.stop();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await world.end();
});

let phones = 0;
function aPhone(): DeviceDatabase {
  phones += 1;
  return new DeviceDatabase(`newcomer-${phones}`);
}

async function aLink(name: string): Promise<string> {
  return invite(world.store, await world.person('drafter', OWN, name), world.now);
}

const surroundings = { now: () => world.now, randomBytes: countedBytes(31) };

test('登记的一问一答在任何一个字节上断开：同一部手机再点一下就好，链接不算白用', async () => {
  const before = proxy.passed();
  const whole = await enrol(aPhone(), await aLink('对照'), surroundings);
  expect(whole.ok).toBe(true);
  const length = proxy.passed() - before;

  let answersLost = 0;
  for (let cut = 0; cut < CUTS; cut++) {
    const token = await aLink(`第${cut}人`);
    const phone = aPhone();
    proxy.cutAfter = Math.floor((cut * length) / CUTS);
    const broken = await enrol(phone, token, surroundings);
    expect(broken, `断在第${proxy.cutAfter}个字节`).toEqual({ ok: false, trouble: 'offline' });
    expect(await phone.read('session')).toBeUndefined();
    phone.close();
    proxy.cutAfter = Number.POSITIVE_INFINITY;
    const devices = await world.store.db.selectFrom('device').select('id').execute();
    const isLost = devices.length > cut + 1;
    if (isLost) answersLost += 1;

    // the page was closed; the link is opened again, on another phone first
    const stranger = aPhone();
    if (isLost) {
      const gone = { ok: false, trouble: 'used-or-expired' };
      expect(await readInvitation(stranger, token)).toEqual(gone);
      expect(await enrol(stranger, token, surroundings)).toEqual(gone);
    }
    const again = new DeviceDatabase(phone.name);
    const shown = await readInvitation(again, token);
    expect(shown).toMatchObject({ ok: true, value: { name: `第${cut}人` } });
    expect(await enrol(again, token, surroundings)).toMatchObject({ ok: true });
    expect(await again.read('session')).toMatchObject({ person: { name: `第${cut}人` } });
    expect(await again.read('enrolling')).toBeUndefined();
    expect(await world.store.db.selectFrom('device').select('id').execute()).toHaveLength(cut + 2);
  }
  // both kinds of cut were met: before the server had it all, and after it had
  expect(answersLost).toBeGreaterThan(0);
  expect(answersLost).toBeLessThan(CUTS);
  expect(await verifyLedger(world.store.db, OWN)).toBeUndefined();
}, 120_000);
