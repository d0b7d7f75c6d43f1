import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NoticeCode, ObjectionAction, ObjectionCode } from '../../../src/notice/index.ts';
import type { ObjectionMutation, ObjectionsResponse } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import { aJpeg, exifWith, withSegment } from '../../builders/jpeg.ts';
import { aMutation, OWN, type Phone, SIBLING, TOWN, type World } from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

const NOTICE = '7K3M9QX2RT' as NoticeCode;
const FORM = `/v/${OWN}/${NOTICE}/objection`;
const words = { text: '第3户家里有小汽车，请核实。', name: '周某九', telephone: '0458-1234567' };
const content = aContent().withHouseholds(3);

let made = 0;
function handling(
  objection: string,
  action: ObjectionAction,
  others: Partial<ObjectionMutation> = {},
): ObjectionMutation {
  made += 1;
  return {
    id: `handling-${made}`,
    village: OWN,
    notice: NOTICE,
    objection: objection as ObjectionCode,
    action,
    at: '2026-11-24T09:00:00.000Z',
    ...others,
  };
}

async function objectionsOf(
  phone: Phone,
  mutations: readonly ObjectionMutation[] = [],
  cursor = 0,
  knowsPhotographs = false,
): Promise<ObjectionsResponse> {
  const response = await phone.sync([], {
    objections: {
      cursors: { [OWN]: cursor },
      mutations: [...mutations],
      ...(knowsPhotographs ? { photographs: true } : {}),
    },
  });
  if (!response.objections) throw new Error('nothing was said about objections');
  return response.objections;
}

export function objecting(world: () => World): void {
  async function publish(): Promise<{ drafter: Phone; reviewer: Phone }> {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer', OWN, '审核人老李');
    await drafter.sync([aSave(content)]);
    await reviewer.sync([aPublication(content.build())]);
    return { drafter, reviewer };
  }

  async function send(
    fields: Record<string, string> = words,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; location: string; html: string }> {
    const response = await world().request(FORM, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, html: await response.text() };
  }

  /** Sends the form as a browser does that had a file to choose. */
  async function sendWith(
    file: Uint8Array | undefined,
    fields: Record<string, string> = words,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; location: string; html: string }> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('photograph', new Blob([new Uint8Array(file ?? [])]), file ? '车.jpg' : '');
    const response = await world().request(FORM, { method: 'POST', body: form, headers });
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, html: await response.text() };
  }

  async function page(path: string): Promise<string> {
    return (await world().request(path)).text();
  }

  test('村民提意见，不用登记；凭回执号看到收到了，村里和镇里下次同步就看到', async () => {
    const { drafter } = await publish();
    const supervisor = await world().phone('supervisor', TOWN);
    const { status, location } = await send();
    expect(status).toBe(303);
    const receipt = await page(location);
    expect(receipt).toContain(words.text);
    expect(receipt).toContain('2026年12月1日');

    for (const phone of [drafter, supervisor]) {
      const { changes, cursors } = await objectionsOf(phone);
      expect(changes).toMatchObject([{ sequence: 3, objection: { ...words, notice: NOTICE } }]);
      expect(cursors).toEqual({ [OWN]: 3 });
      expect((await objectionsOf(phone, [], 3)).changes).toEqual([]);
    }
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('没问起意见的旧版手机，照常同步，什么也不多给', async () => {
    const { drafter } = await publish();
    await send();
    const response = await drafter.sync();
    expect(response).not.toHaveProperty('objections');
    expect(response.cursors).toEqual({ [OWN]: 3 });
  });

  test('别村的人看不到，也处理不了', async () => {
    await publish();
    const { location } = await send();
    const code = location.slice(FORM.length + 1, FORM.length + 11);
    const stranger = await world().phone('reviewer', SIBLING);
    const answer = handling(code, { kind: 'answer', text: '我来答复' });
    const { changes, results } = await objectionsOf(stranger, [answer]);
    expect(changes).toEqual([]);
    expect(results).toMatchObject([{ outcome: 'refused', code: 'not-allowed' }]);
  });

  test('村里答复，村民看到；公开以后人人看到，姓名电话谁也看不到', async () => {
    const { reviewer } = await publish();
    const { location } = await send();
    const { changes } = await objectionsOf(reviewer);
    const code = changes[0]?.objection.code ?? '';
    const answer = handling(code, { kind: 'answer', text: '已入户核实，车是借的。' });
    const { results } = await objectionsOf(reviewer, [answer, answer]);
    expect(results).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    expect((await page(location)).match(/已入户核实/g)).toHaveLength(1);

    const notice = `/v/${OWN}/${NOTICE}`;
    expect(await page(notice)).not.toContain('已入户核实');
    const show = handling(code, { kind: 'show', text: '有村民反映第3户有小汽车。' });
    await objectionsOf(reviewer, [show]);
    const open = await page(notice);
    expect(open).toContain('有村民反映第3户有小汽车。');
    expect(open).toContain('已入户核实，车是借的。');
    expect(open).not.toContain(words.name);
    expect(open).not.toContain(words.telephone);
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('转镇里以后由镇里答复；经办人不能决定公开', async () => {
    const { drafter } = await publish();
    const supervisor = await world().phone('supervisor', TOWN);
    await send();
    const code = (await objectionsOf(drafter)).changes[0]?.objection.code ?? '';
    const { results } = await objectionsOf(drafter, [
      handling(code, { kind: 'escalate', reason: '涉及村干部亲属' }),
      handling(code, { kind: 'answer', text: '没有问题' }),
      handling(code, { kind: 'show', text: '有人提意见' }),
    ]);
    expect(results.map((one) => (one.outcome === 'refused' ? one.code : one.outcome))).toEqual([
      'accepted',
      'with-the-town',
      'not-allowed',
    ]);
    const answered = await objectionsOf(supervisor, [
      handling(code, { kind: 'answer', text: '镇里已核实。' }),
    ]);
    expect(answered.results).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('打电话来的意见，由村干部代记', async () => {
    const { drafter } = await publish();
    const record = { kind: 'record', channel: 'telephone', ...words } as const;
    const { results, changes } = await objectionsOf(drafter, [handling('0123456789', record)]);
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
    expect(changes).toMatchObject([
      { objection: { channel: 'telephone', recordedBy: { person: drafter.person.id } } },
    ]);
    expect(await page(`${FORM}/01234-56789`)).toContain(words.text);
  });

  test('因为意见改了公示：答复指到新的一版，公示页上写明', async () => {
    const { drafter, reviewer } = await publish();
    await send();
    const code = (await objectionsOf(drafter)).changes[0]?.objection.code ?? '';
    const amended = content.withHouseholds(2);
    await drafter.sync([
      aMutation({ kind: 'save', baseVersion: 1, content: amended.build(), conflicts: [] }),
    ]);
    await reviewer.sync([aPublication(amended.build(), 2)]);
    await objectionsOf(drafter, [
      handling(code, { kind: 'answer', text: '已更正名单。', ledTo: 2 }),
    ]);
    expect(await page(`/v/${OWN}/${NOTICE}`)).toContain('见第2版');
  });

  test('连按两下、刷新重发，只算一条意见', async () => {
    await publish();
    const draft = /name="draft" value="([^"]+)"/.exec(await page(FORM))?.[1] ?? '';
    const first = await send({ ...words, draft });
    const again = await send({ ...words, draft });
    expect(first.location).toContain(draft);
    expect(again.location).toBe(first.location);
    const other = await send({ ...words, draft, text: '还有一件事' });
    expect(other.location).not.toBe(first.location);
  });

  test('没写字、写得太长、机器人的格子有字：不收，写过的一个字不丢', async () => {
    await publish();
    const empty = await send({ ...words, text: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('value="周某九"');
    const long = '很长'.repeat(1_500);
    expect((await send({ ...words, text: long })).html).toContain(long);
    const trapped = await send({ ...words, website: 'https://example.com' });
    expect(trapped.status).toBe(422);
    expect(trapped.html).toContain(words.text);
  });

  test('一个地址一小时只收十条，多出来的字还在，别处的照收', async () => {
    await publish();
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let count = 1; count <= 10; count += 1) {
      expect((await send({ text: `第${count}条` }, from('10.9.0.1'))).status).toBe(303);
    }
    const refused = await send({ text: '第11条' }, from('10.9.0.1'));
    expect(refused.status).toBe(429);
    expect(refused.html).toContain('第11条');
    expect((await send({ text: '另一家' }, from('10.9.0.2'))).status).toBe(303);
    world().now = new Date(world().now.getTime() + 3_600_000);
    expect((await send({ text: '过了一小时' }, from('10.9.0.1'))).status).toBe(303);
  });

  test('微信里的浏览器不说来处也能提；别的网站冒名来提的不收', async () => {
    await publish();
    expect((await send(words, { origin: 'null' })).status).toBe(303);
    expect((await send(words, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(words, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const form = await world().request(FORM);
    expect(form.headers.get('referrer-policy')).toBe('same-origin');
  });

  test('写进来的身份证号，存下以前先遮住', async () => {
    const { drafter } = await publish();
    await send({ text: '户主230717188001010012不符合条件' });
    const { changes } = await objectionsOf(drafter);
    expect(changes[0]?.objection.text).toBe('户主230717************不符合条件');
  });

  test('台账记着每一条意见：谁从库里删掉或改动，校验就查得出来', async () => {
    const { drafter } = await publish();
    await send();
    const code = (await objectionsOf(drafter)).changes[0]?.objection.code ?? '';
    const { db } = world().store;
    const stored = await db.selectFrom('objection').selectAll().executeTakeFirstOrThrow();
    const altered = stored.objection.replace('小汽车', '自行车');
    await db
      .updateTable('objection')
      .set({ objection: altered })
      .where('code', '=', code)
      .execute();
    expect(await verifyLedger(db, OWN)).toMatchObject({ code: 'objection-altered' });
    await db.deleteFrom('objection').where('code', '=', code).execute();
    expect(await verifyLedger(db, OWN)).toMatchObject({ code: 'objection-altered' });
  });

  test('附一张照片：村里和镇里看得到，公开的页面和别的村一概看不到', async () => {
    const { drafter, reviewer } = await publish();
    const { status, location } = await sendWith(
      withSegment(aJpeg(), 0xe1, exifWith(6, 'GPS 47.72N 128.84E')),
    );
    expect(status).toBe(303);
    expect(await page(location)).toContain('收到一张');
    const supervisor = await world().phone('supervisor', TOWN);
    const stranger = await world().phone('drafter', SIBLING);
    const { changes } = await objectionsOf(drafter, [], 0, true);
    const { photograph, code } = changes[0]?.objection ?? {};
    if (!photograph || !code) throw new Error('no photograph was told of');
    const address = `/api/photographs/${OWN}/${photograph.id}.jpg`;
    for (const phone of [drafter, supervisor]) {
      const picture = await phone.request(address);
      expect(picture.headers.get('content-type')).toBe('image/jpeg');
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(bytes.includes('GPS')).toBe(false);
      expect(bytes.length).toBe(photograph.bytes);
    }
    expect((await stranger.request(address)).status).toBe(404);
    expect((await world().request(address)).status).toBe(401);

    const answer = { kind: 'answer', text: '已核实。' } as const;
    const show = { kind: 'show', text: '有村民反映第3户有小汽车。' } as const;
    await objectionsOf(reviewer, [handling(code, answer), handling(code, show)]);
    const notice = `/v/${OWN}/${NOTICE}`;
    expect(await page(notice)).not.toContain(photograph.id);
    const open = await world().request(`${notice}/photographs/${photograph.id}.jpg`);
    expect(open.status).toBe(404);
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('不认得照片的旧版手机，照样收到意见，只是没有照片', async () => {
    const { drafter } = await publish();
    await sendWith(aJpeg());
    const { changes } = await objectionsOf(drafter);
    expect(changes).toMatchObject([{ objection: { text: words.text } }]);
    expect(changes[0]?.objection).not.toHaveProperty('photograph');
  });

  test('没选照片也能交；附的不是照片、太大的，退回来，写过的一个字不丢', async () => {
    const { drafter } = await publish();
    expect((await sendWith(undefined)).status).toBe(303);
    const trick = await sendWith(Buffer.from('<svg onload="alert(1)"/>'));
    expect(trick.status).toBe(422);
    expect(trick.html).toContain('附的不是照片');
    const large = await sendWith(new Uint8Array(10_400_000).fill(7));
    expect(large.status).toBe(413);
    for (const { html } of [trick, large]) {
      expect(html).toContain(words.text);
      expect(html).toContain('value="周某九"');
      expect(html).toContain('照片要重新选一次');
    }
    expect((await objectionsOf(drafter)).changes).toHaveLength(1);
  });

  test('服务器一时存不下照片：说清楚，写过的一个字不丢；不附照片的照收', async () => {
    const { drafter } = await publish();
    // a file where the photographs' folder should be: nothing can be written into it
    writeFileSync(join(world().dataDirectory, 'photographs'), '');
    const refused = await sendWith(aJpeg());
    expect(refused.status).toBe(503);
    expect(refused.html).toContain('一时存不下来');
    expect(refused.html).toContain(words.text);
    expect((await objectionsOf(drafter)).changes).toEqual([]);
    expect((await sendWith(undefined)).status).toBe(303);
  });

  test('一个地址连着发照片，第六张起不收照片，字照收', async () => {
    await publish();
    const from = { 'x-forwarded-for': '10.9.0.7' };
    for (let count = 1; count <= 5; count += 1) {
      expect((await sendWith(aJpeg(), { text: `第${count}张` }, from)).status).toBe(303);
    }
    const refused = await sendWith(aJpeg(), { text: '第6张' }, from);
    expect(refused.html).toContain('照片太多');
    expect(refused.html).toContain('第6张');
    expect((await sendWith(undefined, { text: '第6张' }, from)).status).toBe(303);
  });

  test('没有公布的公示，不收意见；没有的回执号，说没有', async () => {
    expect((await send()).status).toBe(200);
    await publish();
    const unknown = await world().request(`${FORM}/ZZZZZ-ZZZZZ`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('没有这个回执号');
    const looked = await world().request(`${FORM}?receipt=zzzzz`);
    expect(looked.status).toBe(404);
    const { location } = await send();
    const code = location.slice(FORM.length + 1, FORM.length + 11);
    const found = await world().request(`${FORM}?receipt=${code.toLowerCase()}`);
    expect(found.headers.get('location')).toBe(`${FORM}/${code}`);
  });
}
