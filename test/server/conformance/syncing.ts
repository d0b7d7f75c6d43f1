import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { NoticeCode, VillageCode } from '../../../src/notice/index.ts';
import {
  inColumns,
  type Mutation,
  type SyncRequest,
  SyncResponseSchema,
} from '../../../src/protocol/index.ts';
import { aContent } from '../../builders/index.ts';
import {
  aMutation,
  aSyncRequest,
  DISTRICT,
  FOREIGN,
  OWN,
  SIBLING,
  TOWN,
  type World,
} from '../harness/world.ts';

export function aSave(
  content = aContent().withHouseholds(2),
  others: Partial<Mutation> = {},
  baseVersion = 0,
) {
  return aMutation({ kind: 'save', baseVersion, content: content.build(), conflicts: [] }, others);
}

/** Codes of notices that differ: 0000000001, 0000000002 … */
export function codeOf(number: number): NoticeCode {
  return String(number).padStart(10, '0') as NoticeCode;
}

export function syncing(world: () => World): void {
  test('保存的草稿，同村另一部手机同步后就能看到', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    const content = aContent().withHouseholds(3);
    const sent = await drafter.sync([aSave(content)]);
    expect(sent.results).toMatchObject([{ outcome: 'accepted' }]);

    const received = await reviewer.sync();
    expect(received.changes).toHaveLength(1);
    expect(received.changes[0]).toMatchObject({
      sequence: 1,
      notice: { village: OWN, version: 1, stage: 'draft', content: content.build() },
    });
    expect(received.cursors).toEqual({ [OWN]: 1 });
    expect(received.more).toBe(false);
  });

  test('同一步重复发送，只生效一次，得到同样的答复', async () => {
    const phone = await world().phone('drafter');
    const save = aSave();
    const refusedReturn = aMutation({ kind: 'return', reason: '再看看' });
    const first = await phone.sync([save, refusedReturn]);
    const again = await phone.sync([save, refusedReturn, save]);
    expect(again.results).toEqual([...first.results, first.results[0]]);
    expect(again.cursors).toEqual(first.cursors);
    expect(again.changes[0]?.notice.version).toBe(1);
  });

  test('按列写的一页和按行写的一样生效，重发时换一种写法也只生效一次', async () => {
    const phone = await world().phone('drafter');
    const page = [
      aSave(aContent().withHouseholds(3), { notice: codeOf(1) }),
      aSave(aContent().withHouseholds(0), { notice: codeOf(2) }),
      aMutation({ kind: 'submit' }, { notice: codeOf(1) }),
      aMutation({ kind: 'return', reason: '再看看' }, { notice: codeOf(2) }),
    ];
    const response = await phone.request('/api/sync', {
      method: 'POST',
      body: JSON.stringify({ ...aSyncRequest(), mutations: inColumns(page) }),
    });
    const { results } = v.parse(SyncResponseSchema, await response.json());
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'refused',
    ]);
    const again = await phone.sync(page);
    expect(again.results).toEqual(results);
    expect(again.cursors).toEqual({ [OWN]: 3 });
    const { changes } = await (await world().phone('reviewer')).sync();
    const told = new Map(changes.map(({ notice }) => [notice.code, notice]));
    expect(told.get(codeOf(1))).toMatchObject({ version: 1, stage: 'submitted' });
    expect(told.get(codeOf(1))?.content).toEqual(aContent().withHouseholds(3).build());
    expect(told.get(codeOf(2))).toMatchObject({ version: 1, stage: 'draft' });
  });

  test('答复丢失后同时从两处重发，也只生效一次', async () => {
    const phone = await world().phone('drafter');
    const save = aSave();
    const answers = await Promise.all([1, 2, 3, 4].map(() => phone.sync([save])));
    for (const answer of answers) expect(answer.results).toMatchObject([{ outcome: 'accepted' }]);
    const { cursors, changes } = await phone.sync();
    expect(cursors).toEqual({ [OWN]: 1 });
    expect(changes[0]?.notice.version).toBe(1);
  });

  test('多部手机同时同步，序号连续没有空缺，谁也没漏掉', async () => {
    const phones = await Promise.all(
      Array.from({ length: 8 }, async (_one, index) =>
        world().phone('drafter', OWN, `经办人${index}`),
      ),
    );
    await Promise.all(
      phones.flatMap((phone, index) =>
        [1, 2, 3].map((round) =>
          phone.sync([
            aSave(aContent(), { notice: codeOf(index * 10 + round) }),
            aSave(aContent(), { notice: codeOf(500 + index * 10 + round) }),
          ]),
        ),
      ),
    );
    const { changes, cursors } = await (phones[0] as (typeof phones)[number]).sync();
    expect(changes.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 48 }, (_one, index) => index + 1),
    );
    expect(cursors).toEqual({ [OWN]: 48 });
  });

  test('一边写一边收，按游标收到的不缺不漏', async () => {
    const writer = await world().phone('drafter', OWN, '写的人');
    const reader = await world().phone('reviewer', OWN, '看的人');
    const seen = new Set<string>();
    let cursors: Record<VillageCode, number> = { [OWN]: 0 };
    const read = async () => {
      const answer = await reader.sync([], { cursors });
      for (const { notice } of answer.changes) seen.add(notice.code);
      cursors = answer.cursors as typeof cursors;
    };
    for (let round = 0; round < 10; round++) {
      const codes = [0, 1, 2].map((one) => codeOf(round * 3 + one));
      await Promise.all([
        ...codes.map((notice) => writer.sync([aSave(aContent(), { notice })])),
        read(),
        read(),
      ]);
    }
    await read();
    expect(seen.size).toBe(30);
  });

  test('没有新变化时，答复里没有内容，多大的村都一样快', async () => {
    const phone = await world().phone('drafter');
    const { cursors } = await phone.sync([aSave()]);
    const answer = await phone.sync([], { cursors });
    expect(answer.changes).toEqual([]);
    expect(answer.cursors).toEqual(cursors);
  });

  test('变化多时分页给，每一页都往前走；问起还剩多少，说得准', async () => {
    const writer = await world().phone('drafter', OWN, '写的人');
    const reader = await world().phone('reviewer', OWN, '看的人');
    const long = aContent().withHouseholds(120);
    await writer.sync(
      Array.from({ length: 40 }, (_one, index) => aSave(long, { notice: codeOf(index) })),
    );
    const seen: string[] = [];
    let cursors: Record<VillageCode, number> = { [OWN]: 0 };
    let pages = 0;
    for (let more = true; more; pages++) {
      const answer = await reader.sync([], { cursors, left: true });
      expect(JSON.stringify(answer).length).toBeLessThan(470_000);
      seen.push(...answer.changes.map(({ notice }) => notice.code));
      cursors = answer.cursors as typeof cursors;
      more = answer.more;
      expect(answer.left).toBe(more ? 40 - seen.length : undefined);
    }
    const unasked = await reader.sync();
    expect(unasked.more).toBe(true);
    expect(unasked).not.toHaveProperty('left');
    expect(pages).toBeGreaterThan(1);
    expect(seen).toEqual(Array.from({ length: 40 }, (_one, index) => codeOf(index)));
  });

  test('管几个村的人，一次同步收到各村的变化；不归他管的村一个字也没有', async () => {
    const own = await world().phone('drafter', OWN);
    const foreign = await world().phone('drafter', FOREIGN);
    await own.sync([aSave()]);
    await foreign.sync([aSave(aContent(), { village: FOREIGN })], { cursors: { [FOREIGN]: 0 } });

    const ask = { cursors: { [OWN]: 0, [SIBLING]: 0, [FOREIGN]: 0 } };
    const supervisor = await world().phone('supervisor', DISTRICT);
    const all = await supervisor.sync([], ask);
    expect(all.changes.map(({ notice }) => notice.village).sort()).toEqual([OWN, FOREIGN].sort());
    expect(Object.keys(all.cursors)).toHaveLength(3);

    const some = await own.sync([], ask);
    expect(some.changes.map(({ notice }) => notice.village)).toEqual([OWN]);
    expect(Object.keys(some.cursors)).toEqual([OWN]);
  });

  test('一批里有看不懂的一步，别的照样生效', async () => {
    const phone = await world().phone('drafter');
    const strange = { ...aSave(), action: { kind: 'burn' } };
    const { results } = await phone.sync([strange, aSave(), 'nothing', null]);
    expect(results.map((one) => (one.outcome === 'refused' ? one.code : one.outcome))).toEqual([
      'unreadable',
      'accepted',
      'unreadable',
      'unreadable',
    ]);
    expect(results[0]?.id).toBe(strange.id);
  });

  test('手机自己刚发上来的内容，不再原样发回去', async () => {
    const phone = await world().phone('drafter');
    const { changes } = await phone.sync([aSave()]);
    expect(changes[0]?.notice).not.toHaveProperty('content');
    const again = await phone.sync();
    expect(again.changes[0]?.notice).toHaveProperty('content');
  });

  test('软件版本不同，请手机更新，不碰它的内容', async () => {
    const phone = await world().phone('drafter');
    const response = await phone.request('/api/sync', {
      method: 'POST',
      body: JSON.stringify({ protocol: 2, whatever: true }),
    });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'update-needed' });
  });

  test('服务器重新启动，什么都还在', async () => {
    const phone = await world().phone('drafter');
    const save = aSave();
    const first = await phone.sync([save]);
    await world().restart();
    const again = await phone.sync([save]);
    expect(again.results).toEqual(first.results);
    expect(again.cursors).toEqual(first.cursors);
    expect(again.histories).toEqual(first.histories);
    expect((await phone.sync()).changes[0]?.notice.content).toEqual(
      aContent().withHouseholds(2).build(),
    );
  });

  test('恢复了旧备份的服务器，会认出手机的游标不属于它，从头再说一遍', async () => {
    const phone = await world().phone('drafter');
    const first = await phone.sync([aSave()]);
    const later = aSave(aContent(), { notice: codeOf(2) });
    // what the phone remembers of a server that went further before it was set back
    const forged = { [OWN]: '9.0123456789abcdef' };
    const answer = await phone.sync([later], { cursors: first.cursors, histories: forged });
    expect(answer.restarted).toEqual([OWN]);
    expect(answer.results).toEqual([]);
    expect(answer.changes).toHaveLength(1);

    const beyond = await phone.sync([], { cursors: { [OWN]: 99 } });
    expect(beyond.restarted).toEqual([OWN]);

    const { cursors, histories } = answer;
    const onwards = await phone.sync([later], { cursors, ...(histories ? { histories } : {}) });
    expect(onwards.restarted).toBeUndefined();
    expect(onwards.results).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('恢复了旧备份，几个村的变化一页装不下：每个村只从头一次，不会来回重来', async () => {
    const writer = await world().phone('drafter', OWN, '写的人');
    const other = await world().phone('drafter', SIBLING, '邻村写的人');
    const long = aContent().withHouseholds(120);
    await writer.sync(
      Array.from({ length: 60 }, (_one, index) => aSave(long, { notice: codeOf(index) })),
    );
    await other.sync([aSave(aContent(), { village: SIBLING })], { cursors: { [SIBLING]: 0 } });
    const reader = await world().phone('supervisor', TOWN);
    const former = '9.0123456789abcdef';
    const part = { cursors: { [OWN]: 0, [SIBLING]: 0 }, mutations: [] };
    let ask: Partial<SyncRequest> = {
      cursors: { [OWN]: 99, [SIBLING]: 99 },
      histories: { [OWN]: former, [SIBLING]: former },
      objections: { ...part, histories: { [OWN]: former, [SIBLING]: former } },
    };
    const restarted: string[] = [];
    const told: string[] = [];
    let pages = 0;
    for (let more = true; more; pages++) {
      const answer = await reader.sync([], ask);
      restarted.push(...(answer.restarted ?? []));
      told.push(...answer.changes.map(({ notice }) => `${notice.village} ${notice.code}`));
      // as phones do: what an answer does not tell stays as it was
      ask = {
        cursors: { ...ask.cursors, ...answer.cursors } as SyncRequest['cursors'],
        histories: { ...ask.histories, ...answer.histories } as NonNullable<
          SyncRequest['histories']
        >,
      };
      more = answer.more;
    }
    expect(pages).toBeGreaterThan(1);
    expect(restarted.sort()).toEqual([OWN, SIBLING]);
    expect(new Set(told).size).toBe(61);
    expect(told).toHaveLength(61);
  });
}
