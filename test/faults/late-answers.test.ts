import * as v from 'valibot';
import { expect, test } from 'vitest';
import { withField } from '../../src/notice/index.ts';
import { SyncResponseSchema } from '../../src/protocol/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from '../device/model-server.ts';
import { LI, Phone, WANG, ZHAO } from '../device/phone.ts';

const villages = [DONGSHENG];

test('一个页面的回答来晚了，另一个页面早已收到更新的：新的不会被旧的盖掉', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  const zhao = await Phone.of(server, ZHAO);
  await zhao.sync();
  await zhao.type(code, (content) => withField(content, 'note', '先写的'));
  await zhao.sync();

  wang.link = async (request) => {
    const late = await wang.plainLink(request);
    await zhao.type(code, (content) => withField(content, 'note', '后写的'));
    await zhao.sync();
    wang.mend();
    await wang.sync();
    return late;
  };
  expect((await wang.sync()).trouble).toBeUndefined();
  expect((await wang.notice(code)).head.content.fields['note']).toBe('后写的');
  // nor is what is known set back: the next answer tells nothing again
  expect((await wang.database.read('cursors'))?.[DONGSHENG]).toBe(3);
  let told: unknown[] = [];
  wang.link = async (request) => {
    expect(request.cursors[DONGSHENG]).toBe(3);
    const answer = v.parse(SyncResponseSchema, await wang.plainLink(request));
    told = answer.changes;
    return answer;
  };
  await wang.sync();
  expect(told).toEqual([]);
  expect((await wang.notice(code)).head.content.fields['note']).toBe('后写的');
});

test('送到了，结果在后面几页才说：其间打的字不和送出去的打架', async () => {
  const server = new ModelServer({ villages, pageCharacters: 1 });
  const li = await Phone.of(server, LI);
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  await wang.sync();
  for (let count = 0; count < 3; count++) await li.draft(aContent().withHouseholds(1).build());
  await li.sync();

  await wang.type(code, (content) => withField(content, 'note', '一'));
  const requests: number[] = [];
  wang.link = async (request) => {
    requests.push(request.mutations.length);
    const answer = await wang.plainLink(request);
    if (requests.length === 1) {
      await wang.type(code, (content) => withField(content, 'note', '一二'));
    }
    return answer;
  };
  await wang.sync();
  expect(requests.slice(0, 4)).toEqual([1, 0, 0, 0]);
  expect(server.notice(DONGSHENG, code)?.conflicts).toEqual([]);
  expect(server.notice(DONGSHENG, code)?.content.fields['note']).toBe('一二');
  expect(await wang.outbox()).toEqual([]);
});

test('答复丢了再送，是同一个编号、同样的内容，也不另起一版', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  const code = await wang.draft();
  const ids: string[] = [];
  wang.link = async (request) => {
    ids.push(...request.mutations.map(({ id }) => id));
    await wang.plainLink(request);
    wang.cut();
    throw new Error('unreachable');
  };
  await expect(wang.sync()).rejects.toThrow();
  await wang.type(code, (content) => withField(content, 'note', '没等到答复又写的'));
  wang.link = async (request) => {
    ids.push(...request.mutations.map(({ id }) => id));
    return wang.plainLink(request);
  };
  await wang.sync();
  expect(new Set(ids).size).toBe(2);
  expect(ids).toHaveLength(3);
  expect(server.versions(DONGSHENG, code)).toHaveLength(2);
  expect(server.notice(DONGSHENG, code)?.conflicts).toEqual([]);
});

test('没有锁的浏览器里两个页面同时同步：一样只算一次', async () => {
  const server = new ModelServer({ villages, pageCharacters: 1 });
  const wang = await Phone.of(server, WANG);
  for (let count = 0; count < 6; count++) await wang.draft();
  await Promise.all([wang.sync(), wang.sync(), wang.sync()]);
  expect(server.notices(DONGSHENG)).toHaveLength(6);
  const effects = server.effects(DONGSHENG);
  expect(new Set(effects).size).toBe(effects.length);
  expect(await wang.outbox()).toEqual([]);
  expect((await wang.database.read('sync'))?.trouble).toBeUndefined();
});

test('页数多的回答里，旧的一页来晚了：后面几页说的都不再说一遍，也一份不漏', async () => {
  const server = new ModelServer({ villages, pageCharacters: 1 });
  const li = await Phone.of(server, LI);
  for (let count = 0; count < 4; count++) await li.draft(aContent().withHouseholds(1).build());
  await li.sync();
  const wang = await Phone.of(server, WANG);
  let isFirst = true;
  wang.link = async (request) => {
    const answer = await wang.plainLink(request);
    if (isFirst) {
      isFirst = false;
      const link = wang.link;
      wang.mend();
      await wang.sync();
      wang.link = link;
    }
    return answer;
  };
  await wang.sync();
  expect((await wang.database.read('cursors'))?.[DONGSHENG]).toBe(4);
  expect(await wang.database.notices.count()).toBe(4);
});

test('回答还在路上，这个村的公示已经放下了：不留半截，再看这个村时从头取全', async () => {
  const server = new ModelServer({ villages });
  const wang = await Phone.of(server, WANG);
  await wang.draft();
  await wang.draft();
  await wang.sync();
  const li = await Phone.of(server, LI);
  await li.sync();
  await wang.draft();
  await wang.sync();
  li.link = async (request) => {
    const answer = await li.plainLink(request);
    // what letting a village go does, in another page
    await li.database.notices.clear();
    await li.database.summaries.clear();
    await li.database.keep('cursors', {});
    await li.database.keep('histories', {});
    li.cut();
    return answer;
  };
  await li.sync();
  expect((await li.database.read('cursors'))?.[DONGSHENG]).toBeUndefined();
  li.mend();
  expect((await li.sync()).trouble).toBeUndefined();
  expect(await li.database.notices.count()).toBe(3);
});
