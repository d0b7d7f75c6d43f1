import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NoticeContent, withField } from '../../src/notice/index.ts';
import { type Versions, VersionsSchema } from '../../src/protocol/index.ts';
import { aContent } from '../builders/index.ts';
import { sqliteEngine } from './harness/engine.ts';
import { aMutation, OWN, type Phone, SIBLING, TOWN, World } from './harness/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.on(sqliteEngine);
});
afterEach(() => world.end());

/** Saves one after another, each with another contact person; gives the notice's code. */
async function savedTimes(phone: Phone, times: number): Promise<string> {
  const content = aContent().withHouseholds(2).build();
  let code = '';
  for (let version = 1; version <= times; version += 1) {
    const save = aMutation({
      kind: 'save',
      baseVersion: version - 1,
      content: withNote(content, version),
      conflicts: [],
    });
    await phone.sync([save]);
    code = save.notice;
  }
  return code;
}

function withNote(content: NoticeContent, version: number): NoticeContent {
  return withField(content, 'note', `第${version}次`);
}

async function versionsOf(phone: Phone, code: string, query = ''): Promise<Versions> {
  const answer = await phone.request(`/api/notices/${OWN}/${code}/versions${query}`);
  return v.parse(VersionsSchema, await answer.json());
}

test('改过三次，从新到旧看得到每一次：谁、什么时候、哪部手机、内容', async () => {
  const phone = await world.phone('drafter');
  const code = await savedTimes(phone, 3);
  const { versions, before } = await versionsOf(phone, code);
  expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(versions.map(({ content }) => content.fields['note'])).toEqual([
    '第3次',
    '第2次',
    '第1次',
  ]);
  expect(versions[0]).toMatchObject({ by: { name: phone.session.person.name } });
  expect(versions[0]?.acceptedAt).toBe(world.now.toISOString());
  expect(before).toBeUndefined();
});

test('改过很多次，一页一页往前看，不漏也不重', async () => {
  const phone = await world.phone('drafter');
  const code = await savedTimes(phone, 23);
  const first = await versionsOf(phone, code);
  const rest = await versionsOf(phone, code, `?before=${first.before}`);
  expect([...first.versions, ...rest.versions].map(({ version }) => version)).toEqual(
    Array.from({ length: 23 }, (_one, index) => 23 - index),
  );
  expect(rest.before).toBeUndefined();
});

test('镇里看得到；邻村和生人看不到', async () => {
  const code = await savedTimes(await world.phone('drafter'), 1);
  const path = `/api/notices/${OWN}/${code}/versions`;
  const town = await world.phone('supervisor', TOWN);
  expect((await town.request(path)).status).toBe(200);
  const neighbour = await world.phone('drafter', SIBLING);
  expect((await neighbour.request(path)).status).toBe(403);
  expect((await world.request(path)).status).toBe(401);
});

test('地址写错了，说没有这个地址', async () => {
  const phone = await world.phone('drafter');
  expect((await phone.request('/api/notices/1/x/versions')).status).toBe(404);
  const code = await savedTimes(phone, 1);
  const answer = await phone.request(`/api/notices/${OWN}/${code}/versions?before=x`);
  expect(answer.status).toBe(400);
});
