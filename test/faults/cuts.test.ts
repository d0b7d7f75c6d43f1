import { expect, test } from 'vitest';
import { SyncTrouble, type Transport } from '../../src/device/index.ts';
import { withCell, withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { LI, Phone, WANG } from '../device/phone.ts';

type Cut = '请求没到' | '答复没到' | '送到两遍' | '关了程序';
const CUTS: readonly Cut[] = ['请求没到', '答复没到', '送到两遍', '关了程序'];

/** A day's work of two people, with one cut at the numbered request of the day. */
async function aDayWithACut(cut: Cut, at: number) {
  const server = new ModelServer({ villages: [DONGSHENG], pageCharacters: 3_000 });
  let requests = 0;
  const people = { wang: await Phone.of(server, WANG), li: await Phone.of(server, LI) };
  const bent =
    (phone: Phone): Transport =>
    async (request) => {
      requests += 1;
      if (requests !== at) return phone.plainLink(request);
      if (cut === '请求没到') throw new SyncTrouble('offline');
      const answer = await phone.plainLink(request);
      if (cut === '送到两遍') return phone.plainLink(request);
      if (cut === '答复没到') throw new SyncTrouble('offline');
      phone.database.close();
      return answer;
    };
  const attempt = async (name: keyof typeof people) => {
    people[name].link = bent(people[name]);
    try {
      await people[name].sync();
    } catch (error) {
      if (cut !== '关了程序') throw error;
      people[name] = people[name].restarted();
    }
  };
  const sync = async (name: keyof typeof people) => {
    await attempt(name);
    await attempt(name);
  };

  const first = await people.wang.draft();
  const second = await people.wang.draft();
  await sync('wang');
  await people.wang.type(first, (content) => withField(content, 'note', '小王写的'));
  await people.wang.act(first, { kind: 'submit' });
  await sync('li');
  await people.li.type(first, (content) =>
    withCell(content, 'households', 'household-1', 'size', '7'),
  );
  await sync('wang');
  await sync('li');
  await people.li.publish(first);
  await people.wang.type(second, (content) => withField(content, 'note', '第二份'));
  await sync('li');
  await sync('wang');
  await sync('li');
  return { server, people, requests, first, second };
}

const whole = await aDayWithACut('请求没到', 0);

test('不断网的一天，作为对照', () => {
  expect(whole.requests).toBeGreaterThan(10);
  expect(whole.server.notice(DONGSHENG, whole.first)).toMatchObject({
    standing: 'published',
    conflicts: [],
    content: { fields: { note: '小王写的' } },
  });
});

test.each(CUTS)(
  '一天里任何一次请求遇到“%s”，到晚上都和没断过一样',
  async (cut) => {
    for (let at = 1; at <= whole.requests; at++) {
      const { server, people, first, second } = await aDayWithACut(cut, at);
      for (const code of [first, second]) {
        const notice = server.notice(DONGSHENG, code);
        const expected = whole.server.notice(
          DONGSHENG,
          code === first ? whole.first : whole.second,
        );
        expect(notice?.content, `请求 ${at}`).toEqual(expected?.content);
        expect(notice).toMatchObject({ conflicts: [], standing: expected?.standing });
        for (const phone of [people.wang, people.li]) {
          expect((await phone.notice(code)).head, `请求 ${at}`).toEqual(notice);
        }
      }
      const effects = server.effects(DONGSHENG);
      expect(new Set(effects).size).toBe(effects.length);
      expect(server.versions(DONGSHENG, first)).toHaveLength(
        whole.server.versions(DONGSHENG, whole.first).length,
      );
    }
  },
  120_000,
);
