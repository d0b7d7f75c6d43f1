import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCodeOf, noticePath } from '../../src/notice/index.ts';
import type { Mutation } from '../../src/protocol/index.ts';
import { createSite } from '../../src/server/app.ts';
import type { PublicPages } from '../../src/server/public/public-pages.ts';
import { aContent, aDocument } from '../builders/index.ts';
import { aPublication } from './conformance/publishing.ts';
import { aSave } from './conformance/syncing.ts';
import { sqliteEngine } from './harness/engine.ts';
import { aMutation, aSyncRequest, ORIGIN, OWN, type Phone, TOWN, World } from './harness/world.ts';

const NOTICE = `/v/${OWN}/7K3M9QX2RT`;

describe('公开的网页和文件', () => {
  let world: World;
  let drafter: Phone;
  let reviewer: Phone;

  beforeEach(async () => {
    world = await World.on(sqliteEngine);
    drafter = await world.phone('drafter');
    reviewer = await world.phone('reviewer');
    const content = aContent().withHouseholds(3);
    await drafter.sync([aSave(content)]);
    await reviewer.sync([aPublication(content.build())]);
  });
  afterEach(() => world.end());

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await world.request(path, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, text: textOf(bytes) };
  }

  test('表格下载：Excel认得的CSV，搜索引擎不收', async () => {
    const { status, headers, bytes, text } = await get(`${NOTICE}/1/tables.csv`);
    expect(status).toBe(200);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain('1,1组,赵某一,1');
    expect(headers.get('content-disposition')).toMatch(/filename\*=UTF-8''%E4%B8%9C/);
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  test('表格下载：一个真的xlsx文件', async () => {
    const { bytes, headers } = await get(`${NOTICE}/1/tables.xlsx`);
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
    expect(headers.get('content-type')).toContain('spreadsheetml');
  });

  test('数据下载：有全部文字和核对码；没有的一版回答没有', async () => {
    const { text } = await get(`${NOTICE}/1/revision.json`);
    expect(JSON.parse(text)).toMatchObject({
      latestRevision: 1,
      revision: { village: OWN, revision: 1, document: { kind: 'publicity' } },
    });
    expect((await get(`${NOTICE}/2/revision.json`)).status).toBe(404);
    expect((await get(`/v/${OWN}/0000000000/1/tables.csv`)).status).toBe(404);
  });

  test('公示期一满，名单从网页、表格、数据里一起撤下', async () => {
    world.now = new Date('2026-12-20T08:00:00.000Z');
    expect((await get(NOTICE)).text).not.toContain('赵某一');
    expect((await get(`${NOTICE}/listen`)).text).not.toContain('赵某一');
    expect((await get(`${NOTICE}/1/revision.json`)).text).not.toContain('赵某一');
    expect((await get(`${NOTICE}/1/tables.csv`)).status).toBe(404);
  });

  test('村和镇的订阅里有这份公示，没有姓名', async () => {
    for (const path of [`/v/${OWN}/feed.atom`, `/v/${TOWN}/feed.atom`]) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).toContain(NOTICE);
      expect(text).not.toContain('赵某一');
    }
    expect((await get('/v/999999999/feed.atom')).status).toBe(404);
  });

  test('网站地图列出公示栏，不列有名单的公示', async () => {
    expect((await get('/sitemap.xml')).text).toContain(`/v/${OWN}/sitemap.xml`);
    const { text } = await get(`/v/${OWN}/sitemap.xml`);
    expect(text).toContain(`/v/${OWN}</loc>`);
    expect(text).not.toContain(NOTICE);
  });

  test('听公示的页面只放行自己的一段程序，别的页面一概不放行', async () => {
    const listening = await get(`${NOTICE}/listen`);
    expect(listening.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await get('/v/listen.js')).headers.get('content-type')).toContain('javascript');
    expect((await get(NOTICE)).headers.get('content-security-policy')).not.toContain('script');
  });

  test('公布了就画好、压好等着：头一个扫码的人，直接拿到现成的字节', async () => {
    const { app, pages } = createSite({
      store: world.store,
      publicUrl: ORIGIN,
      appDirectory: '/nowhere',
      drawsAhead: true,
      now: () => world.now,
    });
    const content = aContent().withHouseholds(4);
    const notice = aCode('2');
    const send = (phone: Phone, mutation: unknown) =>
      app.request('/api/sync', {
        method: 'POST',
        headers: { cookie: phone.cookie },
        body: JSON.stringify(aSyncRequest([mutation as Mutation])),
      });
    await send(drafter, aSave(content, { notice }));
    const publication = { ...aPublication(content.build()), notice };
    await send(reviewer, publication);
    await pages.prepared();

    const document = aDocument(content.build());
    const checkCode = checkCodeOf({ village: OWN, notice, revision: 1, document });
    const scanned = noticePath({ village: OWN, notice, sheet: { revision: 1, checkCode } });
    for (const url of [scanned.toUpperCase(), noticePath({ village: OWN, notice }), `/v/${OWN}`]) {
      for (const encoding of ['gzip, deflate, br', 'gzip']) {
        const { status, body, headers } = askedAtOnce(pages, url, { 'accept-encoding': encoding });
        expect({ url, status }).toEqual({ url, status: 200 });
        const page = encoding === 'gzip' ? gunzipSync(body) : brotliDecompressSync(body);
        expect(page.toString()).toContain('<!doctype html>');
        const etag = headers[headers.indexOf('etag') + 1] ?? '';
        const known = { 'accept-encoding': encoding, 'if-none-match': etag };
        expect(askedAtOnce(pages, url, known).status).toBe(304);
      }
    }

    // a withdrawal is prepared just so
    await send(reviewer, aMutation({ kind: 'withdraw', reason: '重新核实' }, { notice }));
    await pages.prepared();
    const { body } = askedAtOnce(pages, scanned.toUpperCase(), { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(body).toString()).toContain('重新核实');
  });

  test('看过的页面记着，改了马上就变，跨过一天也变', async () => {
    expect((await get(NOTICE)).text).toContain('还剩7天');
    expect((await get(NOTICE)).text).toContain('还剩7天');
    world.now = new Date('2026-11-25T08:00:00.000Z');
    expect((await get(NOTICE)).text).toContain('还剩6天');
    await reviewer.sync([aMutation({ kind: 'withdraw', reason: '重新核实' })]);
    expect((await get(NOTICE)).text).toContain('重新核实');
  });

  test('别的草稿有改动，这份公示的字节一个不变', async () => {
    const before = await get(NOTICE);
    await drafter.sync([aSave(aContent().withHouseholds(9), { notice: aCode('1') })]);
    const after = await get(NOTICE, { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(304);
  });

  test('小额信贷一年公开一次：到了十二月还没公开，公示栏上写明', async () => {
    const board = `/v/${OWN}`;
    expect((await get(board)).text).not.toContain('应公开、还没公开');
    world.now = new Date('2026-12-05T08:00:00.000Z');
    const { text } = await get(board);
    expect(text).toContain('应公开、还没公开');
    expect(text).toContain('2026年12月31日前公开');
  });

  test('每一种地址大小写都认得，乱写的回答没有', async () => {
    expect((await get(NOTICE.toUpperCase())).status).toBe(200);
    expect((await get(`/V/${OWN}/CARD`)).status).toBe(200);
    expect((await get(`/v/${OWN}/archive`)).status).toBe(200);
    for (const path of ['/listen/x', '/0/tables.csv', '/1/tables.exe', '/x/y/z/w']) {
      expect((await get(NOTICE + path)).status).toBe(404);
    }
  });
});

/** What the server sends from memory, without looking anything up. */
function askedAtOnce(pages: PublicPages, url: string, headers: Record<string, string>) {
  let sent: { headers: string[]; body: Buffer } = { headers: [], body: Buffer.alloc(0) };
  const response = {
    writeHead: (_status: number, list: string[]) => {
      sent = { ...sent, headers: list };
      return response;
    },
    end: (body = Buffer.alloc(0)) => {
      sent = { ...sent, body };
    },
  };
  const request = { method: 'GET', url, headers: { 'accept-language': 'zh-CN', ...headers } };
  const status = pages.answerAtOnce(
    request as unknown as IncomingMessage, // no more of it is read
    response as unknown as ServerResponse, // nor called
  );
  return { status, ...sent };
}

function aCode(digit: string) {
  return digit.repeat(10) as ReturnType<typeof aMutation>['notice'];
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
