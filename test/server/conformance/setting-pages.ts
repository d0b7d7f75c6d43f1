import { expect, test } from 'vitest';
import type { PageSettingsTold } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import {
  DISTRICT,
  FOREIGN,
  OTHER_TOWN,
  OWN,
  type Phone,
  SIBLING,
  TOWN,
  type World,
} from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

const NOTICE = `/v/${OWN}/7K3M9QX2RT`;
const LICENCE = { name: '知识共享署名 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

export function settingPages(world: () => World): void {
  const administrator = () => world().phone('administrator', DISTRICT);

  async function change(phone: Phone, place: string, settings: object): Promise<number> {
    const body = JSON.stringify({ place, settings });
    return (await phone.request('/api/places/settings', { method: 'POST', body })).status;
  }

  async function told(phone: Phone, place: string): Promise<PageSettingsTold> {
    const answer = await phone.request(`/api/places/settings?place=${place}`);
    return answer.json() as Promise<PageSettingsTold>;
  }

  async function publish(): Promise<void> {
    const content = aContent().withHouseholds(3);
    await (await world().phone('drafter')).sync([aSave(content)]);
    await (await world().phone('reviewer')).sync([aPublication(content.build())]);
  }

  async function page(path = NOTICE): Promise<string> {
    return (await world().request(path)).text();
  }

  test('没设过的，是程序自己的办法', async () => {
    expect(await told(await administrator(), OWN)).toEqual({
      settings: { answerWorkingDays: null, names: 'whole', keepLists: false, licence: null },
      villages: 1,
      various: [],
    });
  });

  test('改了马上照新的显示：姓名隐去一部分，注明数据许可，期满名单留着；改回来也一样', async () => {
    await publish();
    const phone = await administrator();
    expect(await page()).toContain('赵某一');
    expect(await change(phone, OWN, { names: 'masked', licence: LICENCE })).toBe(200);
    expect(await page()).not.toContain('赵某一');
    expect(await page()).toContain('赵*一');
    expect(await page()).toContain(LICENCE.url);
    expect(await change(phone, OWN, { names: 'whole', licence: null, keepLists: true })).toBe(200);
    expect(await page()).toContain('赵某一');
    expect(await page()).not.toContain(LICENCE.url);
    world().now = new Date('2027-06-01T08:00:00.000Z');
    expect(await page()).toContain('赵某一');
    expect(await change(phone, OWN, { keepLists: false })).toBe(200);
    expect(await page()).not.toContain('赵某一');
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test('答复期限改成两个工作日，新来的意见就按两天算', async () => {
    await publish();
    const phone = await administrator();
    expect(await change(phone, OWN, { answerWorkingDays: 2 })).toBe(200);
    const sent = await world().request(`${NOTICE}/objection`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ text: '第3户家里有小汽车。' }).toString(),
    });
    expect(await page(sent.headers.get('location') ?? '')).toContain('2026年11月26日');
  });

  test('给全镇、全区一次设好；各村不一样的，说得出是哪几样', async () => {
    const phone = await administrator();
    expect(await change(phone, TOWN, { names: 'masked' })).toBe(200);
    expect((await told(phone, SIBLING)).settings.names).toBe('masked');
    expect((await told(phone, FOREIGN)).settings.names).toBe('whole');
    expect(await told(phone, TOWN)).toMatchObject({ villages: 2, various: [] });
    expect(await told(phone, DISTRICT)).toMatchObject({ villages: 3, various: ['names'] });
    expect(await change(phone, DISTRICT, { names: 'whole', keepLists: true })).toBe(200);
    expect(await told(phone, DISTRICT)).toMatchObject({
      settings: { names: 'whole', keepLists: true },
      various: [],
    });
    // what a village decides for itself stays with it
    expect(await change(phone, TOWN, { onePersonMayPublish: true })).toBe(200);
    expect(phone.session.villages.every(({ onePersonMayPublish }) => !onePersonMayPublish)).toBe(
      true,
    );
    for (const village of [OWN, SIBLING, FOREIGN]) {
      expect(await verifyLedger(world().store.db, village)).toBeUndefined();
    }
  });

  test.each([
    [{ answerWorkingDays: 0 }],
    [{ answerWorkingDays: 61 }],
    [{ answerWorkingDays: 1.5 }],
    [{ names: 'hidden' }],
    [{ keepLists: 'yes' }],
    [{ licence: { name: '', url: 'https://example.cn' } }],
    [{ licence: { name: '恶意', url: 'javascript:alert(1)' } }],
    [{ demo: true }],
  ])('不像样的设置不收：%j', async (settings) => {
    const phone = await administrator();
    expect(await change(phone, OWN, settings)).toBe(400);
  });

  test('只有本区县的管理员看得到、改得了', async () => {
    const others = [
      await world().phone('drafter'),
      await world().phone('reviewer'),
      await world().phone('supervisor', TOWN),
    ];
    for (const phone of others) {
      expect((await phone.request(`/api/places/settings?place=${OWN}`)).status).toBe(404);
      expect(await change(phone, OWN, { names: 'masked' })).toBe(404);
    }
    const phone = await administrator();
    for (const place of ['110101', '2307171', '', `${OTHER_TOWN}999`]) {
      expect((await phone.request(`/api/places/settings?place=${place}`)).status).toBe(404);
    }
    expect(await change(phone, '110101', { names: 'masked' })).toBe(404);
    expect((await world().request(`/api/places/settings?place=${OWN}`)).status).toBe(401);
  });
}
