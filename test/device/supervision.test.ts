import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  DeviceDatabase,
  followVillage,
  letGoOfOthers,
  refreshSupervision,
  villagesHeld,
} from '../../src/device/index.ts';
import type { NoticeFacts, Role, VillageCode } from '../../src/notice/index.ts';
import type { SupervisionRequest, SupervisionResponse } from '../../src/protocol/index.ts';
import { A_CODE, aContent, aNotice, DONGSHENG } from '../builders/index.ts';
import { aSession } from './phone.ts';

const NEXT = '230717100205' as VillageCode;
const now = () => new Date('2026-11-25T02:00:00.000Z');

function facts(code: string, others: Partial<NoticeFacts> = {}, sequence = 1) {
  const createdAt = '2026-04-20T08:00:00.000Z';
  const told: NoticeFacts = {
    village: DONGSHENG,
    code,
    item: 'exit',
    title: '退出公示',
    stage: 'draft',
    standing: 'unpublished',
    createdAt,
    ...others,
  };
  return { sequence, facts: told };
}

function anAnswer(others: Partial<SupervisionResponse> = {}): SupervisionResponse {
  return {
    villages: [{ code: DONGSHENG, name: '东升村', town: '东升镇' }],
    facts: [],
    exemptions: [],
    cursors: { [DONGSHENG]: 1 },
    histories: { [DONGSHENG]: '1.ab' },
    restarted: [],
    more: false,
    ...others,
  };
}

let database: DeviceDatabase;
beforeEach(() => {
  database = new DeviceDatabase(`supervision-${Math.random()}`);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await database.delete();
});

describe('监督员手机上的各村情况', () => {
  let asked: SupervisionRequest[];
  function answers(...told: (SupervisionResponse | 'cut' | 'nonsense')[]): void {
    asked = [];
    vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
      asked.push(JSON.parse(String(body)));
      const next = told.shift();
      if (next === 'cut' || next === undefined) throw new TypeError('no network');
      return new Response(next === 'nonsense' ? '<html>' : JSON.stringify(next));
    });
  }
  const read = (year = 2026) => refreshSupervision(database, year, now);
  const held = async (year = 2026) =>
    (await database.facts.where('years').equals(year).toArray()).map(({ code }) => code);

  test('各村情况里再说一遍的不适用，不夺走服务器给它的印记', async () => {
    const by = { person: 'p', name: '王审核', at: '2026-11-20T01:00:00.000Z' };
    const said = { kind: 'declare' as const, reason: '本村没有', fromYear: 2026, toYear: 2026, by };
    const exemption = { village: DONGSHENG, item: 'microloans.annual', steps: [said] };
    const seal = 'a'.repeat(32);
    const key: [VillageCode, string] = [DONGSHENG, exemption.item];
    const row = { village: DONGSHENG, item: exemption.item, base: exemption, head: exemption };
    await database.exemptions.put({ ...row, seal });
    answers(anAnswer({ exemptions: [{ sequence: 1, exemption }] }));
    expect(await read()).toBeUndefined();
    expect(await database.exemptions.get(key)).toMatchObject({ base: exemption, seal });
    const longer = { ...exemption, steps: [said, { ...said, toYear: 2027 }] };
    answers(anAnswer({ exemptions: [{ sequence: 2, exemption: longer }] }));
    expect(await read()).toBeUndefined();
    const after = await database.exemptions.get(key);
    expect(after).toMatchObject({ base: longer });
    expect(after).not.toHaveProperty('seal');
  });

  test('服务器退回了，丢了的不适用也忘掉；等着送的和能还回去的不动', async () => {
    const by = { person: 'p', name: '王审核', at: '2026-11-20T01:00:00.000Z' };
    const said = { kind: 'declare' as const, reason: '本村没有', fromYear: 2026, toYear: 2026, by };
    const of = (item: string, village = DONGSHENG) => ({ village, item, steps: [said] });
    answers(
      anAnswer({
        exemptions: [of('gone'), of('waits'), of('elsewhere', NEXT)].map((exemption) => ({
          sequence: 1,
          exemption,
        })),
      }),
      anAnswer({ restarted: [DONGSHENG] }),
    );
    await read();
    const { kind, reason, fromYear, toYear } = said;
    await database.exemptionOutbox.add({
      ...{ id: 'waiting-1', village: DONGSHENG, item: 'waits', at: by.at },
      action: { kind, reason, fromYear, toYear },
    });
    const sealed = of('sealed');
    await database.exemptions.put({
      ...{ village: DONGSHENG, item: 'sealed', base: sealed, head: sealed, seal: 'a'.repeat(32) },
    });
    await read();
    const items = (await database.exemptions.toArray()).map(({ item }) => item);
    expect(items.sort()).toEqual(['elsewhere', 'sealed', 'waits']);
  });

  test('第一次要全年，以后只要变了的；没有信号，存下的还在', async () => {
    answers(anAnswer({ facts: [facts('A'), facts('B')] }), anAnswer({ cursors: {} }), 'cut');
    expect(await read()).toBeUndefined();
    expect(asked[0]).toEqual({ year: 2026, cursors: {}, histories: {} });
    expect(await read()).toBeUndefined();
    expect(asked[1]?.cursors).toEqual({ [DONGSHENG]: 1 });
    expect(await read()).toBe('offline');
    expect(await held()).toEqual(['A', 'B']);
    expect((await database.read('supervision'))?.years[2026]?.readAt).toBe(now().toISOString());
  });

  test('跨页的接着要；断在中间，前一页算数，下次从那里接着', async () => {
    const first = anAnswer({ facts: [facts('A')], more: true });
    const rest = anAnswer({ facts: [facts('C', { village: NEXT })], cursors: { [NEXT]: 4 } });
    answers(first, 'cut', rest);
    expect(await read()).toBe('offline');
    expect((await database.read('supervision'))?.years[2026]?.readAt).toBe('');
    expect(await read()).toBeUndefined();
    expect(asked[2]?.cursors).toEqual({ [DONGSHENG]: 1 });
    expect(await held()).toEqual(['A', 'C']);
  });

  test('改到别的年份去的，原来那年就没有它了；迟到的旧答复不盖新的', async () => {
    const moved = facts('A', { deadlineStart: '2025-03-01' }, 3);
    answers(
      anAnswer({ facts: [facts('A')] }),
      anAnswer({ facts: [moved] }),
      anAnswer({ facts: [facts('A')] }),
    );
    await read();
    await read();
    expect([await held(2026), await held(2025)]).toEqual([[], ['A']]);
    await read();
    expect([await held(2026), await held(2025)]).toEqual([[], ['A']]);
  });

  test('服务器恢复了旧备份：那个村的忘掉重来，别的村不动', async () => {
    const other = facts('C', { village: NEXT });
    answers(
      anAnswer({
        facts: [facts('A'), facts('B', {}, 9), other],
        cursors: { [DONGSHENG]: 9, [NEXT]: 1 },
      }),
      anAnswer({ facts: [facts('A')], restarted: [DONGSHENG] }),
    );
    await read();
    await read();
    expect(await held()).toEqual(['A', 'C']);
    expect((await database.read('supervision'))?.years[2026]?.cursors).toEqual({
      [DONGSHENG]: 1,
      [NEXT]: 1,
    });
  });

  test('别人家的网页、没完没了的空答复，说服务器有问题，不死转', async () => {
    answers('nonsense', anAnswer({ more: true, cursors: {} }));
    expect(await read()).toBe('server');
    expect(await read()).toBe('server');
  });
});

describe('监督员手机上存哪些村的公示', () => {
  const many = Array.from(
    { length: 12 },
    (_, index) => `2307171002${String(index).padStart(2, '0')}` as VillageCode,
  );
  async function signIn(role: Role, villages: readonly VillageCode[]): Promise<void> {
    await database.keep('session', aSession({ id: 'p', name: '某某', role }, villages));
    if (villages[0]) await database.keep('village', villages[0]);
  }
  const heldNow = async () => {
    const session = await database.read('session');
    return session ? villagesHeld(database, session) : [];
  };

  test('审核人存自己所有的村；监督员村少就都存，村多只存看过的', async () => {
    await signIn('reviewer', many);
    expect(await heldNow()).toEqual(many);
    await signIn('supervisor', many.slice(0, 3));
    expect(await heldNow()).toEqual(many.slice(0, 3));
    await signIn('supervisor', many);
    expect(await heldNow()).toEqual([many[0]]);
    expect(await followVillage(database, many[5] as VillageCode)).toBe(true);
    expect(await followVillage(database, many[5] as VillageCode)).toBe(false);
    expect(await heldNow()).toEqual([many[0], many[5]]);
  });

  test('看得多了，最早看的让出地方；不归自己管的，看不了', async () => {
    await signIn('supervisor', many);
    for (const village of many.slice(1, 9)) await followVillage(database, village);
    expect(await heldNow()).toHaveLength(6);
    expect(await heldNow()).toContain(many[0]);
    expect(await heldNow()).toContain(many[8]);
    expect(await heldNow()).not.toContain(many[1]);
    expect(await followVillage(database, '110101001001' as VillageCode)).toBe(false);
  });

  test('旧程序把所有村都存下了的，放掉不看的；没送出去的不动', async () => {
    await signIn('supervisor', many);
    const notice = aNotice(aContent()).build();
    for (const village of many.slice(0, 3)) {
      await database.notices.put({
        village,
        code: A_CODE,
        edition: 1,
        head: { ...notice, village },
      });
    }
    const [first, second, third] = many as [VillageCode, VillageCode, VillageCode];
    await database.keep('cursors', { [first]: 1, [second]: 1, [third]: 1 });
    const entry = { id: 'e', notice: A_CODE, at: '', attempted: false } as const;
    await database.outbox.add({ ...entry, village: third, action: { kind: 'pending-save' } });
    await letGoOfOthers(database);
    expect((await database.notices.toArray()).map(({ village }) => village)).toEqual([
      first,
      third,
    ]);
    expect(Object.keys((await database.read('cursors')) ?? {})).toEqual([first, third]);
  });

  test('服务器没有收下的也不放掉：写的字只在这部手机上', async () => {
    await signIn('supervisor', many);
    const [, second] = many as [VillageCode, VillageCode];
    const head = { ...aNotice(aContent()).build(), village: second };
    await database.notices.put({ village: second, code: A_CODE, edition: 1, head });
    await database.keep('cursors', { [second]: 1 });
    const entry = { id: 'refused-1', village: second, notice: A_CODE, at: now().toISOString() };
    const { content } = head;
    const action = { kind: 'save' as const, baseVersion: 0, content, conflicts: [] };
    await database.refused.put({ ...entry, action, code: 'not-allowed' });
    await letGoOfOthers(database);
    expect(await database.notices.count()).toBe(1);
    await database.refused.clear();
    await letGoOfOthers(database);
    expect(await database.notices.count()).toBe(0);
  });
});
