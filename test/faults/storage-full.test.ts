import { expect, test } from 'vitest';
import { isStorageFull } from '../../src/device/index.ts';
import { withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { LI, Phone, WANG } from '../device/phone.ts';

const villages = [DONGSHENG];

/** Everything that is stored on a phone, to be compared before and after. */
async function allOn(phone: Phone): Promise<unknown> {
  const { database } = phone;
  return Promise.all(database.workTables().map((table) => table.toArray()));
}

/** Does something again and again, with room for one more write each time, until it works. */
async function withEverMoreRoom(phone: Phone, attempt: () => Promise<boolean>): Promise<number> {
  for (let room = 0; room < 60; room++) {
    phone.writesLeft = room;
    const isDone = await attempt();
    phone.writesLeft = undefined;
    if (isDone) return room;
  }
  throw new Error('it never worked');
}

test('手机空间在打字的任何一次写入时用完：要么全存下，要么什么也没变', async () => {
  const wang = await Phone.of(new ModelServer({ villages }), WANG);
  const code = await wang.draft();
  await wang.sync();
  const before = await allOn(wang);
  const room = await withEverMoreRoom(wang, async () => {
    try {
      await wang.type(code, (content) => withField(content, 'villagePhone', '0458-0000003'));
      return true;
    } catch (error) {
      expect(isStorageFull(error)).toBe(true);
      wang.writesLeft = undefined;
      expect(await allOn(wang)).toEqual(before);
      return false;
    }
  });
  expect(room).toBeGreaterThan(2);
  expect(await wang.outbox()).toHaveLength(1);
});

test('空间在提交时用完：没有提交一半的', async () => {
  const wang = await Phone.of(new ModelServer({ villages }), WANG);
  const code = await wang.draft();
  const before = await allOn(wang);
  await withEverMoreRoom(wang, async () => {
    try {
      await wang.act(code, { kind: 'submit' });
      return true;
    } catch (error) {
      expect(isStorageFull(error)).toBe(true);
      wang.writesLeft = undefined;
      expect(await allOn(wang)).toEqual(before);
      return false;
    }
  });
  expect((await wang.outbox()).map(({ action }) => action.kind)).toEqual(['save', 'submit']);
});

test('空间在同步的任何一次写入时用完：说是空间不够，腾出来后一样不少、不重', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const li = await Phone.of(server, LI);
  await li.draft();
  await li.sync();
  const code = await wang.draft();
  await wang.act(code, { kind: 'submit' });
  const room = await withEverMoreRoom(wang, async () => {
    const { trouble } = await wang.sync();
    if (trouble === undefined) return true;
    expect(trouble).toBe('storage');
    return false;
  });
  expect(room).toBeGreaterThan(5);
  const effects = server.effects(DONGSHENG);
  expect(effects).toHaveLength(3);
  expect(new Set(effects).size).toBe(3);
  expect(await wang.outbox()).toEqual([]);
  expect(await wang.database.notices.count()).toBe(2);
  expect((await wang.database.read('sync'))?.trouble).toBeUndefined();
});
