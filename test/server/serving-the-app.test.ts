import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { keepReleases } from '../../src/server/operation/keep-releases.ts';
import { Metrics } from '../../src/server/operation/metrics.ts';
import { sqliteEngine } from './harness/engine.ts';
import { ORIGIN, World } from './harness/world.ts';

const directory = mkdtempSync(join(tmpdir(), 'noticeboard-app-'));
let world: World;
beforeAll(async () => {
  world = await World.on(sqliteEngine);
});
afterAll(async () => {
  await world.end();
  rmSync(directory, { recursive: true, force: true });
});

/** An app as it is built: a page, a worker, and one script under a name with its hash. */
function release(name: string, publicUrl = ORIGIN) {
  const appDirectory = join(directory, name);
  const files = {
    'index.html': `<!doctype html><title>${name}</title>`,
    'service-worker.js': `// ${name}`,
    [`assets/index-${name}.js`]: `console.log('${name}');`.repeat(100),
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(appDirectory, path)), { recursive: true });
    writeFileSync(join(appDirectory, path), text);
  }
  const at = new Date(Date.now() + 1_000 * Number(name.replace(/\D/g, '')));
  const olderReleases = keepReleases(appDirectory, join(directory, 'data'), at);
  const now = () => world.now;
  return createApp({ store: world.store, publicUrl, appDirectory, olderReleases, now });
}

describe('应用的文件', () => {
  test('页面和后台脚本从不被旧缓存顶替；带哈希的文件永久缓存', async () => {
    const app = release('r1');
    const cacheOf = async (path: string) => (await app.request(path)).headers.get('cache-control');
    expect(await cacheOf('/')).toBe('no-store');
    expect(await cacheOf('/index.html')).toBe('no-store');
    expect(await cacheOf('/service-worker.js')).toBe('no-store');
    expect(await cacheOf('/assets/index-r1.js')).toMatch(/immutable/);
    expect(await cacheOf('/icon.svg')).toBe('no-cache');
  });

  test('应用里的每个地址都打开应用；不存在的文件回答找不到', async () => {
    const app = release('r1');
    for (const path of ['/', '/enrol', '/notices/7K3M9QX2RT/edit']) {
      expect(await (await app.request(path)).text()).toContain('<title>r1</title>');
    }
    expect((await app.request('/assets/gone.js')).status).toBe(404);
    expect((await app.request('/api/gone')).status).toBe(404);
  });

  test('压缩着发，手机有了就不再发', async () => {
    const app = release('r1');
    const plain = await (await app.request('/assets/index-r1.js')).text();
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await app.request('/assets/index-r1.js', {
        headers: { 'accept-encoding': encoding },
      });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(unpack(await response.arrayBuffer()).toString()).toBe(plain);
    }
    const refusing = await app.request('/assets/index-r1.js', {
      headers: { 'accept-encoding': 'br;q=0, gzip;q=0' },
    });
    expect(refusing.headers.get('content-encoding')).toBeNull();
    const etag = refusing.headers.get('etag') ?? '';
    const again = await app.request('/assets/index-r1.js', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('更新以后，从前两版缓存里打开的页面还找得到它的文件；再旧的不留', async () => {
    for (const name of ['r1', 'r2', 'r3', 'r4']) release(name);
    const app = release('r5');
    const statusOf = async (name: string) => (await app.request(`/assets/index-${name}.js`)).status;
    expect(await Promise.all(['r5', 'r4', 'r3', 'r2', 'r1'].map(statusOf))).toEqual([
      200, 200, 200, 404, 404,
    ]);
    expect(await (await app.request('/')).text()).toContain('<title>r5</title>');
  });

  test('还没有构建时，说该怎么办', async () => {
    expect(await (await world.request('/')).text()).toContain('npm run build');
  });
});

describe('报头', () => {
  test('每个答复都不许嵌套、不许猜类型、不许外来脚本', async () => {
    const app = release('r1');
    for (const path of ['/', '/api/session', '/v/230717100200', '/nothing.js', '/api/health']) {
      const { headers } = await app.request(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toMatch(/^(no-referrer|same-origin)$/);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/'unsafe-|\*/);
      expect(headers.get('strict-transport-security'), path).toBeNull();
    }
  });

  test('接口的答复不进浏览器的缓存', async () => {
    const app = release('r1');
    for (const path of ['/api/session', '/api/invitation?token=x', '/api/nothing']) {
      expect((await app.request(path)).headers.get('cache-control'), path).toBe('no-store');
    }
  });

  test('经由 HTTPS 时，浏览器以后只走 HTTPS，Cookie 也只走 HTTPS', async () => {
    const app = release('r1', 'https://gongshi.example.cn');
    const page = await app.request('/');
    expect(page.headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    );
  });
});

describe('给管服务器的人看的', () => {
  test('活着、能用、忙不忙，各有地址；别的机器看不到忙不忙', async () => {
    const app = release('r1');
    expect(await (await app.request('/api/live')).json()).toEqual({ status: 'ok' });
    expect(await (await app.request('/api/health')).json()).toEqual({ status: 'ok' });
    await app.request('/v/230717100200');
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('noticeboard_requests_total{kind="public",method="GET",status="200"} 1');
    expect(text).toMatch(/noticeboard_request_seconds_bucket\{kind="public",le="\+Inf"\} 1/);
    expect(text).not.toContain('230717100200');
    const elsewhere = await app.request('/metrics', {
      headers: { 'x-forwarded-for': '198.51.100.7' },
    });
    expect(elsewhere.status).toBe(404);
  });

  test('直接从内存里发出去的页面也数进去', () => {
    const metrics = new Metrics(0);
    metrics.answered('/v/230717100200', 'GET', 200, 0.2);
    metrics.answeredAtOnce(200);
    metrics.answeredAtOnce(200);
    metrics.answeredAtOnce(304);
    metrics.text(1_000);
    const text = metrics.text(2_000);
    expect(text).toContain('{kind="public",method="GET",status="200"} 3');
    expect(text).toContain('{kind="public",method="GET",status="304"} 1');
    expect(text).toContain('noticeboard_request_seconds_bucket{kind="public",le="0.005"} 3');
    expect(text).toContain('noticeboard_request_seconds_count{kind="public"} 4');
  });
});
