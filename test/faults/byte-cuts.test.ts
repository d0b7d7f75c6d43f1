import { createServer } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpTransport } from '../../src/device/index.ts';
import { withField } from '../../src/notice/index.ts';
import { withMutationsInRows } from '../../src/protocol/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { Phone, WANG, ZHAO } from '../device/phone.ts';
import { aCuttingProxyTo, type CuttingProxy } from './cutting-proxy.ts';

/** How many places in the conversation are cut; `RUNS=2000` cuts ten times as many. */
const CUTS = Math.ceil(Number(process.env['RUNS'] ?? 60) / 4);

let village: ModelServer;
let proxy: CuttingProxy;
const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  // half a request, as these tests are about, ends without 'end'
  request.on('error', () => response.destroy());
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    const answer = village.sync(WANG, withMutationsInRows(JSON.parse(text.toString())));
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(JSON.stringify(answer)));
  });
});
http.on('clientError', (_error, socket) => socket.destroy());

beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  proxy = await aCuttingProxyTo(typeof address === 'object' ? (address?.port ?? 0) : 0);
});
afterAll(async () => {
  await proxy.stop();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
});

/** A phone with two drafts, a village with another's, and the real transport between, by the proxy. */
async function aMorning() {
  village = new ModelServer({ villages: [DONGSHENG] });
  const zhao = await Phone.of(village, ZHAO);
  await zhao.draft();
  await zhao.sync();
  const wang = await Phone.of(village, WANG);
  wang.link = httpTransport((path, init) => {
    const headers = { ...init?.headers, connection: 'close' };
    return fetch(`http://127.0.0.1:${proxy.port}${path}`, { ...init, headers });
  });
  const code = await wang.draft();
  await wang.draft();
  return { wang, code };
}

test('在来回的任何一个字节上断开：说没信号，再同步就齐了，不多不少', async () => {
  proxy.cutAfter = Number.POSITIVE_INFINITY;
  const before = proxy.passed();
  const whole = await aMorning();
  expect((await whole.wang.sync()).trouble).toBeUndefined();
  const length = proxy.passed() - before;
  expect(length).toBeGreaterThan(2_000);

  let answersLost = 0;
  for (let cut = 0; cut < CUTS; cut++) {
    const { wang, code } = await aMorning();
    proxy.cutAfter = Math.floor((cut * length) / CUTS);
    const state = await wang.sync();
    expect(state.trouble, `断在第${proxy.cutAfter}个字节`).toBe('offline');
    if (village.notices(DONGSHENG).length > 1) answersLost += 1;
    await wang.type(code, (content) => withField(content, 'note', '断了以后写的'));

    proxy.cutAfter = Number.POSITIVE_INFINITY;
    expect((await wang.sync()).trouble).toBeUndefined();
    expect(await wang.outbox()).toEqual([]);
    expect(await wang.database.notices.count()).toBe(3);
    expect(village.notices(DONGSHENG)).toHaveLength(3);
    expect(village.notice(DONGSHENG, code)).toMatchObject({
      conflicts: [],
      content: { fields: { note: '断了以后写的' } },
    });
    const effects = village.effects(DONGSHENG);
    expect(new Set(effects).size).toBe(effects.length);
  }
  // both kinds of cut were met: before the server had it all, and after it had
  expect(answersLost).toBeGreaterThan(0);
  expect(answersLost).toBeLessThan(CUTS);
}, 120_000);
