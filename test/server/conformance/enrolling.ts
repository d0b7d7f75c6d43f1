import { expect, test } from 'vitest';
import { actorOf, invite } from '../../../src/server/accounts/index.ts';
import { OWN, type World } from '../harness/world.ts';

const HOUR = 3_600_000;

export function enrolling(world: () => World): void {
  async function accept(token: string): Promise<Response> {
    return world().request('/api/enrol', { method: 'POST', body: JSON.stringify({ token }) });
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

  test('反复猜链接，很快就不让猜了', async () => {
    let last = 0;
    for (let attempt = 0; attempt < 40 && last !== 429; attempt++) {
      last = (await look(`${OWN}.${'A'.repeat(22)}`)).status;
    }
    expect(last).toBe(429);
  });
}
