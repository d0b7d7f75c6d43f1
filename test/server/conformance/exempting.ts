import { expect, test } from 'vitest';
import type { ExemptionAction, Role } from '../../../src/notice/index.ts';
import type { ExemptionsRequest, ExemptionsResponse } from '../../../src/protocol/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { DISTRICT, OWN, type Phone, SIBLING, TOWN, type World } from '../harness/world.ts';

const ITEM = 'microloans.annual';
const DECLARED = {
  kind: 'declare',
  reason: '本村没有贷款户',
  fromYear: 2026,
  toYear: 2026,
} as const satisfies ExemptionAction;

let drawn = 0;
function said(action: ExemptionAction, others: object = {}) {
  drawn += 1;
  const at = '2026-11-24T07:00:00.000Z';
  return { id: `exemption-${drawn}`, village: OWN, item: ITEM, at, action, ...others };
}

async function exchange(
  phone: Phone,
  mutations: readonly unknown[] = [],
  cursors: ExemptionsRequest['cursors'] = { [OWN]: 0 },
): Promise<ExemptionsResponse> {
  const exemptions = { cursors, mutations } as ExemptionsRequest;
  const { exemptions: told } = await phone.sync([], { exemptions });
  if (!told) throw new Error('nothing was told');
  return told;
}

/** Items that villages said do not apply to them. */
export function exempting(world: () => World): void {
  test('审核人说本村不适用，村里别的手机、镇里都看得到；收回了也看得到', async () => {
    const reviewer = await world().phone('reviewer', OWN, '王审核');
    const drafter = await world().phone('drafter');
    const supervisor = await world().phone('supervisor', TOWN);
    const { results } = await exchange(reviewer, [said(DECLARED)]);
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
    const seen = await exchange(drafter);
    expect(seen.changes).toMatchObject([
      { exemption: { item: ITEM, steps: [{ reason: '本村没有贷款户', by: { name: '王审核' } }] } },
    ]);
    const body = JSON.stringify({ year: 2026, cursors: {}, histories: {} });
    const asked = await supervisor.request('/api/supervision', { method: 'POST', body });
    expect(await asked.json()).toMatchObject({ exemptions: [{ exemption: { item: ITEM } }] });

    await exchange(reviewer, [said({ kind: 'end' })]);
    const later = await exchange(drafter, [], seen.cursors);
    expect(later.changes.map(({ exemption }) => exemption.steps.map(({ kind }) => kind))).toEqual([
      ['declare', 'end'],
    ]);
    expect(await exchange(drafter, [], later.cursors)).toMatchObject({ changes: [] });
    expect(await verifyLedger(world().store.db, OWN)).toBeUndefined();
  });

  test.each<[Role, string]>([
    ['drafter', OWN],
    ['reviewer', SIBLING],
    ['supervisor', TOWN],
    ['administrator', DISTRICT],
  ])('%s %s 不能替东升村说不适用', async (role, place) => {
    const phone = await world().phone(role, place);
    const { results } = await exchange(phone, [said(DECLARED)]);
    expect(results).toMatchObject([{ outcome: 'refused', code: 'not-allowed' }]);
    expect((await exchange(await world().phone('reviewer'))).changes).toEqual([]);
  });

  test('重发的只算一次；读不懂的、理由里有号码的，单独拒绝', async () => {
    const reviewer = await world().phone('reviewer');
    const once = said(DECLARED);
    const { results } = await exchange(reviewer, [
      once,
      once,
      said({ ...DECLARED, reason: '李样例 23071718800101008X 已迁出' }),
      said({ ...DECLARED, toYear: 2040 }),
      { id: 'exemption-x' },
      said({ kind: 'end' }, { item: 'never-said' }),
    ]);
    const codes = results.map((one) => (one.outcome === 'refused' ? one.code : one.outcome));
    expect(codes).toEqual([
      'accepted',
      'accepted',
      'personal-data',
      'unreadable',
      'unreadable',
      'not-exempt',
    ]);
    const { changes } = await exchange(reviewer);
    expect(changes.map(({ exemption }) => exemption.steps.length)).toEqual([1]);
  });

  test('有人在库里改了理由，台账查得出来', async () => {
    await exchange(await world().phone('reviewer'), [said(DECLARED)]);
    const { exemption } = await world()
      .store.db.selectFrom('exemption')
      .selectAll()
      .executeTakeFirstOrThrow();
    await world()
      .store.db.updateTable('exemption')
      .set({ exemption: exemption.replace('没有贷款户', '不想公开') })
      .execute();
    expect(await verifyLedger(world().store.db, OWN)).toMatchObject({ code: 'exemption-altered' });
  });
}
