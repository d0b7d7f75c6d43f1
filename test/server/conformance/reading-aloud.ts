import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { NoticeCode } from '../../../src/notice/index.ts';
import type { Recording } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import { aSound } from '../../builders/sound.ts';
import { aMutation, OWN, type Phone, SIBLING, TOWN, type World } from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

const NOTICE = '7K3M9QX2RT' as NoticeCode;
const PAGE = `/v/${OWN}/${NOTICE}`;
const content = aContent().withHouseholds(3);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const TUS = { 'tus-resumable': '1.0.0' };

export function readingAloud(world: () => World): void {
  async function publish(): Promise<{ drafter: Phone; reviewer: Phone }> {
    const drafter = await world().phone('drafter', OWN, '经办人小王');
    const reviewer = await world().phone('reviewer');
    await drafter.sync([aSave(content)]);
    await reviewer.sync([aPublication(content.build())]);
    return { drafter, reviewer };
  }

  async function begin(
    phone: Phone,
    sound: Uint8Array,
    others: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const said = {
      ...{ village: OWN, notice: NOTICE, recording: digestOf(sound) },
      ...{ revision: '1', seconds: '65', ...others },
    };
    const metadata = Object.entries(said).map(
      ([name, text]) => `${name} ${Buffer.from(text).toString('base64')}`,
    );
    return phone.request('/api/recordings/uploads', {
      method: 'POST',
      headers: {
        ...TUS,
        'upload-length': String(sound.length),
        'upload-metadata': metadata.join(),
      },
    });
  }

  function send(phone: Phone, address: string, bytes: Uint8Array, offset = 0): Promise<Response> {
    return phone.request(address, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(bytes),
    });
  }

  async function upload(
    phone: Phone,
    sound: Uint8Array,
    others: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const begun = await begin(phone, sound, others);
    return send(phone, begun.headers.get('location') ?? '', sound);
  }

  async function page(path = PAGE): Promise<string> {
    return (await world().request(path)).text();
  }

  async function held(phone: Phone): Promise<Recording[]> {
    return (await phone.request(`/api/recordings/${OWN}/${NOTICE}`)).json() as Promise<Recording[]>;
  }

  test('录音传到一半断了接着传；传完，公示页和听的页上就能听、能下载', async () => {
    const { drafter } = await publish();
    const sound = aSound();
    expect(await page()).not.toContain('<audio');
    const address = (await begin(drafter, sound)).headers.get('location') ?? '';
    await send(drafter, address, sound.subarray(0, 100));
    const asked = await drafter.request(address, { method: 'HEAD', headers: TUS });
    expect(asked.headers.get('upload-offset')).toBe('100');
    expect((await send(drafter, address, sound.subarray(100), 100)).status).toBe(204);

    const src = `${PAGE}/recording/${digestOf(sound)}.webm`;
    for (const path of [PAGE, `${PAGE}/listen`]) {
      const html = await page(path);
      expect(html).toContain('经办人小王念，2026年11月24日录，时长1:05');
      expect(html).toMatch(/<audio [^>]*preload="none"/);
      expect(html).toContain(`src="${src}"`);
      expect(html).toContain(`href="${src}" download=`);
    }
    const heard = await world().request(src);
    expect(heard.headers.get('content-type')).toBe('audio/webm');
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(sound);
    expect(await held(drafter)).toMatchObject([
      { id: digestOf(sound), revision: 1, seconds: 65, bytes: 300, type: 'audio/webm' },
    ]);
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test.each([
    ['bytes=0-1', 206, 'bytes 0-1/300', 2],
    ['bytes=290-', 206, 'bytes 290-299/300', 10],
    ['bytes=-5', 206, 'bytes 295-299/300', 5],
    ['bytes=0-999', 206, 'bytes 0-299/300', 300],
    ['bytes=300-', 416, 'bytes */300', 0],
    ['bytes=5-2', 200, null, 300],
    ['bytes=0-1,4-5', 200, null, 300],
    ['lines=1-2', 200, null, 300],
  ])('苹果手机要一段一段地取：%s', async (range, status, contentRange, length) => {
    const { drafter } = await publish();
    await upload(drafter, aSound());
    const src = `${PAGE}/recording/${digestOf(aSound())}.webm`;
    const part = await world().request(src, { headers: { range } });
    expect(part.status).toBe(status);
    expect(part.headers.get('content-range')).toBe(contentRange);
    expect((await part.arrayBuffer()).byteLength).toBe(length);
  });

  test('公布了新的一版，旧版的录音不再放出来；重新录一段就有了', async () => {
    const { drafter, reviewer } = await publish();
    await upload(drafter, aSound());
    const amended = content.withHouseholds(2);
    await drafter.sync([
      aMutation({ kind: 'save', baseVersion: 1, content: amended.build(), conflicts: [] }),
    ]);
    await reviewer.sync([aPublication(amended.build(), 2)]);
    const src = (sound: Buffer) => `${PAGE}/recording/${digestOf(sound)}.webm`;
    expect(await page()).not.toContain('<audio');
    expect((await world().request(src(aSound()))).status).toBe(404);
    await upload(drafter, aSound(400), { revision: '2' });
    expect(await page()).toContain(src(aSound(400)));
    // the village's own people still have both
    expect((await held(drafter)).map(({ revision }) => revision).sort()).toEqual([1, 2]);
  });

  test('录错了的可以撤下来，页面上跟着没有', async () => {
    const { drafter } = await publish();
    await upload(drafter, aSound());
    const gone = { village: OWN, notice: NOTICE, recording: digestOf(aSound()) };
    const remove = (phone: Phone) =>
      phone.request('/api/recordings/remove', { method: 'POST', body: JSON.stringify(gone) });
    const stranger = await world().phone('drafter', SIBLING);
    const supervisor = await world().phone('supervisor', TOWN);
    expect((await remove(stranger)).status).toBe(404);
    expect((await remove(supervisor)).status).toBe(403);
    expect(await page()).toContain('<audio');
    expect((await remove(drafter)).status).toBe(200);
    expect((await remove(drafter)).status).toBe(404);
    expect(await page()).not.toContain('<audio');
    expect(await held(drafter)).toEqual([]);
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('还没公布的版次，过后再传；不是声音的、别村的、只看不办的，不收', async () => {
    const { drafter } = await publish();
    expect((await begin(drafter, aSound(), { revision: '2' })).status).toBe(409);
    expect((await begin(drafter, aSound(), { seconds: '601' })).status).toBe(400);
    expect((await begin(drafter, aSound(), { notice: '../../etc' })).status).toBe(400);
    expect((await upload(drafter, Buffer.from('<!doctype html>'.padEnd(80)))).status).toBe(422);
    expect((await upload(drafter, aSound(), { recording: '0'.repeat(64) })).status).toBe(422);
    const large = await begin(drafter, new Uint8Array(4_000_001));
    expect(large.status).toBe(413);
    const stranger = await world().phone('drafter', SIBLING);
    const supervisor = await world().phone('supervisor', TOWN);
    expect((await begin(stranger, aSound())).status).toBe(403);
    expect((await begin(supervisor, aSound())).status).toBe(403);
    expect(await page()).not.toContain('<audio');
  });

  test('念了名单的录音，公示期满与名单一起撤下；村里自己的人还听得到', async () => {
    const { drafter } = await publish();
    await upload(drafter, aSound());
    const src = `${PAGE}/recording/${digestOf(aSound())}.webm`;
    expect((await world().request(src)).status).toBe(200);
    world().now = new Date('2027-06-01T08:00:00.000Z');
    expect(await page()).not.toContain('<audio');
    expect((await world().request(src)).status).toBe(404);
    const own = await drafter.request(`/api/recordings/${OWN}/${NOTICE}/${digestOf(aSound())}`);
    expect(own.status).toBe(200);
    const stranger = await world().phone('drafter', SIBLING);
    const foreign = `/api/recordings/${OWN}/${NOTICE}/${digestOf(aSound())}`;
    expect((await stranger.request(foreign)).status).toBe(404);
  });
}
