import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  declareExemption,
  handleObjection,
  notePrinting,
  printingsOf,
} from '../../src/device/index.ts';
import {
  type Exemption,
  type Notice,
  type NoticeCode,
  type Objection,
  type ObjectionAction,
  type ObjectionCode,
  withField,
} from '../../src/notice/index.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { receiveObjection } from '../../src/server/objections/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { countedBytes, LI, Phone, WANG, ZHAO } from '../device/phone.ts';
import { aRealVillage, type RealVillage } from './real-village.ts';

/** Three phones of one village, and its real server with a backup of last night. */
interface Village {
  readonly server: RealVillage;
  readonly wang: Phone;
  readonly zhao: Phone;
  readonly li: Phone;
  /** Known to all before the backup. */
  readonly old: NoticeCode;
  readonly disputed: NoticeCode;
  readonly backup: unknown;
}

const ITEM = 'microloans.annual';
const OTHER_ITEM = 'fund-plan.annual';
const DECLARED = { kind: 'declare', reason: '本村没有', fromYear: 2026, toYear: 2026 } as const;
const PHOTOGRAPH = 'ab'.repeat(32);
const randomBytes = countedBytes(4_711);

async function lastNight(): Promise<Village> {
  const server = await aRealVillage();
  const wang = await Phone.of(server, WANG);
  const [old, disputed] = [await wang.draft(), await wang.draft()];
  const zhao = await Phone.of(server, ZHAO);
  const li = await Phone.of(server, LI);
  await inTurn(wang, zhao, li);
  await exempt(li, OTHER_ITEM, DECLARED);
  await inTurn(li, wang, zhao);
  return { server, wang, zhao, li, old, disputed, backup: await server.backUp() };
}

async function inTurn(...phones: readonly Phone[]): Promise<void> {
  for (const phone of phones) {
    expect((await phone.sync()).trouble, phone.person.name).toBeUndefined();
  }
}

const note = (phone: Phone, code: NoticeCode, text: string) =>
  phone.type(code, (content) => withField(content, 'note', text));

async function exempt(phone: Phone, item: string, action: Parameters<typeof declareExemption>[2]) {
  const place = { village: DONGSHENG, item };
  const surroundings = { now: phone.now, randomBytes };
  expect(await declareExemption(phone.database, place, action, surroundings)).toBeUndefined();
}

async function handle(
  phone: Phone,
  notice: NoticeCode,
  action: ObjectionAction,
  objection?: ObjectionCode,
) {
  const place = { village: DONGSHENG, notice, ...(objection ? { objection } : {}) };
  const surroundings = { now: phone.now, randomBytes };
  expect(await handleObjection(phone.database, place, action, surroundings)).toBeUndefined();
}

/** One of each thing that a village does, all of it accepted after the backup was made. */
async function today(village: Village): Promise<{ fresh: NoticeCode; objection: ObjectionCode }> {
  const { server, wang, zhao, li, old, disputed } = village;
  await note(wang, old, '第一稿');
  await wang.act(old, { kind: 'submit' });
  await inTurn(wang, li);
  await li.act(old, { kind: 'comment', text: '日期核对一下' });
  await li.act(old, { kind: 'return', reason: '少了一户' });
  await inTurn(li, wang);
  await note(wang, old, '第二稿');
  await wang.act(old, { kind: 'submit' });
  await inTurn(wang, li);
  await li.publish(old);
  await inTurn(li, zhao, wang);

  const [mark] = (await zhao.notice(old)).head.revisions;
  if (!mark) throw new Error('not published');
  const sheet = { revision: mark.revision, checkCode: mark.checkCode };
  const photographs = [{ id: PHOTOGRAPH, width: 800, height: 600, shows: 'this' as const }];
  const hungAt = '2026-11-24T09:00:00.000Z';
  await zhao.act(old, {
    ...{ kind: 'post', posting: 'posting-zhao-1', sheet, board: '村委会门口' },
    ...{ hungAt, photographs },
  });
  const jpeg = new ArrayBuffer(8);
  await zhao.database.photographs.add({
    ...{ id: PHOTOGRAPH, village: DONGSHENG, notice: old, jpeg, takenAt: hungAt },
    ...{ state: 'uploaded', sent: 8, uploadUrl: '/gone' },
  });
  await zhao.database.recordings.add({
    ...{ id: 'recording-1', village: DONGSHENG, notice: old, revision: 1, type: 'audio/webm' },
    ...{ startedAt: hungAt, seconds: 9, state: 'uploaded', sent: 8 },
  });
  await notePrinting(zhao.database, {
    ...{ village: DONGSHENG, notice: old, revision: 1, at: hungAt, way: 'printer' },
    ...{ sheets: 1, paper: 'A4' },
  });
  await inTurn(zhao, wang);
  await wang.act(old, {
    ...{ kind: 'takeDown', posting: 'posting-zhao-1', takenDownAt: hungAt, photographs: [] },
  });

  await note(wang, disputed, '小王的');
  await note(zhao, disputed, '小赵的');
  await inTurn(wang, zhao, li);
  const [conflict] = (await li.notice(disputed)).head.conflicts;
  if (!conflict) throw new Error('no conflict');
  await li.act(disputed, { kind: 'settle', place: conflict.place, value: '小赵的' });
  await inTurn(li, zhao);

  const fresh = await wang.draft();
  await inTurn(wang, li);
  await li.publish(fresh);
  await inTurn(li, zhao);
  await li.act(fresh, { kind: 'withdraw', reason: '登错了' });

  const words = { text: '第3户家里有小汽车', name: '周某九', telephone: '' };
  const place = { village: DONGSHENG, notice: old };
  const received = await receiveObjection(
    ...([server.world.store, place, undefined, words, server.world.now] as const),
  );
  if (!received) throw new Error('not received');
  const { code: objection } = received;
  await inTurn(li, zhao, wang);
  await handle(wang, old, { kind: 'answer', text: '已核实，车是借的。' }, objection);
  await inTurn(wang, li);
  await handle(li, old, { kind: 'show', text: '有村民反映第3户有小汽车。' }, objection);
  await handle(zhao, old, {
    ...{ kind: 'record', channel: 'telephone', text: '电话里问补助标准', name: '', telephone: '' },
  });
  await exempt(li, ITEM, DECLARED);
  await exempt(li, OTHER_ITEM, { kind: 'end' });
  await inTurn(li, zhao, wang, li, zhao);
  return { fresh, objection };
}

/** What the server holds, without what a repeat may number or date anew. */
async function heldBy({ server }: Village) {
  const { db } = server.world.store;
  const objections = await db.selectFrom('objection').select('objection').orderBy('code').execute();
  const exemptions = await db.selectFrom('exemption').select('exemption').orderBy('item').execute();
  const notices = [...(await server.notices(DONGSHENG))].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    notices: notices.map(outline),
    objections: objections.map(({ objection }) => JSON.parse(objection) as Objection),
    exemptions: exemptions.map(({ exemption }) => JSON.parse(exemption) as Exemption),
  };
}

function outline({ code, content, conflicts, standing, revisions, remarks, postings }: Notice) {
  return {
    ...{ code, content, conflicts, standing, postings },
    revisions: revisions.map(({ revision, checkCode, by }) => ({ revision, checkCode, by })),
    remarks: remarks.map(({ by, ...remark }) => ({ ...remark, by: by.name })).sort(),
  };
}

async function noMutationTwice({ server }: Village): Promise<void> {
  const effects = await server.effects(DONGSHENG);
  const own = effects.filter((id) => !id.startsWith('back-'));
  expect(new Set(own).size).toBe(own.length);
  expect(await verifyLedger(server.world.store.db, DONGSHENG)).toBeUndefined();
}

describe('服务器退回昨晚的备份，今天做的每一种事都补得回来', () => {
  let village: Village;
  beforeEach(async () => {
    village = await lastNight();
  });
  afterEach(() => village.server.end());

  test.each([
    ['wang', 'zhao', 'li'],
    ['zhao', 'li', 'wang'],
    ['li', 'zhao', 'wang'],
  ] as const)('%s、%s、%s先后有信号：和没退回过一样，一步不少，一步不重', async (...order) => {
    const { objection } = await today(village);
    const before = await heldBy(village);
    expect(before.objections).toHaveLength(2);
    expect(before.exemptions.map(({ steps }) => steps.length).sort()).toEqual([1, 2]);
    await village.server.restore(village.backup);
    expect((await heldBy(village)).objections).toEqual([]);

    const phones = order.map((name) => village[name]);
    await inTurn(...phones, ...phones, ...phones);
    expect(await heldBy(village)).toEqual(before);
    await noMutationTwice(village);
    for (const { database } of phones) {
      expect(await database.refused.toArray()).toEqual([]);
      expect(await database.outbox.count()).toBe(0);
      expect(await database.objectionOutbox.count()).toBe(0);
      expect(await database.exemptionOutbox.count()).toBe(0);
      const stored = await database.objections.get([DONGSHENG, objection]);
      expect(stored?.head.steps.map(({ kind }) => kind)).toEqual(['answer', 'show']);
    }
    // files that had arrived are sent once more, and what was printed is the phone's own
    const { photographs, recordings } = village.zhao.database;
    expect(await photographs.get(PHOTOGRAPH)).toMatchObject({ state: 'waiting', sent: 0 });
    expect(await photographs.get(PHOTOGRAPH)).not.toHaveProperty('uploadUrl');
    expect(await recordings.get('recording-1')).toMatchObject({ state: 'waiting' });
    expect(await printingsOf(village.zhao.database, DONGSHENG, village.old)).toHaveLength(1);
  });

  test('退回以后服务器又走到更后面，游标看不出来：意见和不适用照样补得回来', async () => {
    await today(village);
    const before = await heldBy(village);
    await village.server.restore(village.backup);
    const newcomer = await Phone.of(village.server, { ...WANG, id: 'p-new', name: '新来的' });
    for (let count = 0; count < 30; count++) await newcomer.draft();
    await inTurn(newcomer);
    await inTurn(village.li, village.wang, village.zhao, village.li, village.wang);
    const after = await heldBy(village);
    expect(after.objections).toEqual(before.objections);
    expect(after.exemptions).toEqual(before.exemptions);
    await noMutationTwice(village);
  });

  test('正好在补送的时候断线、关机：下次接着补，还是不多不少', async () => {
    await today(village);
    const before = await heldBy(village);
    for (let cut = 0; cut < 3; cut++) {
      await village.server.restore(village.backup);
      let requests = 0;
      for (const name of ['li', 'wang', 'zhao'] as const) {
        const phone = village[name];
        phone.link = async (request) => {
          requests += 1;
          const answer = await phone.plainLink(request);
          if (requests % 3 === cut) throw new TypeError('the program is killed here');
          return answer;
        };
        await phone.sync().catch(() => undefined);
        phone.mend();
      }
      const phones = [village.wang, village.zhao, village.li];
      await inTurn(...phones, ...phones, ...phones);
      expect(await heldBy(village)).toEqual(before);
      await noMutationTwice(village);
    }
  });

  test('没有凭证收不回来的答复：说清楚，字还在输入框里', async () => {
    const { objection } = await today(village);
    await village.server.restore(village.backup);
    await village.server.world.store.db
      .updateTable('installation')
      .set({ value: '0'.repeat(64) })
      .where('name', '=', 'seal-key')
      .execute();
    await village.server.restart();
    await inTurn(village.wang, village.li, village.wang);
    const stored = await village.wang.database.objections.get([DONGSHENG, objection]);
    expect(stored).toMatchObject({ refusal: 'not-sealed', draft: '已核实，车是借的。' });
    const exemption = await village.li.database.exemptions.get([DONGSHENG, ITEM]);
    expect(exemption).toMatchObject({ refusal: 'not-sealed' });
    expect(await village.wang.database.objectionOutbox.count()).toBe(0);
  });
});
