import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  app = serve();
});
afterEach(async () => {
  await world.end();
  rmSync(directory, { recursive: true, force: true });
});

function serve(): Hono {
  return createApp({
    store: world.store,
    publicUrl: ORIGIN,
    appDirectory: '/nowhere',
    dataDirectory: directory,
    now: () => world.now,
  });
}

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

  test('两台服务器用同一个目录：一半传给这台、一半传给那台，同时传给两台，都是一张完整的照片', async () => {
    const phone = await world.phone('drafter');
    const jpeg = aJpeg();
    const [here, there] = [app, serve()];
    const address = (await begin(phone, jpeg)).headers.get('location') ?? '';
    await send(phone, address, jpeg.subarray(0, 60));
    app = there;
    expect(await offsetOf(phone, address)).toBe(60);
    expect((await send(phone, address, jpeg.subarray(60), 60)).status).toBe(204);

    const other = withSegment(jpeg, 0xee, 'Adobe');
    const next = (await begin(phone, other)).headers.get('location') ?? '';
    const sendTo = (server: Hono) => {
      app = server;
      return send(phone, next, other);
    };
    const answers = await Promise.all([sendTo(here), sendTo(there)]);
    // one of them may come too late to find it; none breaks
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    for (const bytes of [jpeg, other]) {
      const path = `/api/photographs/${OWN}/${digestOf(bytes)}.jpg`;
      const picture = await app.request(path, { headers: { cookie: phone.cookie } });
      expect(Buffer.from(await picture.arrayBuffer())).toEqual(bytes);
    }
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

/** A list of households, published and hung with a photograph that has yet to arrive. */
async function hungWithPhotograph(
  hungAt = '2026-11-24T07:00:00.000Z',
): Promise<{ drafter: Phone; document: NoticeDocument }> {
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
      hungAt,
      photographs: [photograph],
    }),
  ]);
  expect(results[0]).toMatchObject({ outcome: 'accepted' });
  return { drafter, document };
}

describe('谁看得到照片', () => {
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

/** A program that is not ours opens the archive; on a machine without it there is nothing to learn. */
const hasUnzip = existsSync('/usr/bin/unzip');

describe.runIf(hasUnzip)('照片打成一包', () => {
  async function unzipped(phone: Phone, query: string): Promise<string[]> {
    const answer = await app.request(`/api/supervision/photographs.zip?${query}`, {
      headers: { cookie: phone.cookie },
    });
    expect(answer.status).toBe(200);
    const file = join(directory, 'photographs.zip');
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const into = join(directory, 'unzipped');
    rmSync(into, { recursive: true, force: true });
    execFileSync('unzip', ['-q', file, '-d', into], { env: { ...process.env, LANG: 'C.UTF-8' } });
    return readdirSync(into).sort();
  }

  test('镇里选定一年、一个镇，照片按规则起名，解压软件解得开，中文不乱', async () => {
    const { drafter } = await hungWithPhotograph();
    await upload(drafter, aJpeg());
    const supervisor = await world.phone('supervisor', OWN.slice(0, 9));
    const name = `东升村–贫困人口识别–${A_CODE}–2026-11-24–村委会门口.jpg`;
    expect(await unzipped(supervisor, 'year=2026')).toEqual([name, '目录.csv'].sort());
    expect(readFileSync(join(directory, 'unzipped', name))).toEqual(aJpeg());
    const list = readFileSync(join(directory, 'unzipped', '目录.csv'), 'utf8');
    expect(list).toContain('东升镇');
    expect(await unzipped(supervisor, 'year=2025')).toEqual(['目录.csv']);
    expect(await unzipped(supervisor, `year=2026&town=${OWN.slice(0, 9)}`)).toHaveLength(2);
    expect(await unzipped(supervisor, 'year=2026&town=999999999')).toEqual(['目录.csv']);
  });

  test('手机时钟不对时贴的，日期压缩包记不下，也不拦别的', async () => {
    const year = (at: string) => `东升村–贫困人口识别–${A_CODE}–${at}–村委会门口.jpg`;
    const { drafter } = await hungWithPhotograph('1970-01-01T00:00:30.000Z');
    await upload(drafter, aJpeg());
    const supervisor = await world.phone('supervisor', OWN.slice(0, 9));
    expect(await unzipped(supervisor, 'year=2026')).toEqual(
      [year('1970-01-01'), '目录.csv'].sort(),
    );
    const { db } = world.store;
    const row = await db.selectFrom('notice').selectAll().executeTakeFirstOrThrow();
    const notice = row.notice.replaceAll('1970-01-01T00:00:30.000Z', '2150-01-01T00:00:30.000Z');
    await db.updateTable('notice').set({ notice }).execute();
    expect(await unzipped(supervisor, 'year=2026')).toEqual(
      [year('2150-01-01'), '目录.csv'].sort(),
    );
  });

  test('还没传到的照片，写在目录里，不拦别的', async () => {
    await hungWithPhotograph();
    const supervisor = await world.phone('supervisor', OWN.slice(0, 9));
    expect(await unzipped(supervisor, 'year=2026')).toEqual(['目录.csv']);
    const list = readFileSync(join(directory, 'unzipped', '目录.csv'), 'utf8');
    expect(list).toContain('还没传到服务器');
  });

  test('不管这些村的人拿不到；问得不对，说一声', async () => {
    const path = '/api/supervision/photographs.zip';
    const status = async (phone: Pick<Phone, 'cookie'>, query: string) =>
      (await app.request(`${path}?${query}`, { headers: { cookie: phone.cookie } })).status;
    expect(await status({ cookie: '' }, 'year=2026')).toBe(401);
    expect(await status(await world.phone('drafter'), 'year=2026')).toBe(403);
    const supervisor = await world.phone('supervisor', OWN.slice(0, 9));
    for (const query of ['', 'year=26', 'year=2026&town=../', 'year=2026&village=1']) {
      expect(await status(supervisor, query)).toBe(400);
    }
  });
});
