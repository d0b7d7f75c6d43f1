import { expect, test } from 'vitest';
import type {
  ExemptionAction,
  NoticeCode,
  Objection,
  ObjectionAction,
} from '../../../src/notice/index.ts';
import type {
  ExemptionChange,
  ExemptionsResponse,
  ObjectionChange,
  ObjectionsResponse,
} from '../../../src/protocol/index.ts';
import { sealerOf } from '../../../src/server/database/index.ts';
import { verifyLedger } from '../../../src/server/ledger/index.ts';
import { aContent } from '../../builders/index.ts';
import { DISTRICT, OWN, type Phone, SIBLING, TOWN, type World } from '../harness/world.ts';
import { aPublication } from './publishing.ts';
import { aSave } from './syncing.ts';

const NOTICE = '7K3M9QX2RT' as NoticeCode;
const ITEM = 'microloans.annual';
const AT = '2026-11-24T09:00:00.000Z';
const content = aContent().withHouseholds(3);
const DECLARED: ExemptionAction = {
  kind: 'declare',
  reason: '本村没有贷款户',
  fromYear: 2026,
  toYear: 2026,
};

let drawn = 0;
const anId = () => {
  drawn += 1;
  return `bring-back-${drawn}`;
};

/** What a phone that brings back is told, and what it sends. */
async function objections(
  phone: Phone,
  mutations: readonly object[] = [],
  known: { cursor?: number; mark?: string } = {},
): Promise<ObjectionsResponse> {
  const { cursor = 0, mark } = known;
  const histories = mark === undefined ? {} : { [OWN]: mark };
  const part = { cursors: { [OWN]: cursor }, photographs: true, histories, mutations };
  const { objections: told } = await phone.sync([], { objections: part as never });
  if (!told) throw new Error('nothing was told');
  return told;
}

async function exemptions(
  phone: Phone,
  mutations: readonly object[] = [],
): Promise<ExemptionsResponse> {
  const part = { cursors: { [OWN]: 0 }, histories: {}, mutations };
  const { exemptions: told } = await phone.sync([], { exemptions: part as never });
  if (!told) throw new Error('nothing was told');
  return told;
}

function handled(code: string, action: ObjectionAction, at = AT) {
  return { id: anId(), village: OWN, notice: NOTICE, objection: code, action, at };
}

function broughtBack({ objection, seal }: ObjectionChange, as: Partial<Objection> = {}) {
  const action = { kind: 'bring-back', objection: { ...objection, ...as }, seal };
  const { code } = objection;
  return { id: anId(), village: OWN, notice: NOTICE, objection: code, action, at: AT };
}

function exemptionBack({ exemption, seal }: ExemptionChange) {
  const action = { kind: 'bring-back', exemption, seal };
  return { id: anId(), village: OWN, item: ITEM, action, at: AT };
}

const codesOf = (results: ObjectionsResponse['results']) =>
  results.map((one) => (one.outcome === 'refused' ? one.code : one.outcome));

/** After an older backup was restored, phones bring back what the server itself had told them. */
export function bringingBack(world: () => World): void {
  const verify = () => verifyLedger(world().store.db, OWN);

  /** 东升村 with a published notice and one answered objection, and what its phones were told of it. */
  async function anAnswered(): Promise<{ reviewer: Phone; drafter: Phone; told: ObjectionChange }> {
    const drafter = await world().phone('drafter');
    const reviewer = await world().phone('reviewer', OWN, '审核人老李');
    await drafter.sync([aSave(content)]);
    await reviewer.sync([aPublication(content.build())]);
    const form = new URLSearchParams({ text: '第3户家里有小汽车', name: '', telephone: '' });
    await world().request(`/v/${OWN}/${NOTICE}/objection`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    const [received] = (await objections(reviewer)).changes;
    const code = received?.objection.code ?? '';
    await objections(reviewer, [handled(code, { kind: 'answer', text: '已核实，车是借的。' })]);
    const [told] = (await objections(drafter)).changes;
    if (!told?.seal) throw new Error('told without a seal');
    return { drafter, reviewer, told };
  }

  /** As an older backup leaves it: that objection was never heard of. */
  async function loseObjections(): Promise<void> {
    await world().store.db.deleteFrom('objection').execute();
    await world().store.db.deleteFrom('ledger').where('entry', 'like', '%"objection"%').execute();
    const rows = await world()
      .store.db.selectFrom('ledger')
      .select(['number', 'hash'])
      .where('place', '=', OWN)
      .orderBy('number', 'desc')
      .execute();
    const { number = 0, hash = '' } = rows[0] ?? {};
    await world()
      .store.db.updateTable('place')
      .set({ ledger_number: number, ledger_hash: hash, sequence: 2 })
      .where('code', '=', OWN)
      .execute();
  }

  test('服务器丢了的意见和答复，哪部手机听到过都能还回来，一字不差，台账也对得上', async () => {
    const { drafter, reviewer, told } = await anAnswered();
    await loseObjections();
    expect(codesOf((await objections(drafter, [broughtBack(told)])).results)).toEqual(['accepted']);
    const { changes } = await objections(reviewer);
    expect(changes.map(({ objection }) => objection)).toEqual([told.objection]);
    expect(await verify()).toBeUndefined();
    const receipt = await world().request(`/v/${OWN}/${NOTICE}/objection/${told.objection.code}`);
    expect(await receipt.text()).toContain('已核实，车是借的。');
  });

  test('几部手机都还，本人的答复又重发：每一步只有一遍', async () => {
    const { drafter, reviewer, told } = await anAnswered();
    await loseObjections();
    const answer = handled(told.objection.code, { kind: 'answer', text: '已核实，车是借的。' });
    await objections(drafter, [broughtBack(told)]);
    await objections(reviewer, [broughtBack(told), answer]);
    await objections(drafter, [broughtBack(told)]);
    const { changes } = await objections(reviewer);
    expect(changes[0]?.objection.steps.map(({ kind }) => kind)).toEqual(['answer']);
    expect(await verify()).toBeUndefined();
  });

  test('丢了以后又有新的一步：补回来的和新的都在', async () => {
    const { drafter, reviewer, told } = await anAnswered();
    await loseObjections();
    const older = { ...told, objection: { ...told.objection, steps: [] } };
    expect(codesOf((await objections(reviewer, [broughtBack(older)])).results)).toEqual([
      'not-sealed',
    ]);
    await objections(drafter, [broughtBack(told)]);
    const doubt = handled(told.objection.code, { kind: 'escalate', reason: '村民还是不信' });
    await objections(drafter, [doubt]);
    await objections(reviewer, [broughtBack(told)]);
    const { changes } = await objections(reviewer);
    expect(changes[0]?.objection.steps.map(({ kind }) => kind)).toEqual(['answer', 'escalate']);
    expect(await verify()).toBeUndefined();
  });

  /** Puts the village back to where it is now, as restoring a backup does. */
  async function aBackup(): Promise<() => Promise<void>> {
    const { db } = world().store;
    const place = await db
      .selectFrom('place')
      .selectAll()
      .where('code', '=', OWN)
      .executeTakeFirstOrThrow();
    const objections = await db.selectFrom('objection').selectAll().execute();
    const exemptions = await db.selectFrom('exemption').selectAll().execute();
    return async () => {
      await db.deleteFrom('objection').execute();
      if (objections.length > 0) await db.insertInto('objection').values(objections).execute();
      await db.deleteFrom('exemption').execute();
      if (exemptions.length > 0) await db.insertInto('exemption').values(exemptions).execute();
      const later = db.deleteFrom('ledger').where('place', '=', OWN);
      await later.where('number', '>', place.ledger_number).execute();
      await db.updateTable('place').set(place).where('code', '=', OWN).execute();
    };
  }

  test('丢了的公开和退回以后的不公开：还回来的排在前面，村民看不到被收起来的话，台账也对得上', async () => {
    const { drafter, reviewer, told } = await anAnswered();
    const { code } = told.objection;
    const setBack = await aBackup();
    const shown = handled(code, { kind: 'show', text: '有人反映第3户有小汽车。' });
    await objections(reviewer, [shown]);
    const [lost] = (await objections(drafter)).changes;
    if (!lost) throw new Error('nothing was told');
    await setBack();
    const hidden = handled(code, { kind: 'hide', reason: '说的是家事' });
    expect(codesOf((await objections(reviewer, [hidden])).results)).toEqual(['accepted']);
    await objections(drafter, [broughtBack(lost)]);
    const { changes } = await objections(reviewer);
    expect(changes[0]?.objection.steps.map(({ kind }) => kind)).toEqual(['answer', 'show', 'hide']);
    const page = await world().request(`/v/${OWN}/${NOTICE}`);
    expect(await page.text()).not.toContain('有人反映');
    expect(await verify()).toBeUndefined();
    const { db } = world().store;
    const row = await db.selectFrom('objection').selectAll().executeTakeFirstOrThrow();
    const objection = JSON.parse(row.objection) as Objection;
    const swapped = { ...objection, steps: objection.steps.toSorted(() => -1) };
    await db
      .updateTable('objection')
      .set({ objection: JSON.stringify(swapped) })
      .execute();
    expect(await verify()).toMatchObject({ code: 'objection-altered' });
  });

  test('丢了的不适用和退回以后的又适用：又适用算数', async () => {
    const reviewer = await world().phone('reviewer');
    const said = (action: ExemptionAction, at = AT) => ({
      ...{ id: anId(), village: OWN, item: ITEM, action, at },
    });
    await exemptions(reviewer, [said(DECLARED)]);
    const setBack = await aBackup();
    const longer = { ...DECLARED, toYear: 2027 };
    await exemptions(reviewer, [said(longer, '2026-11-24T10:00:00.000Z')]);
    const [lost] = (await exemptions(reviewer)).changes;
    if (!lost) throw new Error('nothing was told');
    await setBack();
    await exemptions(reviewer, [said({ kind: 'end' }, '2026-11-24T11:00:00.000Z')]);
    await exemptions(reviewer, [exemptionBack(lost)]);
    const { changes } = await exemptions(reviewer);
    const kinds = changes[0]?.exemption.steps.map(({ kind }) => kind);
    expect(kinds).toEqual(['declare', 'declare', 'end']);
    expect(await verify()).toBeUndefined();
  });

  test('改过一个字的、别的意见的、没有印记的、别村的人，一概还不进来', async () => {
    const { drafter, told } = await anAnswered();
    await loseObjections();
    const stranger = await world().phone('reviewer', SIBLING);
    const { results } = await objections(drafter, [
      broughtBack(told, { text: '第4户家里有小汽车' }),
      broughtBack({ ...told, seal: 'a'.repeat(32) }),
      { ...broughtBack(told), objection: 'H3K9M7QX2R' },
    ]);
    expect(codesOf(results)).toEqual(['not-sealed', 'not-sealed', 'not-sealed']);
    expect(codesOf((await objections(stranger, [broughtBack(told)])).results)).toEqual([
      'not-allowed',
    ]);
    expect((await objections(drafter)).changes).toEqual([]);
  });

  test('别人抢先用同一个编号送来别的东西，也挡不住真的还回来', async () => {
    const { drafter, reviewer, told } = await anAnswered();
    await loseObjections();
    // every phone gives what it brings back the same id, made of a seal that all have been told
    const id = `back-${told.seal}`;
    const forged = { ...broughtBack({ ...told, seal: 'a'.repeat(32) }), id };
    expect(codesOf((await objections(drafter, [forged])).results)).toEqual(['not-sealed']);
    await drafter.sync([{ ...aSave(aContent()), id }]);
    const { results, changes } = await objections(reviewer, [{ ...broughtBack(told), id }]);
    expect(codesOf(results)).toEqual(['accepted']);
    expect(changes.map(({ objection }) => objection)).toEqual([told.objection]);
  });

  test('不适用的也一样：占了编号也挡不住', async () => {
    const reviewer = await world().phone('reviewer');
    const said = { id: anId(), village: OWN, item: ITEM, action: DECLARED, at: AT };
    const [told] = (await exemptions(reviewer, [said])).changes;
    if (!told) throw new Error('nothing was told');
    await world().store.db.deleteFrom('exemption').execute();
    const id = `back-${told.seal}`;
    const forged = { ...exemptionBack({ ...told, seal: 'a'.repeat(32) }), id };
    expect(codesOf((await exemptions(reviewer, [forged])).results)).toEqual(['not-sealed']);
    const { results, changes } = await exemptions(reviewer, [{ ...exemptionBack(told), id }]);
    expect(codesOf(results)).toEqual(['accepted']);
    expect(changes.map(({ exemption }) => exemption)).toEqual([told.exemption]);
  });

  test('游标是另一段历史的：告诉手机，这次送来的先不动', async () => {
    const { reviewer, told } = await anAnswered();
    const { cursors, histories } = await objections(reviewer);
    const known = { cursor: cursors[OWN] ?? 0, mark: histories?.[OWN] ?? '' };
    expect(await objections(reviewer, [], known)).not.toHaveProperty('restarted');
    await loseObjections();
    const answer = handled(told.objection.code, { kind: 'answer', text: '再答一次' });
    const first = await objections(reviewer, [answer], known);
    expect(first).toMatchObject({ restarted: [OWN], results: [], changes: [] });
    const second = await objections(reviewer, [broughtBack(told), answer], {
      cursor: first.cursors[OWN] ?? 0,
      mark: first.histories?.[OWN] ?? '',
    });
    expect(codesOf(second.results)).toEqual(['accepted', 'accepted']);
    expect(second.changes[0]?.objection.steps).toHaveLength(2);
  });

  test('不适用：丢了的由听到过的手机还回来，经办人的手机也行，谁说的还是谁', async () => {
    const reviewer = await world().phone('reviewer', OWN, '王审核');
    const drafter = await world().phone('drafter');
    const said = { id: anId(), village: OWN, item: ITEM, action: DECLARED, at: AT };
    await exemptions(reviewer, [said]);
    const [told] = (await exemptions(drafter)).changes;
    if (!told) throw new Error('nothing was told');
    await world().store.db.deleteFrom('exemption').execute();
    const altered = { ...told, exemption: { ...told.exemption, steps: [] } };
    const { results } = await exemptions(drafter, [exemptionBack(altered), exemptionBack(told)]);
    expect(codesOf(results)).toEqual(['not-sealed', 'accepted']);
    await exemptions(reviewer, [exemptionBack(told), { ...said, id: anId() }]);
    const { changes } = await exemptions(reviewer);
    expect(changes.map(({ exemption }) => exemption)).toEqual([told.exemption]);
    expect(changes[0]?.exemption.steps).toMatchObject([{ by: { name: '王审核' } }]);
    expect(await verify()).toBeUndefined();
  });

  test('哪部手机看出服务器退回过，管理员就看得到，别人看不到；查过了就不再说', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const setBack = async (phone: Phone) => (await phone.request('/api/set-back')).json();
    const settle = (noticedAt: string) =>
      administrator.request('/api/set-back', {
        method: 'POST',
        body: JSON.stringify({ noticedAt }),
      });
    expect(await setBack(administrator)).toBeNull();
    const drafter = await world().phone('drafter');
    await drafter.sync();
    expect(await setBack(administrator)).toBeNull();
    const noticedAt = world().now.toISOString();
    const known = { cursors: { [OWN]: 99 } };
    expect((await drafter.sync([], known as never)).restarted).toEqual([OWN]);
    world().now = new Date(world().now.getTime() + 60_000);
    await drafter.sync([], known as never);
    expect(await setBack(administrator)).toMatchObject({ noticedAt, since: null });
    expect((await drafter.request('/api/set-back')).status).toBe(403);
    expect((await world().request('/api/set-back')).status).toBe(401);

    await settle('2020-01-01T00:00:00.000Z');
    expect(await setBack(administrator)).toMatchObject({ noticedAt });
    expect((await settle(noticedAt)).status).toBe(200);
    expect(await setBack(administrator)).toBeNull();
    await drafter.sync([], known as never);
    expect(await setBack(administrator)).toBeNull();
  });

  test('查过以后服务器又退回一次，还要再说；上一次退回前的手机来晚了，不再说', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const drafter = await world().phone('drafter');
    const later = (minutes: number) => {
      world().now = new Date(world().now.getTime() + minutes * 60_000);
    };
    const open = async () => (await administrator.request('/api/set-back')).json();
    const settle = (noticedAt: string) =>
      administrator.request('/api/set-back', {
        method: 'POST',
        body: JSON.stringify({ noticedAt }),
      });
    const known = async (phone: Phone) => {
      const { cursors, histories } = await phone.sync();
      return { cursors, histories: histories ?? {} };
    };
    const another = (code: string) => ({
      ...aSave(content),
      id: anId(),
      notice: code as NoticeCode,
    });

    await drafter.sync([another('7K3M9QX2R1')]);
    const beforeFirst = await aBackup();
    later(1);
    await drafter.sync([another('7K3M9QX2R2')]);
    const [one, late] = [await known(drafter), await known(drafter)];
    later(1);
    await beforeFirst();
    await drafter.sync([], one);
    const first = await open();
    expect(first).toMatchObject({ noticedAt: world().now.toISOString() });
    await settle(first.noticedAt);
    expect(await open()).toBeNull();

    later(1);
    const beforeSecond = await aBackup();
    later(1);
    await drafter.sync([another('7K3M9QX2R3')]);
    const second = await known(drafter);
    await beforeSecond();
    later(1);
    expect((await drafter.sync([], late)).restarted).toEqual([OWN]);
    expect(await open()).toBeNull();
    expect((await drafter.sync([], second)).restarted).toEqual([OWN]);
    expect(await open()).toMatchObject({ noticedAt: world().now.toISOString() });
    await settle((await open()).noticedAt);
    await drafter.sync([], second);
    await drafter.sync([], late);
    expect(await open()).toBeNull();
  });

  test('编出来的记号、改过的记号、别村的记号，查过以后再也叫不出退回来', async () => {
    const administrator = await world().phone('administrator', DISTRICT);
    const drafter = await world().phone('drafter');
    const open = async () => (await administrator.request('/api/set-back')).json();
    await drafter.sync([aSave(content)]);
    const { histories } = await drafter.sync();
    const own = histories?.[OWN] ?? '';
    await drafter.sync([], { cursors: { [OWN]: 99 } });
    const body = JSON.stringify({ noticedAt: (await open()).noticedAt });
    await administrator.request('/api/set-back', { method: 'POST', body });
    expect(await open()).toBeNull();

    world().now = new Date(world().now.getTime() + 86_400_000);
    const town = await world().phone('supervisor', TOWN);
    const [elsewhere] = Object.values(
      (await town.sync([], { cursors: { [SIBLING]: 0 } })).histories ?? {},
    );
    const invented = [
      '999.0123456789abcdef',
      '1.0123456789abcdef',
      own.replace(/^\.(\d+)\./, '.999.'),
      own.replace(/[0-9a-f]{4}$/, 'ffff'),
      elsewhere ?? '',
      'no mark at all',
    ];
    for (const mark of invented) {
      await drafter.sync([], { cursors: { [OWN]: 999 }, histories: { [OWN]: mark } });
      expect(await open()).toBeNull();
    }
  });

  test('老版本给手机的记号照样认得：是这段历史的不重来，不是的重来', async () => {
    const drafter = await world().phone('drafter');
    await drafter.sync([aSave(content)]);
    const { cursors, histories } = await drafter.sync();
    const { ledger_number: number, ledger_hash: hash } = await world()
      .store.db.selectFrom('place')
      .selectAll()
      .where('code', '=', OWN)
      .executeTakeFirstOrThrow();
    const older = (mark: string) => ({ cursors, histories: { [OWN]: mark } });
    const first = `${number}.${hash.slice(0, 16)}`;
    expect(histories?.[OWN]).not.toBe(first);
    expect(await drafter.sync([], older(first))).not.toHaveProperty('restarted');
    expect(await drafter.sync([], older('0.'))).not.toHaveProperty('restarted');
    const other = `${number}.0123456789abcdef`;
    expect((await drafter.sync([], older(other))).restarted).toEqual([OWN]);
  });

  test('不要照片的手机听到的意见没有印记：半条意见还回来，顶不掉整条', async () => {
    const { drafter } = await anAnswered();
    const part = { cursors: { [OWN]: 0 }, mutations: [], histories: {} };
    const { objections: told } = await drafter.sync([], { objections: part });
    expect(told?.changes).toHaveLength(1);
    expect(told?.changes[0]).not.toHaveProperty('seal');
  });

  test('在事务里面也能盖印记，不会自己等自己', async () => {
    const { store } = world();
    const seal = await store.db
      .transaction()
      .execute(async () => sealerOf(store).seal('objection', 'the same'));
    expect(sealerOf(store).isSealed('objection', 'the same', seal)).toBe(true);
  });

  test('旧版手机不带记号来问，回答里没有它读不懂的', async () => {
    const { drafter } = await anAnswered();
    const part = { cursors: { [OWN]: 0 }, mutations: [], photographs: true as const };
    const { objections: told } = await drafter.sync([], {
      objections: part,
      exemptions: { cursors: { [OWN]: 0 }, mutations: [] },
    });
    expect(Object.keys(told ?? {}).sort()).toEqual(['changes', 'cursors', 'more', 'results']);
    expect(told?.changes[0]).not.toHaveProperty('seal');
  });
}
