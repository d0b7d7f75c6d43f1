import { expect, test } from 'vitest';
import {
  askForBackgroundSync,
  BACKGROUND_SYNC_TAG,
  completeSummaries,
  DeviceDatabase,
  Synchroniser,
  SyncTrouble,
  syncInBackground,
  type Transport,
  wholeSummaries,
} from '../../src/device/index.ts';
import { asOnlySyncer, type Locks } from '../../src/device/one-syncer.ts';
import type { ObjectionCode } from '../../src/notice/index.ts';
import type { SyncRequest } from '../../src/protocol/index.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { LI, Phone, WANG } from './phone.ts';

const villages = [DONGSHENG];

/** A lock as browsers have it, for one name. */
function aLock(): Locks & { readonly isHeld: () => boolean } {
  let holder: object | undefined;
  return {
    isHeld: () => holder !== undefined,
    request: async (_name, { ifAvailable, steal }, work) => {
      if (holder && !steal) {
        if (ifAvailable) return work(null);
        throw new Error('only asked for at once here');
      }
      const mine = {};
      holder = mine;
      try {
        return await work(mine);
      } finally {
        if (holder === mine) holder = undefined;
      }
    },
  };
}

test('页面关着也能送：浏览器叫醒后台，后台把等着的送到', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await syncInBackground(() => wang.sync(), aLock());
  expect(server.notice(DONGSHENG, code)?.version).toBe(1);
});

test('还是没信号，就请浏览器过会儿再叫；登记失效了就不白叫', async () => {
  await expect(syncInBackground(async () => ({ trouble: 'offline' }), aLock())).rejects.toThrow(
    'offline',
  );
  await expect(
    syncInBackground(async () => ({ trouble: 'signed-out' }), aLock()),
  ).resolves.toBeUndefined();
});

test('页面正在同步时，后台让开；页面冻住太久，可以接过来', async () => {
  const lock = aLock();
  let finish = () => {};
  const page = asOnlySyncer(
    () => new Promise<string>((resolve) => (finish = () => resolve('页面'))),
    false,
    lock,
  );
  expect(await asOnlySyncer(async () => '后台', false, lock)).toBeUndefined();
  expect(await asOnlySyncer(async () => '接过来', true, lock)).toBe('接过来');
  finish();
  expect(await page).toBe('页面');
  expect(lock.isHeld()).toBe(false);
});

test('没有后台同步的浏览器，或不许的，就说没有', async () => {
  const asked: string[] = [];
  const willing = { sync: { register: async (tag: string) => void asked.push(tag) } };
  const unwilling = { sync: { register: async () => Promise.reject(new Error('denied')) } };
  expect(await askForBackgroundSync(willing)).toBe(true);
  expect(asked).toEqual([BACKGROUND_SYNC_TAG]);
  expect(await askForBackgroundSync(unwilling)).toBe(false);
  expect(await askForBackgroundSync({})).toBe(false);
});

test('后台不带模板，先记个大概；打开页面就补全标题', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const li = await Phone.of(server, LI);
  li.database.close();
  const worker = new DeviceDatabase(li.database.name);
  const options = { now: li.now };
  await new Synchroniser(worker, li.plainLink, options).synchronise();
  expect((await worker.summaries.get([DONGSHENG, code]))?.rough).toBe(1);
  worker.close();

  const page = new DeviceDatabase(li.database.name, wholeSummaries);
  await completeSummaries(page);
  const { title } = (await wang.database.summaries.get([DONGSHENG, code])) ?? {};
  expect(title).toContain('东升村');
  expect(await page.summaries.get([DONGSHENG, code])).toMatchObject({ title, waiting: 0 });
  expect(await page.summaries.where('rough').equals(1).count()).toBe(0);
});

test('后台也把意见的答复送到，不用等人打开页面', async () => {
  const server = new ModelServer({ villages });
  const li = await Phone.of(server, LI);
  await li.database.objectionOutbox.add({
    id: 'objection-0001',
    village: DONGSHENG,
    notice: A_CODE,
    objection: 'H3K9M7QX2R' as ObjectionCode,
    action: { kind: 'answer', text: '已核实，情况属实。' },
    at: '2026-11-24T08:00:00.000Z',
  });
  const sent: SyncRequest[] = [];
  const transport: Transport = async (request) => {
    sent.push(request);
    const results = request.objections?.mutations.map(({ id }) => ({ id, outcome: 'accepted' }));
    return {
      protocol: 1,
      serverTime: '2026-11-24T08:00:01.000Z',
      results: [],
      changes: [],
      cursors: {},
      more: false,
      objections: { results: results ?? [], changes: [], cursors: {}, more: false },
      exemptions: { results: [], changes: [], cursors: {} },
    };
  };
  const worker = new Synchroniser(li.database, transport, { now: li.now });
  expect((await worker.synchronise()).trouble).toBeUndefined();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.objections?.mutations).toMatchObject([{ id: 'objection-0001' }]);
  expect(await li.database.objectionOutbox.count()).toBe(0);

  await li.database.objectionOutbox.add({
    id: 'objection-0002',
    village: DONGSHENG,
    notice: A_CODE,
    objection: 'H3K9M7QX2R' as ObjectionCode,
    action: { kind: 'answer', text: '再补充一点。' },
    at: '2026-11-24T09:00:00.000Z',
  });
  const cut: Transport = async () => {
    throw new SyncTrouble('offline');
  };
  const cutOff = new Synchroniser(li.database, cut, { now: li.now });
  expect((await cutOff.synchronise()).trouble).toBe('offline');
  expect(await li.database.objectionOutbox.count()).toBe(1);
});
