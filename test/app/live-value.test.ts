import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { liveValue } from '../../src/app/live-value.ts';
import { DeviceDatabase } from '../../src/device/database.ts';

const databases: DeviceDatabase[] = [];
let numbered = 0;

function aDatabase(): DeviceDatabase {
  numbered += 1;
  const database = new DeviceDatabase(`live-value-${numbered}`);
  databases.push(database);
  return database;
}

afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

/** Busy for so long, as a slow phone with thousands of notices is. */
function works(milliseconds: number): void {
  const began = performance.now();
  while (performance.now() - began < milliseconds);
}

test('手机上一改，首页就跟着变，最后显示的总是最新的', async () => {
  const database = aDatabase();
  const shown = liveValue(async () => (await database.read('catalogue')) ?? '');
  await shown.read();
  expect(shown.get()).toBe('');
  for (const name of ['一', '二', '三']) await database.keep('catalogue', name);
  await expect.poll(shown.get).toBe('三');
  await database.keep('catalogue', '四');
  await expect.poll(shown.get).toBe('四');
});

test('上传一页接一页时，首页不是每页都重读，读完之后歇一歇', async () => {
  const database = aDatabase();
  let readings = 0;
  const shown = liveValue(async () => {
    const found = (await database.read('catalogue')) ?? '';
    readings += 1;
    works(20);
    return found;
  });
  await shown.read();
  for (let page = 1; page <= 20; page += 1) {
    await database.keep('catalogue', `第${page}页`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await expect.poll(shown.get).toBe('第20页');
  expect(readings).toBeLessThan(10);
});

test('读不出来的，照实说出来', async () => {
  const shown = liveValue(async () => {
    throw new Error('坏了');
  });
  await shown.read();
  expect(shown.get).toThrow('坏了');
});
