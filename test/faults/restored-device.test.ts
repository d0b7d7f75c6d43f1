import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DeviceDatabase,
  httpTransport,
  NoticeStore,
  Synchroniser,
  wholeSummaries,
} from '../../src/device/index.ts';
import { copySqlite, replaceSqlite } from '../../src/server/database/index.ts';
import { aContent } from '../builders/index.ts';
import { countedBytes } from '../device/phone.ts';
import { sqliteEngine } from '../server/harness/engine.ts';
import { OWN, type Phone, World } from '../server/harness/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.on(sqliteEngine);
});
afterEach(() => world.end());

test('昨晚备份以后才登记的手机：服务器不认得它了，说清楚，东西都在；重新登记，全部补送', async () => {
  const person = await world.person('drafter', OWN, '新来的小孙');
  const directory = world.database.environment['DATA_DIR'] ?? '';
  const backup = join(directory, 'backup');
  await copySqlite(directory, backup);

  const database = new DeviceDatabase('enrolled-today', wholeSummaries);
  const now = () => world.now;
  const store = new NoticeStore(database, { now, randomBytes: countedBytes(77) });
  const sync = (as: Phone) =>
    new Synchroniser(
      database,
      httpTransport((path, init) => as.request(String(path), init)),
      { now },
    ).synchronise();
  const enrolled = await world.phoneOf(person);
  await database.keep('session', enrolled.session);
  const sent = await store.create(aContent().template, OWN);
  await store.save(OWN, sent, aContent().withHouseholds(2).build());
  expect((await sync(enrolled)).trouble).toBeUndefined();

  await world.store.close();
  replaceSqlite(directory, backup, world.now);
  await world.restart();
  const unsent = await store.create(aContent().template, OWN);
  await store.save(OWN, unsent, aContent().withHouseholds(3).build());
  expect((await sync(enrolled)).trouble).toBe('signed-out');
  expect(await database.notices.count()).toBe(2);
  expect(await database.outbox.count()).toBe(1);

  const again = await world.phoneOf(person);
  await database.keep('session', again.session);
  expect((await sync(again)).trouble).toBeUndefined();
  const held = await world.store.db.selectFrom('notice').select('code').execute();
  expect(held.map(({ code }) => code).sort()).toEqual([sent, unsent].sort());
  const versions = await world.store.db.selectFrom('version').selectAll().execute();
  expect(versions).toHaveLength(2);
  expect(await database.outbox.count()).toBe(0);
});
