import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DeviceDatabase,
  declareExemption,
  Synchroniser,
  SyncTrouble,
  type Transport,
} from '../../src/device/index.ts';
import { type Exemption, type ExemptionAction, exemptionIn } from '../../src/notice/index.ts';
import type { SyncRequest, SyncResponse } from '../../src/protocol/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { aSession, countedBytes, LI } from './phone.ts';

const ITEM = 'microloans.annual';
const now = () => new Date('2026-11-25T02:00:00.000Z');
const declared: ExemptionAction = {
  kind: 'declare',
  reason: '本村没有贷款户',
  fromYear: 2026,
  toYear: 2026,
};
type Told = NonNullable<SyncResponse['exemptions']>;

describe('手机上的“本村不适用”', () => {
  let database: DeviceDatabase;
  let sent: SyncRequest[];
  const surroundings = { now, randomBytes: countedBytes(7) };
  const place = { village: DONGSHENG, item: ITEM };
  const say = (action: ExemptionAction) => declareExemption(database, place, action, surroundings);
  const stored = () => database.exemptions.get([DONGSHENG, ITEM]);

  beforeEach(async () => {
    database = new DeviceDatabase(`exemptions-${Math.random()}`);
    sent = [];
    await database.keep('session', aSession(LI));
  });
  afterEach(() => database.delete());

  async function exchange(told: Partial<Told> = {}, refusal?: string): Promise<void> {
    const { trouble } = await sync(async (request) => {
      sent.push(request);
      const results = (request.exemptions?.mutations ?? []).map(({ id }) =>
        refusal
          ? { id, outcome: 'refused' as const, code: refusal }
          : { id, outcome: 'accepted' as const },
      );
      return {
        protocol: 1,
        serverTime: now().toISOString(),
        results: [],
        changes: [],
        cursors: {},
        more: false,
        exemptions: { results, changes: [], cursors: { [DONGSHENG]: 0 }, ...told },
      };
    });
    expect(trouble).toBeUndefined();
  }

  function sync(transport: Transport) {
    return new Synchroniser(database, transport, { now }).synchronise();
  }

  test('没有信号时说了就算，断在半路下次接着送，号码不出手机', async () => {
    expect(await say({ ...declared, reason: '李样例 23071718800101008X 已迁出' })).toBeUndefined();
    expect(exemptionIn((await stored())?.head, 2026)?.reason).not.toContain('23071718800101008X');
    const cut = async () => {
      throw new SyncTrouble('offline');
    };
    expect((await sync(cut)).trouble).toBe('offline');
    await exchange();
    expect(sent[0]?.exemptions?.mutations).toMatchObject([
      { item: ITEM, action: { kind: 'declare' } },
    ]);
    expect(await database.exemptionOutbox.count()).toBe(0);
  });

  test('服务器没收的，不再算数，写明为什么', async () => {
    await say(declared);
    await exchange({}, 'not-allowed');
    expect(await stored()).toMatchObject({ head: { steps: [] }, refusal: 'not-allowed' });
    expect(await say(declared)).toBeUndefined();
    expect(await stored()).not.toHaveProperty('refusal');
  });

  test('和公示走同一个来回，一次同步只有一个请求；说过的记号下次带上', async () => {
    const by = { person: 'town', name: '镇审核', at: now().toISOString() };
    const exemption: Exemption = { ...place, steps: [{ ...declared, kind: 'declare', by }] };
    const seal = 'a'.repeat(32);
    await exchange({
      changes: [{ sequence: 5, exemption, seal }],
      cursors: { [DONGSHENG]: 5 },
      histories: { [DONGSHENG]: '5.abc' },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.exemptions).toMatchObject({ cursors: { [DONGSHENG]: 0 }, histories: {} });
    expect(await stored()).toMatchObject({ head: exemption, seal });
    await exchange({ cursors: { [DONGSHENG]: 5 } });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.exemptions).toMatchObject({
      cursors: { [DONGSHENG]: 5 },
      histories: { [DONGSHENG]: '5.abc' },
    });
  });

  test('自己说的还没送出去，别人说的先到了：两样都在', async () => {
    await say(declared);
    await database.keep('cursors', { [DONGSHENG]: 5 });
    const by = { person: 'town', name: '镇审核', at: now().toISOString() };
    const exemption: Exemption = { ...place, steps: [{ kind: 'end', by }] };
    await database.transaction('rw', database.exemptions, () =>
      database.exemptions.update([DONGSHENG, ITEM], { base: exemption }),
    );
    expect(exemptionIn((await stored())?.head, 2026)).toBeDefined();
    await exchange({ changes: [{ sequence: 6, exemption }], cursors: { [DONGSHENG]: 6 } });
    expect((await stored())?.head).toEqual(exemption);
  });

  test('没说过不适用，收不回来；没登记的手机说不了', async () => {
    expect(await say({ kind: 'end' })).toBe('not-exempt');
    await database.kept.delete('session');
    expect(await say(declared)).toBe('signed-out');
  });
});
