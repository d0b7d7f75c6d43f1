import { expect, test } from 'vitest';
import type { CheckCode, NoticeAction, Role, VillageCode } from '../../../src/notice/index.ts';
import { aContent, aDocument } from '../../builders/index.ts';
import { aMutation, DISTRICT, FOREIGN, OWN, SIBLING, TOWN, type World } from '../harness/world.ts';
import { aSave } from './syncing.ts';

const ACTIONS: Readonly<Record<NoticeAction['kind'], NoticeAction>> = {
  save: {
    kind: 'save',
    baseVersion: 1,
    content: aContent().withHouseholds(2).build(),
    conflicts: [],
  },
  settle: { kind: 'settle', place: { kind: 'field', field: 'note' }, value: '改' },
  submit: { kind: 'submit' },
  return: { kind: 'return', reason: '请再核对' },
  publish: {
    kind: 'publish',
    revision: 1,
    contentDigest: '0',
    document: aDocument(aContent().withHouseholds(1).build()),
  },
  withdraw: { kind: 'withdraw', reason: '有误' },
  close: { kind: 'close' },
  comment: { kind: 'comment', text: '请再核对' },
  post: {
    kind: 'post',
    posting: 'posting-1',
    sheet: { revision: 1, checkCode: '00000000' as CheckCode },
    board: '村委会门口',
    hungAt: '2026-11-24T08:00:00.000Z',
    photographs: [],
  },
  takeDown: {
    kind: 'takeDown',
    posting: 'posting-1',
    takenDownAt: '2026-12-01T08:00:00.000Z',
    photographs: [],
  },
};
const KINDS = Object.keys(ACTIONS) as NoticeAction['kind'][];
const DRAFTING: readonly NoticeAction['kind'][] = [
  'save',
  'settle',
  'submit',
  'comment',
  'post',
  'takeDown',
];

/** Who holds which role where, what they may do, and to which villages. */
const HOLDERS: readonly {
  readonly role: Role;
  readonly place: string;
  readonly may: readonly NoticeAction['kind'][];
  readonly villages: readonly VillageCode[];
}[] = [
  { role: 'drafter', place: OWN, may: DRAFTING, villages: [OWN] },
  { role: 'reviewer', place: OWN, may: KINDS, villages: [OWN] },
  { role: 'reviewer', place: TOWN, may: KINDS, villages: [OWN, SIBLING] },
  { role: 'supervisor', place: TOWN, may: [], villages: [OWN, SIBLING] },
  { role: 'supervisor', place: DISTRICT, may: [], villages: [OWN, SIBLING, FOREIGN] },
  { role: 'administrator', place: DISTRICT, may: [], villages: [OWN, SIBLING, FOREIGN] },
];

export function allowing(world: () => World): void {
  for (const { role, place, may, villages } of HOLDERS) {
    test(`${role} ${place}：每一种操作，对本村、邻村、外镇的村，该准的准，该拒的拒`, async () => {
      for (const village of [OWN, SIBLING, FOREIGN]) {
        const local = await world().phone('drafter', village);
        await local.sync([aSave(aContent(), { village })]);
      }
      const phone = await world().phone(role, place);
      for (const village of [OWN, SIBLING, FOREIGN]) {
        for (const kind of KINDS) {
          const { results } = await phone.sync([aMutation(ACTIONS[kind], { village })]);
          const result = results[0];
          const isDenied = result?.outcome === 'refused' && result.code === 'not-allowed';
          const isAllowed = may.includes(kind) && villages.includes(village);
          expect(isDenied, `${kind} in ${village}`).toBe(!isAllowed);
        }
      }
      const ask = { cursors: { [OWN]: 0, [SIBLING]: 0, [FOREIGN]: 0 } };
      const { changes, cursors } = await phone.sync([], ask);
      expect(Object.keys(cursors).sort()).toEqual([...villages].sort());
      expect(new Set(changes.map(({ notice }) => notice.village))).toEqual(new Set(villages));
      expect(phone.session.villages.map(({ code }) => code).sort()).toEqual([...villages].sort());
    });
  }

  test('一人一岗的村，经办人什么都能做；别的村不行', async () => {
    for (const village of [OWN, SIBLING]) {
      await world()
        .store.db.updateTable('place')
        .set({ settings: JSON.stringify({ onePersonMayPublish: true }) })
        .where('code', '=', village)
        .execute();
    }
    const phone = await world().phone('drafter');
    await phone.sync([aSave()]);
    for (const kind of KINDS) {
      const [own, sibling] = (
        await phone.sync([aMutation(ACTIONS[kind]), aMutation(ACTIONS[kind], { village: SIBLING })])
      ).results;
      expect(own).not.toMatchObject({ code: 'not-allowed' });
      expect(sibling).toMatchObject({ outcome: 'refused', code: 'not-allowed' });
    }
  });

  test('不公开某项内容的理由只有审核人能写；经办人带着它改别的字、或者去掉它，都行', async () => {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer');
    const plain = aContent().withHouseholds(2);
    const waived = plain.withField('waiver0', '省定标准尚未公布。');
    const other = waived.withField('waiver0', '嫌麻烦。');
    const save = (content: typeof plain, baseVersion: number) =>
      aMutation({ kind: 'save', baseVersion, content: content.build(), conflicts: [] });
    const outcomeOf = async (phone: typeof drafter, mutation: unknown) => {
      const result = (await phone.sync([mutation])).results[0];
      return result?.outcome === 'refused' ? result.code : result?.outcome;
    };
    expect(await outcomeOf(drafter, save(waived, 0))).toBe('not-yours-to-waive');
    expect(await outcomeOf(drafter, save(plain, 0))).toBe('accepted');
    expect(await outcomeOf(drafter, save(waived, 1))).toBe('not-yours-to-waive');
    expect(await outcomeOf(reviewer, save(waived, 1))).toBe('accepted');
    expect(await outcomeOf(drafter, save(waived.withField('note', '改。'), 2))).toBe('accepted');
    expect(await outcomeOf(drafter, save(other, 3))).toBe('not-yours-to-waive');
    // a value that was settled on is written as much as one that was typed
    const settled = { kind: 'settle', place: { kind: 'field', field: 'waiver0' }, value: '嫌。' };
    expect(await outcomeOf(drafter, aMutation(settled as NoticeAction))).not.toBe('accepted');
    expect(await outcomeOf(drafter, save(plain, 3))).toBe('accepted');
  });

  test('被拒的外村操作不留痕迹，也看不出那个村有没有这份公示', async () => {
    const local = await world().phone('drafter', FOREIGN);
    await local.sync([aSave(aContent(), { village: FOREIGN })]);
    const stranger = await world().phone('reviewer', OWN);
    const known = aMutation({ kind: 'submit' }, { village: FOREIGN });
    const unknown = aMutation(
      { kind: 'submit' },
      { village: FOREIGN, notice: '0000000000' as never },
    );
    const nowhere = aMutation({ kind: 'submit' }, { village: '110101001001' as VillageCode });
    const { results } = await stranger.sync([known, unknown, nowhere]);
    for (const result of results) {
      expect(result).toMatchObject({ outcome: 'refused', code: 'not-allowed' });
    }
    const { cursors } = await local.sync([], { cursors: { [FOREIGN]: 1 } });
    expect(cursors).toEqual({ [FOREIGN]: 1 });
  });

  test('角色和地方不相配的人，建不出来', async () => {
    for (const [role, place] of [
      ['drafter', TOWN],
      ['drafter', DISTRICT],
      ['reviewer', DISTRICT],
      ['supervisor', OWN],
      ['administrator', OWN],
      ['administrator', TOWN],
      ['drafter', '23'],
    ] as const) {
      await expect(world().person(role, place)).rejects.toThrow(RangeError);
    }
  });
}
