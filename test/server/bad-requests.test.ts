import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentDigest, type NoticeContent } from '../../src/notice/index.ts';
import { listen, type RunningServer, readConfiguration } from '../../src/server/index.ts';
import { aContent, aDocument } from '../builders/index.ts';
import { aSave } from './conformance/syncing.ts';
import { sqliteEngine } from './harness/engine.ts';
import { aMutation, aSyncRequest, ORIGIN, OWN, type Phone, World } from './harness/world.ts';

let world: World;
let phone: Phone;
beforeAll(async () => {
  world = await World.on(sqliteEngine, { onePersonMayPublish: true });
  phone = await world.phone('drafter');
});
afterAll(() => world.end());

/** Every question below must leave the server well and the village as it was. */
async function expectUnharmed(): Promise<void> {
  expect((await world.request('/api/health')).status).toBe(200);
  const { changes } = await phone.sync();
  expect(changes).toEqual([]);
}

type Body = string | Uint8Array<ArrayBuffer>;

async function post(body: Body, headers: Record<string, string> = {}): Promise<Response> {
  // a second of the world's time passes, so that the rate limit is not what answers
  world.now = new Date(world.now.getTime() + 1_000);
  return phone.request('/api/sync', { method: 'POST', body, headers });
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const request = (others: object) => JSON.stringify({ ...aSyncRequest(), ...others });

describe('同步请求整个看不懂：明白地拒绝，什么都不改', () => {
  const BODIES: Readonly<Record<string, Body>> = {
    'empty body': '',
    null: 'null',
    'a list': '[]',
    'a text': '"sync"',
    'a number': '7',
    'cut off': '{"protocol":1,"sentAt":',
    'rubbish after the end': `${request({})}}`,
    'single quotes': "{'protocol':1}",
    NaN: '{"protocol":NaN}',
    'a comment': '{"protocol":1/* */}',
    'a byte order mark and nothing else': '\uFEFF',
    'UTF-16': new Uint8Array(Buffer.from(request({}), 'utf16le')),
    'invalid UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    'overlong UTF-8': new Uint8Array([0x22, 0xc0, 0xaf, 0x22]),
    'lists in lists, 100,000 deep': nested(100_000),
    'depth inside a member': `{"protocol":1,"mutations":${nested(50_000)}}`,
    'no protocol': '{"sentAt":"x","cursors":{},"mutations":[]}',
    'protocol as text': request({ protocol: '1' }),
    'an unknown member': request({ admin: true }),
    'mutations as object': request({ mutations: {} }),
    'columns of different lengths': request({
      mutations: { names: ['id', 'at'], columns: ['a\u007fb', 'c'] },
    }),
    'columns in columns, 10,000 deep': request({ mutations: 0 }).replace(
      '"mutations":0',
      `"mutations":${'{"lengths":[1],"items":'.repeat(10_000)}["a"]${'}'.repeat(10_000)}`,
    ),
    'columns that would fill the memory': request({ mutations: 0 }).replace(
      '"mutations":0',
      `"mutations":${'{"names":["a"],"columns":['.repeat(20)}"${'\u007f'.repeat(250_000)}"${']}'.repeat(20)}`,
    ),
    'too many mutations in columns': request({ mutations: '\u007f'.repeat(1_000) }),
    'too many mutations': request({ mutations: Array.from({ length: 1_001 }, () => 0) }),
    'cursors as list': request({ cursors: [0] }),
    'a cursor below zero': request({ cursors: { [OWN]: -1 } }),
    'half a cursor': request({ cursors: { [OWN]: 0.5 } }),
    'a cursor as text': request({ cursors: { [OWN]: '0' } }),
    'a cursor beyond all numbers': `{"protocol":1,"sentAt":"x","cursors":{"${OWN}":1e999},"mutations":[]}`,
    'a village code of letters': request({ cursors: { abcdefabcdef: 0 } }),
    'a village code of 13 digits': request({ cursors: { '2307171002000': 0 } }),
    'full-width digits': request({ cursors: { '２３０７１７１００２００': 0 } }),
    'a query instead of a village': request({ cursors: { "' OR 1=1 --": 0 } }),
    'a history as number': request({ histories: { [OWN]: 7 } }),
    'sentAt as number': request({ sentAt: 7 }),
  };
  for (const [name, body] of Object.entries(BODIES)) {
    test(name, async () => {
      const response = await post(body);
      expect([400, 409]).toContain(response.status);
      expect(await response.json()).toHaveProperty('code');
      await expectUnharmed();
    });
  }
});

describe('压缩和大小：不被撑爆', () => {
  const zeros = new Uint8Array(gzipSync(Buffer.alloc(200_000_000), { level: 1 }));
  const packed = new Uint8Array(gzipSync(request({})));
  test('一个展开后有两亿字节的压缩包', async () => {
    const before = process.memoryUsage().rss;
    expect((await post(zeros, { 'content-encoding': 'gzip' })).status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    await expectUnharmed();
  });
  const CASES: Readonly<Record<string, [Body, Record<string, string>, number]>> = {
    'a cut-off archive': [packed.slice(0, 20), { 'content-encoding': 'gzip' }, 400],
    'no archive at all': [request({}), { 'content-encoding': 'gzip' }, 400],
    'an archive in an archive': [
      new Uint8Array(gzipSync(packed)),
      { 'content-encoding': 'gzip' },
      400,
    ],
    'an unknown encoding': [
      new Uint8Array(brotliCompressSync(request({}))),
      { 'content-encoding': 'br' },
      415,
    ],
    'two encodings': [packed, { 'content-encoding': 'gzip, gzip' }, 415],
    'five megabytes of text': [`"${'x'.repeat(5_000_000)}"`, {}, 413],
    'a length that is a lie': ['{}', { 'content-length': '99999999' }, 413],
  };
  for (const [name, [body, headers, status]] of Object.entries(CASES)) {
    test(name, async () => {
      expect((await post(body, headers)).status).toBe(status);
      await expectUnharmed();
    });
  }
});

describe('单独一步看不懂或不合规矩：只拒这一步', () => {
  const content = aContent().withHouseholds(1).build();
  const save = (changed: object) => ({
    ...aSave(),
    action: { kind: 'save', baseVersion: 0, conflicts: [], content: { ...content, ...changed } },
  });
  const row = content.tables['households']?.[0];
  const withRows = (rows: unknown) => save({ tables: { households: rows } });
  const publish = (changed: object) => ({
    ...aMutation({ kind: 'submit' }),
    action: {
      kind: 'publish',
      revision: 1,
      contentDigest: 'x',
      document: { ...aDocument(content), ...changed },
    },
  });
  const MUTATIONS: Readonly<Record<string, unknown>> = {
    'no id': { ...aSave(), id: undefined },
    'a short id': { ...aSave(), id: 'a' },
    'an id that is a path': { ...aSave(), id: '../../../etc/passwd' },
    'an id with a zero byte': { ...aSave(), id: 'abcdefgh\0' },
    'a village of letters': { ...aSave(), village: 'abcdefghijkl' },
    'a foreign village': { ...aSave(), village: '110101001001' },
    'a village that is a query': { ...aSave(), village: "'; DROP TABLE notice; --" },
    'a notice in small letters': { ...aSave(), notice: '7k3m9qx2rt' },
    'a notice with O and I': { ...aSave(), notice: 'OIOIOIOIOI' },
    'a clock of 41 letters': { ...aSave(), at: 'x'.repeat(41) },
    'an unknown action': { ...aSave(), action: { kind: 'delete-everything' } },
    'a member too many': { ...aSave(), role: 'administrator' },
    'a base beyond safe numbers': { ...aSave(), action: { ...aSave().action, baseVersion: 1e300 } },
    'half a base': { ...aSave(), action: { ...aSave().action, baseVersion: 0.5 } },
    'a number in a field': save({ fields: { year: 2026 } }),
    'an object in a field': save({ fields: { year: { $ne: '' } } }),
    'a field of 20,001 letters': save({ fields: { note: '长'.repeat(20_001) } }),
    'a template of 121 letters': save({ template: 'x'.repeat(121) }),
    'template version 0': save({ templateVersion: 0 }),
    'a row without id': withRows([{ ...row, id: '' }]),
    'a row without position': withRows([{ ...row, position: '' }]),
    'a cell of 2,001 letters': withRows([{ ...row, cells: { householder: '长'.repeat(2_001) } }]),
    '5,001 rows': withRows(
      Array.from({ length: 5_001 }, (_one, index) => ({ ...row, id: `row-${index}` })),
    ),
    'rows as text': withRows('rows'),
    'conflicts as text': { ...aSave(), action: { ...aSave().action, conflicts: 'none' } },
    'a settlement of nowhere': aMutation({
      kind: 'settle',
      place: { kind: 'moon' },
      value: '',
    } as never),
    'a return without reason': aMutation({ kind: 'return', reason: '   ' }),
    'a reason of 2,001 letters': aMutation({ kind: 'return', reason: '长'.repeat(2_001) }),
    'a document of another format': publish({ format: 2 }),
    'a document without signers': publish({ signers: [] }),
    'a document of 201 blocks': publish({
      blocks: Array.from({ length: 201 }, () => ({ kind: 'paragraph', text: '' })),
    }),
    'a publication of nothing': publish({}),
    'nesting instead of a mutation': JSON.parse(nested(1_000)),
  };
  for (const [name, mutation] of Object.entries(MUTATIONS)) {
    test(name, async () => {
      world.now = new Date(world.now.getTime() + 1_000);
      const { results } = await phone.sync([mutation]);
      expect(results).toMatchObject([{ outcome: 'refused' }]);
      await expectUnharmed();
    });
  }
});

describe('从别处来的、没有登记的：进不来', () => {
  const HEADERS: Readonly<Record<string, Record<string, string>>> = {
    'another site': { origin: 'https://evil.example' },
    'no origin in particular': { origin: 'null' },
    'another port': { origin: 'http://localhost:9999' },
    'an origin that is none': { origin: 'localhost:8080' },
    'a site that begins like ours': { origin: 'http://localhost:8080.evil.example' },
    'a browser that says cross-site': { 'sec-fetch-site': 'cross-site' },
  };
  for (const [name, headers] of Object.entries(HEADERS)) {
    test(name, async () => {
      const response = await post(request({ mutations: [aSave()] }), headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ code: 'foreign-origin' });
      await expectUnharmed();
    });
  }
  test('自己的网站照常', async () => {
    expect((await post(request({}), { origin: ORIGIN })).status).toBe(200);
  });
  test('没有登记的手机', async () => {
    const response = await world.request('/api/sync', { method: 'POST', body: request({}) });
    expect(response.status).toBe(401);
  });
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    test(`${method} /api/sync`, async () => {
      expect((await phone.request('/api/sync', { method })).status).toBe(404);
    });
  }
  for (const body of [
    '',
    '{}',
    '{"token":7}',
    '{"token":"short"}',
    `{"token":"${'x'.repeat(9_000)}"}`,
  ]) {
    test(`接受邀请时发来 ${body.slice(0, 20)}`, async () => {
      const response = await world.request('/api/enrol', {
        method: 'POST',
        body,
        headers: { 'x-forwarded-for': '10.9.9.9' },
      });
      expect([400, 413]).toContain(response.status);
    });
  }
});

describe('写进每一格的脚本，只是几个字', () => {
  const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&{{title}}';
  test('存得下、公布得了、网页上不会执行', async () => {
    const own = await World.on(sqliteEngine, { onePersonMayPublish: true });
    const drafter = await own.phone('drafter', OWN, SCRIPT);
    const plain = aContent().withHouseholds(2).build();
    const texts = new Set(
      aContent()
        .template.fields.filter(({ type }) => type === 'text' || type === 'longText')
        .map(({ id }) => id),
    );
    const content: NoticeContent = {
      ...plain,
      fields: Object.fromEntries(
        Object.entries(plain.fields).map(([id, value]) => [id, texts.has(id) ? SCRIPT : value]),
      ),
      tables: {
        households: (plain.tables['households'] ?? []).map((one) => ({
          ...one,
          cells: { ...one.cells, group: SCRIPT, householder: SCRIPT },
        })),
      },
    };
    const { results } = await drafter.sync([
      aMutation({ kind: 'save', baseVersion: 0, content, conflicts: [] }),
      aMutation({
        kind: 'publish',
        revision: 1,
        contentDigest: contentDigest(content),
        document: aDocument(content),
      }),
    ]);
    expect(results).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    const response = await own.request(`/v/${OWN}/7K3M9QX2RT`);
    const html = await response.text();
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script|<img[^>]*onerror/i);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    await own.end();
  });

  test('零字节、半个代理对、从右到左的控制符，存进去和取出来一样', async () => {
    const own = await World.on(sqliteEngine);
    const drafter = await own.phone('drafter');
    const content = aContent().withField('note', '零\0半\uD83D右\u202E左').build();
    const save = aMutation({ kind: 'save', baseVersion: 0, content, conflicts: [] });
    expect((await drafter.sync([save])).results).toHaveLength(1);
    expect((await own.request('/api/health')).status).toBe(200);
    await own.end();
  });
});

describe('直接从网线上来的', () => {
  let running: RunningServer;
  let serving: World;
  beforeAll(async () => {
    serving = await World.on(sqliteEngine);
    const read = readConfiguration({ PORT: '0', HOST: '127.0.0.1' });
    if (!read.ok) throw new Error(read.fault.code);
    running = await listen(read.configuration, serving.store, '/nowhere', {
      headersTimeout: 400,
      requestTimeout: 800,
      connectionsCheckingInterval: 100,
    });
  });
  afterAll(() => running.stop());

  /** Sends bytes as they are and gives all that comes back until the server ends or resets it. */
  function raw(text: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(running.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', () => resolve(answer));
    });
  }
  const get = (path: string) =>
    raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  const PATHS = [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..\\..\\package.json',
    '//etc/passwd',
    '/%00',
    '/.git/config',
    '/data/noticeboard.sqlite',
    '/v/../../etc/passwd',
    `/v/${OWN}/%00`,
    `/v/${OWN}/..%2f..%2fetc`,
    '/v/%F0%9F%92%A9',
  ];
  for (const path of PATHS) {
    test(`GET ${path}`, async () => {
      const answer = await get(path);
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404)/);
      expect(answer).not.toMatch(/root:|"name": "village-noticeboard"|SQLite format/);
    });
  }
  test('TRACE 和没听说过的方法，不照着做', async () => {
    for (const method of ['TRACE', 'CONNECT', 'BREW', 'get']) {
      const answer = await raw(
        `${method} / HTTP/1.1\r\nHost: x\r\nCookie: secret\r\nConnection: close\r\n\r\n`,
      );
      expect(answer, method).toMatch(/^(HTTP\/1\.1 4|$)/);
      expect(answer).not.toContain('secret');
    }
  });
  test('同时说两种长度的请求，不收', async () => {
    const smuggled =
      'POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await raw(smuggled)).toMatch(/^HTTP\/1\.1 400/);
  });
  test('很长的地址、很大的报头、不是 HTTP 的话', async () => {
    expect(await get(`/${'x'.repeat(100_000)}`)).toMatch(/^(HTTP\/1\.1 4|$)/);
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4/,
    );
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });
  test('只发一半就不动了的请求，到时候就断开', async () => {
    expect(await raw('GET / HTTP/1.1\r\nHost: x\r\nX-Slow')).toMatch(/^(HTTP\/1\.1 408|$)/);
    const slowBody = 'POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{';
    expect(await raw(slowBody)).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(await get('/api/health')).toMatch(/^HTTP\/1\.1 200/);
  });
});
