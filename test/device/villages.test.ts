import { afterEach, expect, test, vi } from 'vitest';
import { enrol, refreshSession } from '../../src/device/index.ts';
import { type VillageCode, withField } from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { aSession, LI, Phone, WANG } from './phone.ts';

const CHANGZHENG = '230717100205' as VillageCode;
const villages = [DONGSHENG, CHANGZHENG];
const now = new Date('2026-11-24T08:00:00.000Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

afterEach(() => vi.unstubAllGlobals());

test('多管了一个村，就从头取那个村的；少管一个村，手机上的还留着', async () => {
  const server = new ModelServer({ villages });
  const both = await Phone.of(server, WANG, villages);
  const code = await both.draft();
  const content = aContent().withHouseholds(1).build();
  await both.store.save(CHANGZHENG, code, content);
  await both.sync();

  const one = await Phone.of(server, WANG, [DONGSHENG]);
  await one.sync();
  expect(await one.database.notices.count()).toBe(1);
  await one.database.keep('session', aSession(WANG, villages));
  await one.sync();
  expect(await one.database.notices.count()).toBe(2);

  await one.store.save(CHANGZHENG, code, withField(content, 'note', '还没送就不管了'));
  await one.database.keep('session', aSession(WANG, [DONGSHENG]));
  one.link = async (request) => {
    const answer = await one.plainLink(request);
    const results = request.mutations.map(({ id }) => ({
      id,
      outcome: 'refused',
      code: 'not-allowed',
    }));
    return { ...Object(answer), results };
  };
  expect((await one.sync()).trouble).toBeUndefined();
  const kept = await one.database.notices.get([CHANGZHENG, code]);
  expect(kept?.head.content.fields['note']).toBe('还没送就不管了');
  expect(kept?.refusal?.code).toBe('not-allowed');
  expect(await one.outbox()).toEqual([]);
});

test('一小时看一次登记有没有变；没信号、被收回，都照旧，也不清东西', async () => {
  const phone = await Phone.of(new ModelServer({ villages }), WANG);
  let asked = 0;
  let answer: () => Response = () => Response.json(aSession(WANG, villages));
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return answer();
  });
  await refreshSession(phone.database, now);
  expect((await phone.database.read('session'))?.villages).toHaveLength(2);
  await refreshSession(phone.database, later(0.5));
  expect(asked).toBe(1);

  answer = () => {
    throw new TypeError('no network');
  };
  await refreshSession(phone.database, later(2));
  answer = () => Response.json({ code: 'no-session' }, { status: 401 });
  await refreshSession(phone.database, later(2));
  expect(asked).toBe(3);
  expect((await phone.database.read('session'))?.villages).toHaveLength(2);
});

test('手机时钟被调回去，也不会从此不再看登记', async () => {
  const phone = await Phone.of(new ModelServer({ villages }), WANG);
  const fetch = vi.fn(async () => Response.json(aSession(WANG)));
  vi.stubGlobal('fetch', fetch);
  await refreshSession(phone.database, later(24 * 365));
  await refreshSession(phone.database, now);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('登记好的手机不再说要重新打开链接，也不说都已上传：公示还没有取', async () => {
  const phone = await Phone.of(new ModelServer({ villages: [DONGSHENG] }), WANG, [DONGSHENG]);
  await phone.database.keep('sync', { trouble: 'signed-out', succeededAt: now.toISOString() });
  vi.stubGlobal('fetch', async () => Response.json(aSession(WANG)));
  const surroundings = { now: () => now, randomBytes: (length: number) => new Uint8Array(length) };
  expect(await enrol(phone.database, 'a-token-of-16-letters', surroundings)).toMatchObject({
    ok: true,
  });
  expect(await phone.database.read('sync')).toEqual({});
});

test('上一个人的登记答复来晚了：手机已经是新登记的人的，不会又变回去', async () => {
  const phone = await Phone.of(new ModelServer({ villages: [DONGSHENG] }), WANG, [DONGSHENG]);
  let answerLate: (answer: Response) => void = () => undefined;
  const late = new Promise<Response>((resolve) => {
    answerLate = resolve;
  });
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/session' ? late : Response.json(aSession(LI)),
  );
  const refreshing = refreshSession(phone.database, now);
  const surroundings = { now: () => now, randomBytes: (length: number) => new Uint8Array(length) };
  await enrol(phone.database, 'a-token-of-16-letters', surroundings);
  answerLate(Response.json(aSession(WANG)));
  await refreshing;
  expect((await phone.database.read('session'))?.person.name).toBe(LI.name);
});
