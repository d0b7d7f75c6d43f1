import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCodeOf, type NoticeDocument, type Photograph } from '../../src/notice/index.ts';
import { createApp } from '../../src/server/app.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { A_CODE, aContent, aNotice, publicationOf } from '../builders/index.ts';
import { aJpeg, withSegment } from '../builders/jpeg.ts';
import { sqliteEngine } from './harness/engine.ts';
import { aMutation, FOREIGN, ORIGIN, OWN, type Phone, World } from './harness/world.ts';

let world: World;
let app: Hono;
let directory: string;

beforeEach(async () => {
  world = await World.on(sqliteEngine);
  directory = mkdtempSync(join(tmpdir(), 'noticeboard-uploads-'));
  app = createApp({
    store: world.store,
    publicUrl: ORIGIN,
    appDirectory: '/nowhere',
    dataDirectory: directory,
    now: () => world.now,
  });
});
afterEach(async () => {
  await world.end();
  rmSync(directory, { recursive: true, force: true });
});

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Asks for a place for a photograph; gives the answer. */
async function begin(
  phone: Pick<Phone, 'cookie'>,
  bytes: Uint8Array,
  { village = OWN as string, id = digestOf(bytes), length = bytes.length } = {},
): Promise<Response> {
  return app.request('/api/uploads', {
    method: 'POST',
    headers: {
      cookie: phone.cookie,
      'tus-resumable': '1.0.0',
      'upload-length': String(length),
      'upload-metadata': `village ${base64(village)},photograph ${base64(id)}`,
    },
  });
}

async function send(
  phone: Pick<Phone, 'cookie'>,
  address: string,
  bytes: Uint8Array,
  offset = 0,
): Promise<Response> {
  return app.request(address, {
    method: 'PATCH',
    headers: {
      cookie: phone.cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
}

async function offsetOf(phone: Pick<Phone, 'cookie'>, address: string): Promise<number> {
  const answer = await app.request(address, {
    method: 'HEAD',
    headers: { cookie: phone.cookie, 'tus-resumable': '1.0.0' },
  });
  return Number(answer.headers.get('upload-offset'));
}

/** Sends a whole photograph; gives the last answer. */
async function upload(phone: Phone, bytes: Uint8Array, id?: string): Promise<Response> {
  const begun = await begin(phone, bytes, id === undefined ? {} : { id });
  return send(phone, begun.headers.get('location') ?? '', bytes);
}

describe('张贴照片的上传', () => {
  test('传到一半断了，接着传剩下的一半，不从头来', async () => {
    const phone = await world.phone('drafter');
    const jpeg = aJpeg();
    const begun = await begin(phone, jpeg);
    expect(begun.status).toBe(201);
    const address = begun.headers.get('location') ?? '';
    expect((await send(phone, address, jpeg.subarray(0, 60))).status).toBe(204);
    expect(await offsetOf(phone, address)).toBe(60);
    expect((await send(phone, address, jpeg.subarray(60), 60)).status).toBe(204);
    const picture = await app.request(`/api/photographs/${OWN}/${digestOf(jpeg)}.jpg`, {
      headers: { cookie: phone.cookie },
    });
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(jpeg);
    expect(readdirSync(join(directory, 'uploads'))).toEqual([]);
  });

  test('台账记下照片到了，验证通得过', async () => {
    const phone = await world.phone('drafter');
    await upload(phone, aJpeg());
    const entries = await world.store.db.selectFrom('ledger').select('entry').execute();
    expect(entries.map(({ entry }) => entry).join()).toContain('photograph-kept');
    expect(await verifyLedger(world.store.db, OWN)).toBeUndefined();
  });

  test('照片里的位置不留在服务器上，哪怕手机没有去掉', async () => {
    const phone = await world.phone('drafter');
    const photograph = withSegment(aJpeg(), 0xe1, 'Exif\0\0GPS');
    expect((await upload(phone, photograph, digestOf(aJpeg()))).status).toBe(204);
    const kept = await app.request(`/api/photographs/${OWN}/${digestOf(aJpeg())}.jpg`, {
      headers: { cookie: phone.cookie },
    });
    expect(Buffer.from(await kept.arrayBuffer()).includes('GPS')).toBe(false);
  });

  test.each([
    ['不是照片的', Buffer.from('<svg onload="alert(1)"/>'), undefined],
    ['和说好的不是同一张的', aJpeg(), '0'.repeat(64)],
  ])('%s不收，也不留下', async (_what, bytes, id) => {
    const phone = await world.phone('drafter');
    expect((await upload(phone, bytes, id)).status).toBe(422);
    expect(existsSync(join(directory, 'photographs'))).toBe(false);
    expect(readdirSync(join(directory, 'uploads'))).toEqual([]);
  });

  test('太大的一开始就不收', async () => {
    const phone = await world.phone('drafter');
    expect((await begin(phone, aJpeg(), { length: 5_000_000 })).status).toBe(413);
  });

  test('说好的长度以外，多一个字节也不收', async () => {
    const phone = await world.phone('drafter');
    const begun = await begin(phone, aJpeg(), { length: 50 });
    const answer = await send(phone, begun.headers.get('location') ?? '', aJpeg());
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('生人、外村的人、只看不办的人，都传不进来', async () => {
    const drafter = await world.phone('drafter');
    const address = (await begin(drafter, aJpeg())).headers.get('location') ?? '';
    const supervisor = await world.phone('supervisor', OWN.slice(0, 9));
    const foreigner = await world.phone('drafter', FOREIGN);
    expect((await begin({ cookie: '' }, aJpeg())).status).toBe(401);
    for (const phone of [supervisor, foreigner]) {
      expect((await begin(phone, aJpeg())).status).toBe(403);
      expect((await send(phone, address, aJpeg())).status).toBe(403);
    }
    expect((await begin(drafter, aJpeg(), { village: '../../etc' })).status).toBe(400);
    expect((await begin(drafter, aJpeg(), { id: '../../../etc/passwd' })).status).toBe(400);
  });
});

describe('谁看得到照片', () => {
  /** A list of households, published and hung with a photograph that has arrived. */
  async function hungWithPhotograph(): Promise<{ drafter: Phone; document: NoticeDocument }> {
    const drafter = await world.phone('drafter');
    const reviewer = await world.phone('reviewer');
    const content = aContent().withHouseholds(3).build();
    const publication = publicationOf(aNotice(aContent().withHouseholds(3)).build());
    await drafter.sync([aMutation({ kind: 'save', baseVersion: 0, content, conflicts: [] })]);
    await reviewer.sync([aMutation(publication)]);
    const { document, revision } = publication;
    const checkCode = checkCodeOf({ village: OWN, notice: A_CODE, revision, document });
    const photograph: Photograph = {
      id: digestOf(aJpeg()),
      width: 1,
      height: 1,
      shows: 'this',
    };
    const { results } = await drafter.sync([
      aMutation({
        kind: 'post',
        posting: 'posting-1',
        sheet: { revision, checkCode },
        board: '村委会门口',
        hungAt: '2026-11-24T07:00:00.000Z',
        photographs: [photograph],
      }),
    ]);
    expect(results[0]).toMatchObject({ outcome: 'accepted' });
    return { drafter, document };
  }
  const page = async () => (await app.request(`/v/${OWN}/${A_CODE}`)).text();
  const picture = async () =>
    (await app.request(`/v/${OWN}/${A_CODE}/photographs/${digestOf(aJpeg())}.jpg`)).status;

  test('公示期内谁都看得到；照片还没传到，页面上就没有', async () => {
    const { drafter } = await hungWithPhotograph();
    expect(await page()).toContain('村委会门口');
    expect(await page()).not.toContain('<img');
    expect(await picture()).toBe(404);
    await upload(drafter, aJpeg());
    expect(await page()).toContain(`photographs/${digestOf(aJpeg())}.jpg`);
    expect(await picture()).toBe(200);
  });

  test('公示期满，名单撤下，拍着名单的照片也撤下；村里自己的人还看得到', async () => {
    const { drafter, document } = await hungWithPhotograph();
    await upload(drafter, aJpeg());
    world.now = new Date(Date.parse(`${document.period?.to}T23:00:00+08:00`) + 86_400_000);
    expect(await page()).not.toContain('<img');
    expect(await picture()).toBe(404);
    const own = await app.request(`/api/photographs/${OWN}/${digestOf(aJpeg())}.jpg`, {
      headers: { cookie: drafter.cookie },
    });
    expect(own.status).toBe(200);
  });

  test('没有哪份公示提到的照片，外人看不到', async () => {
    const { drafter } = await hungWithPhotograph();
    const other = withSegment(aJpeg(), 0xee, 'Adobe');
    await upload(drafter, other);
    const address = `/v/${OWN}/${A_CODE}/photographs/${digestOf(other)}.jpg`;
    expect((await app.request(address)).status).toBe(404);
  });
});
