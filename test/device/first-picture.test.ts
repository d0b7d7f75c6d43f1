import 'fake-indexeddb/auto';
import './fake-storage.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceDatabase } from '../../src/device/database.ts';
import {
  type FirstPicture,
  forgetFirstPicture,
  keepFirstPicture,
  PICTURED,
  readFirstPicture,
} from '../../src/device/first-picture.ts';

const NAME = 'village-noticeboard-picture';
const aPicture: FirstPicture = {
  program: '/assets/start-1.js',
  day: '2026-11-24',
  languages: 'zh-CN',
  lang: 'zh-CN',
  dir: 'ltr',
  size: 'normal',
  html: '<main>东升村</main>',
};
const yes = async () => true;

let database: DeviceDatabase;

beforeEach(() => {
  database = new DeviceDatabase(NAME);
});

afterEach(async () => {
  await database.delete();
});

test('首页的样子存下来，下次打开不等程序就能读到', async () => {
  await keepFirstPicture(database, aPicture, yes);
  expect(await readFirstPicture(NAME)).toEqual(aPicture);
});

test('存的那一刻与库里不一样的样子，不存', async () => {
  await keepFirstPicture(database, aPicture, async () => (await database.outbox.count()) > 0);
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test.each(PICTURED)('首页所依据的“%s”只要有一处写入，旧样子就不在了', async (table) => {
  await keepFirstPicture(database, aPicture, yes);
  await database.table(table).clear();
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('写公示时连同摘要一起写，旧样子也就不在了', async () => {
  await keepFirstPicture(database, aPicture, yes);
  await database.transaction('rw', [database.notices, database.summaries], () =>
    database.summaries.clear(),
  );
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('没写成的那一次，什么也没变，样子还在', async () => {
  await keepFirstPicture(database, aPicture, yes);
  const writing = database.transaction('rw', database.summaries, async () => {
    await database.summaries.clear();
    throw new Error('断电');
  });
  await expect(writing).rejects.toThrow('断电');
  expect(await readFirstPicture(NAME)).toEqual(aPicture);
});

test('后台同步用另一个连接写，旧样子一样不在了', async () => {
  await keepFirstPicture(database, aPicture, yes);
  const worker = new DeviceDatabase(NAME);
  await worker.keep('sync', { trouble: 'offline' });
  worker.close();
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('首页看不到的东西，怎么写都不动它；只读也不动它', async () => {
  await keepFirstPicture(database, aPicture, yes);
  await database.undoSteps.clear();
  await database.photographs.clear();
  await database.outbox.where('id').equals('nobody').delete();
  await database.keep('remembered', {});
  await database.read('session');
  expect(await readFirstPicture(NAME)).toEqual(aPicture);
});

test('没有信号时一遍遍试，结果都一样，样子还在；信号来了，就不在了', async () => {
  await database.keep('sync', { trouble: 'offline' });
  await keepFirstPicture(database, aPicture, yes);
  await database.keep('sync', { trouble: 'offline' });
  expect(await readFirstPicture(NAME)).toEqual(aPicture);
  await database.keep('sync', { succeededAt: '2026-11-24T04:00:00Z' });
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('单独存着的一样东西删掉了，样子就不在了', async () => {
  await database.keep('catalogue', 'yimei');
  await keepFirstPicture(database, aPicture, yes);
  await database.kept.delete('catalogue');
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('换字号、换语言时说一声，旧样子就不在了', async () => {
  await keepFirstPicture(database, aPicture, yes);
  await forgetFirstPicture(database);
  expect(await readFirstPicture(NAME)).toBeUndefined();
});

test('手机上还没有库时，读一读也不会凭空建出一个来', async () => {
  expect(await readFirstPicture('nowhere')).toBeUndefined();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain('nowhere');
});

test('读样子的连接读完就关，不挡住升级', async () => {
  await keepFirstPicture(database, aPicture, yes);
  database.close();
  await readFirstPicture(NAME);
  const upgraded = await new Promise<boolean>((resolve) => {
    const opening = indexedDB.open(NAME, 100_000);
    opening.onblocked = () => resolve(false);
    opening.onsuccess = () => {
      opening.result.close();
      resolve(true);
    };
  });
  expect(upgraded).toBe(true);
});
