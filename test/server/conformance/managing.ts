import { expect, test } from 'vitest';
import type { InvitationLink, PersonWithDevices } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import { DISTRICT, FOREIGN, OWN, type Phone, TOWN, type World } from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

export function managing(world: () => World): void {
  const administrator = () => world().phone('administrator', DISTRICT);

  async function post<Answer>(phone: Phone, path: string, body: unknown) {
    const response = await phone.request(`/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  }
  async function peopleOf(phone: Phone, place: string): Promise<PersonWithDevices[]> {
    return (await phone.request(`/api/people?place=${place}`)).json() as Promise<
      PersonWithDevices[]
    >;
  }

  test('管理员添一个人，得到一个链接，那个人的手机就能登记', async () => {
    const phone = await administrator();
    const { status, answer } = await post<InvitationLink>(phone, '/people', {
      place: OWN,
      name: '王某一',
      role: 'drafter',
    });
    expect(status).toBe(200);
    const token = answer.link.split('#')[1];
    const enrolled = await world().request('/api/enrol', {
      method: 'POST',
      headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14)' },
      body: JSON.stringify({ token }),
    });
    expect(enrolled.status).toBe(200);
    expect(await peopleOf(phone, OWN)).toMatchObject([
      { name: '王某一', role: 'drafter', devices: [{ label: 'Android' }] },
    ]);
  });

  test('换了手机，管理员再给一个链接；旧手机可以单独停用', async () => {
    const phone = await administrator();
    const drafter = await world().phone('drafter');
    const { person, session } = drafter;
    const again = await post<InvitationLink>(phone, '/people/invite', {
      place: OWN,
      person: person.id,
    });
    expect(again.status).toBe(200);
    const second = await world().phoneOf(person);
    const revoked = await post(phone, '/devices/revoke', { place: OWN, device: session.device.id });
    expect(revoked.status).toBe(200);
    await expect(drafter.sync()).rejects.toThrow('401');
    expect((await second.sync()).results).toEqual([]);
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('丢了手机的人，用另一部手机自己就能停掉丢的那一部，停不了别人的', async () => {
    const lost = await world().phone('drafter');
    const other = await world().phoneOf(lost.person);
    const stranger = await world().phone('reviewer');
    const device = lost.session.device.id;
    expect((await post(stranger, '/devices/revoke', { place: OWN, device })).status).toBe(404);
    expect((await lost.sync()).results).toEqual([]);
    expect((await post(other, '/devices/revoke', { place: OWN, device })).status).toBe(200);
    await expect(lost.sync()).rejects.toThrow('401');
  });

  test('人走了，手机和没用过的链接都停用，做过的事还写着他的名字', async () => {
    const phone = await administrator();
    const drafter = await world().phone('drafter', OWN, '王某一');
    await drafter.sync([aSave()]);
    const pending = await post<InvitationLink>(phone, '/people/invite', {
      place: OWN,
      person: drafter.person.id,
    });
    const removed = await post(phone, '/people/remove', { place: OWN, person: drafter.person.id });
    expect(removed.status).toBe(200);
    await expect(drafter.sync()).rejects.toThrow('401');
    const token = pending.answer.link.split('#')[1];
    const late = await world().request('/api/enrol', {
      method: 'POST',
      body: JSON.stringify({ token }),
    });
    expect(late.status).toBe(404);
    const reviewer = await world().phone('reviewer');
    expect((await reviewer.sync()).changes[0]?.notice.saved.name).toBe('王某一');
  });

  test('村里只有一个人，管理员准许以后，他自己起草、自己公布', async () => {
    const phone = await administrator();
    const drafter = await world().phone('drafter');
    const content = aContent().withHouseholds(2);
    await drafter.sync([aSave(content)]);
    const settings = { onePersonMayPublish: true };
    expect((await post(phone, '/places/settings', { place: OWN, settings })).status).toBe(200);
    const { results } = await drafter.sync([aPublication(content.build())]);
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('不是管理员的人，看不到、添不了、删不了人；管理员也管不到别的区县', async () => {
    const admin = await administrator();
    const drafter = await world().phone('drafter');
    const supervisor = await world().phone('supervisor', TOWN);
    const person = drafter.person.id;
    for (const phone of [drafter, supervisor, await world().phone('reviewer')]) {
      expect((await phone.request(`/api/people?place=${OWN}`)).status).toBe(404);
      const requests: [string, object][] = [
        ['/people', { place: OWN, name: '某', role: 'reviewer' }],
        ['/people/invite', { place: OWN, person }],
        ['/people/remove', { place: OWN, person }],
        ['/places/settings', { place: OWN, settings: { onePersonMayPublish: true } }],
      ];
      for (const [path, body] of requests) {
        expect((await post(phone, path, body)).status, path).toBe(404);
      }
    }
    expect((await admin.request('/api/people?place=110101')).status).toBe(404);
    expect(
      (await post(admin, '/people', { place: '110101001001', name: '某', role: 'drafter' })).status,
    ).toBe(404);
    expect(
      (await post(admin, '/people', { place: TOWN, name: '某', role: 'drafter' })).status,
    ).toBe(400);
    expect(
      (await post(admin, '/people', { place: FOREIGN, name: ' ', role: 'drafter' })).status,
    ).toBe(400);
    expect(
      (await post(admin, '/people/remove', { place: DISTRICT, person: admin.person.id })).status,
    ).toBe(409);
    expect((await world().request(`/api/people?place=${OWN}`)).status).toBe(401);
  });

  test('每个人看得到自己登记过的手机', async () => {
    const one = await world().phone('drafter');
    await world().phoneOf(one.person);
    await world().phone('drafter', OWN, '别人');
    expect(await (await one.request('/api/devices')).json()).toHaveLength(2);
  });
}
