import { expect, test } from 'vitest';
import { actorOf, invite } from '../../../src/server/accounts/index.ts';
import { OWN, type World } from '../harness/world.ts';

const HOUR = 3_600_000;
/** What a phone draws for one link, and keeps. */
const OWN_ATTEMPT = 'A'.repeat(32);

export function enrolling(world: () => World): void {
  async function accept(token: string, attempt?: string): Promise<Response> {
    const body = JSON.stringify({ token, attempt });
    return world().request('/api/enrol', { method: 'POST', body });
  }
  async function lookAgain(token: string, attempt: string): Promise<number> {
    const body = JSON.stringify({ token, attempt });
    return (await world().request('/api/invitation', { method: 'POST', body })).status;
  }
  async function aLink(): Promise<string> {
    const person = await world().person('drafter', OWN);
    return invite(world().store, person, world().now);
  }
  async function look(token: string): Promise<Response> {
    return world().request(`/api/invitation?token=${encodeURIComponent(token)}`);
  }

  test('邀请链接先说是给谁的，接受以后手机就登记好了', async () => {
    const person = await world().person('drafter', OWN, '王某一');
    const token = await invite(world().store, person, world().now);
    expect(await (await look(token)).json()).toEqual({
      name: '王某一',
      role: 'drafter',
      placeName: '东升镇东升村',
      demo: false,
    });
    const response = await accept(token);
    expect(await response.json()).toMatchObject({
      person: { name: '王某一', role: 'drafter', place: OWN },
      villages: [{ code: OWN, name: '东升村', town: '东升镇', onePersonMayPublish: false }],
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain(token);
  });

  test('链接只能用一次', async () => {
    const person = await world().person('drafter', OWN);
    const token = await invite(world().store, person, world().now);
    expect((await accept(token)).status).toBe(200);
    expect((await accept(token)).status).toBe(404);
    expect((await look(token)).status).toBe(404);
  });

  test('两部手机同时打开一个链接，只有一部登记成功', async () => {
    const person = await world().person('drafter', OWN);
    const token = await invite(world().store, person, world().now);
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });

  test('链接七十二小时内有效，过了就不行', async () => {
    const person = await world().person('drafter', OWN);
    const token = await invite(world().store, person, world().now);
    world().now = new Date(world().now.getTime() + 72 * HOUR - 1);
    expect((await look(token)).status).toBe(200);
    world().now = new Date(world().now.getTime() + 1);
    expect((await look(token)).status).toBe(404);
    expect((await accept(token)).status).toBe(404);
  });

  test('演示村的链接可以反复用', async () => {
    const person = await world().person('drafter', OWN);
    const token = await invite(world().store, person, world().now, { reusable: true });
    expect((await accept(token)).status).toBe(200);
    expect((await accept(token)).status).toBe(200);
  });

  test('演示村的链接，头一次的答复丢了、过了一天再点，也还能进', async () => {
    const person = await world().person('drafter', OWN);
    const token = await invite(world().store, person, world().now, { reusable: true });
    const first = await accept(token, OWN_ATTEMPT);
    world().now = new Date(world().now.getTime() + 25 * HOUR);
    const second = await accept(token, OWN_ATTEMPT);
    expect(second.status).toBe(200);
    expect(second.headers.get('set-cookie')).not.toBe(first.headers.get('set-cookie'));
    await world().store.db.updateTable('device').set({ revoked_at: 'then' }).execute();
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(200);
  });

  test('数据库里没有一个能拿来登录的字', async () => {
    const phone = await world().phone('drafter');
    const token = phone.cookie.split('=')[1] ?? '';
    expect(await actorOf(world().store, token, world().now)).toMatchObject({ role: 'drafter' });
    const rows = await world().store.db.selectFrom('device').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
  });

  test('没有登记、编造的、改过一个字的令牌，都进不来', async () => {
    const phone = await world().phone('drafter');
    const token = phone.cookie.split('=')[1] ?? '';
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const elsewhere = token.replace(OWN, '230717100');
    for (const cookie of [
      '',
      'device=',
      'device=x',
      `device=${changed}`,
      `device=${elsewhere}`,
      `device=${token}%00`,
      `device=${OWN}.${'A'.repeat(22)}`,
      `device=' OR 1=1 --`,
    ]) {
      const response = await world().request('/api/session', { headers: { cookie } });
      expect(response.status, cookie).toBe(401);
    }
    expect((await phone.request('/api/session')).status).toBe(200);
  });

  test('手机停用以后，一步也做不了', async () => {
    const phone = await world().phone('drafter');
    await world()
      .store.db.updateTable('device')
      .set({ revoked_at: world().now.toISOString() })
      .where('id', '=', phone.session.device.id)
      .execute();
    await expect(phone.sync()).rejects.toThrow('401');
    expect((await phone.request('/api/session')).status).toBe(401);
  });

  test('一屋子人用同一个网络登记，谁也不用等', async () => {
    for (let number = 0; number < 30; number++) {
      const person = await world().person('drafter', OWN, `经办人${number}`);
      const token = await invite(world().store, person, world().now);
      expect((await look(token)).status).toBe(200);
      expect((await accept(token)).status).toBe(200);
    }
  });

  test('一年多没用过的手机，要重新登记；用着的一直有效', async () => {
    const phone = await world().phone('drafter');
    const days = (count: number) => {
      world().now = new Date(world().now.getTime() + count * 24 * HOUR);
    };
    for (let time = 0; time < 3; time++) {
      days(399);
      expect((await phone.request('/api/session')).status).toBe(200);
    }
    days(401);
    expect((await phone.request('/api/session')).status).toBe(401);
  });

  test('邀请也可以放在请求里面问，不写在地址上', async () => {
    const person = await world().person('drafter', OWN, '王某一');
    const token = await invite(world().store, person, world().now);
    const ask = (body: unknown) =>
      world().request('/api/invitation', { method: 'POST', body: JSON.stringify(body) });
    expect(await (await ask({ token })).json()).toMatchObject({ name: '王某一' });
    expect((await ask({ token: `${token}x` })).status).toBe(404);
    expect((await ask({})).status).toBe(400);
  });

  test('答复在路上丢了：同一部手机再试，还是那一次登记，台账也只记一次', async () => {
    const token = await aLink();
    const lost = await accept(token, OWN_ATTEMPT);
    expect(lost.status).toBe(200);
    world().now = new Date(world().now.getTime() + 20 * HOUR);
    expect(await lookAgain(token, OWN_ATTEMPT)).toBe(200);
    const again = await accept(token, OWN_ATTEMPT);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(await lost.json());
    // one cookie: whichever answer comes last, it works
    expect(again.headers.get('set-cookie')).toBe(lost.headers.get('set-cookie'));
    const cookie = again.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await world().request('/api/session', { headers: { cookie } })).status).toBe(200);
    const devices = await world().store.db.selectFrom('device').selectAll().execute();
    expect(devices).toHaveLength(1);
    const ledger = await world().store.db.selectFrom('ledger').select('entry').execute();
    expect(ledger.filter(({ entry }) => entry.includes('device-enrolled'))).toHaveLength(1);
  });

  test('同一部手机同时问两遍，也只登记一次', async () => {
    const token = await aLink();
    const answers = await Promise.all([1, 2, 3].map(() => accept(token, OWN_ATTEMPT)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const cookies = answers.map(({ headers }) => headers.get('set-cookie'));
    expect(new Set(cookies).size).toBe(1);
    expect(await world().store.db.selectFrom('device').selectAll().execute()).toHaveLength(1);
  });

  test('只拿到链接的别人、编造的凭据、过了一天，都进不来', async () => {
    const token = await aLink();
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(200);
    expect((await accept(token)).status).toBe(404);
    expect((await look(token)).status).toBe(404);
    expect((await accept(token, 'B'.repeat(32))).status).toBe(404);
    expect(await lookAgain(token, 'B'.repeat(32))).toBe(404);
    expect((await accept(token, 'short')).status).toBe(400);
    expect((await accept(await aLink(), OWN_ATTEMPT)).status).toBe(200);
    world().now = new Date(world().now.getTime() + 24 * HOUR);
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(404);
    expect(await lookAgain(token, OWN_ATTEMPT)).toBe(404);
  });

  test('停用了的手机、已经不在了的人，用原来的凭据也不能再进来', async () => {
    const token = await aLink();
    await accept(token, OWN_ATTEMPT);
    const now = world().now.toISOString();
    const { db } = world().store;
    await db.updateTable('device').set({ revoked_at: now }).execute();
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(404);
    await db.updateTable('device').set({ revoked_at: null }).execute();
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(200);
    await db.updateTable('person').set({ removed_at: now }).execute();
    expect((await accept(token, OWN_ATTEMPT)).status).toBe(404);
  });

  test('凭据和链接都不够拿来登录，数据库里的也不够', async () => {
    const token = await aLink();
    const answer = await accept(token, OWN_ATTEMPT);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    for (const guess of [OWN_ATTEMPT, token.split('.')[1] ?? '']) {
      const told = { cookie: `device=${OWN}.${guess.slice(0, 22)}` };
      expect((await world().request('/api/session', { headers: told })).status).toBe(401);
    }
    for (const table of ['device', 'invitation', 'installation', 'ledger'] as const) {
      const rows = JSON.stringify(await world().store.db.selectFrom(table).selectAll().execute());
      expect(rows).not.toContain(cookie.split('.')[1]);
      expect(rows).not.toContain(OWN_ATTEMPT);
    }
  });

  test('反复猜链接，很快就不让猜了', async () => {
    let last = 0;
    for (let attempt = 0; attempt < 40 && last !== 429; attempt++) {
      last = (await look(`${OWN}.${'A'.repeat(22)}`)).status;
    }
    expect(last).toBe(429);
  });
}
