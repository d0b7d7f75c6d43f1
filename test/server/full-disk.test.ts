import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { aContent } from '../builders/index.ts';
import { aSave, codeOf } from './conformance/syncing.ts';
import { sqliteEngine } from './harness/engine.ts';
import { aSyncRequest, OWN, World } from './harness/world.ts';

let world: World;
beforeAll(async () => {
  // the server says on standard error what it could not write
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  world = await World.on(sqliteEngine);
});
afterAll(async () => {
  await world.end();
  vi.restoreAllMocks();
});

/** SQLite gives the same error at its own limit as where the disk is full. */
async function roomFor(pages: number): Promise<void> {
  const { db } = world.store;
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  await sql`PRAGMA max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + pages)}`.execute(db);
}

test('服务器磁盘满了：这一批一步也不算，请手机稍后再发；腾出地方后只生效一次', async () => {
  const phone = await world.phone('drafter');
  await phone.sync([aSave(aContent(), { notice: codeOf(1) })]);
  await roomFor(2);
  const batch = [2, 3, 4, 5].map((number) =>
    aSave(aContent().withHouseholds(200), { notice: codeOf(number) }),
  );
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await phone.request('/api/sync', {
      method: 'POST',
      body: JSON.stringify(aSyncRequest(batch)),
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ code: 'storage-full' });
  }
  const meanwhile = await phone.sync();
  expect(meanwhile.changes.map(({ notice }) => notice.code)).toEqual([codeOf(1)]);
  expect((await world.request(`/v/${OWN}`)).status).toBe(200);

  await roomFor(100_000);
  const { results, cursors } = await phone.sync(batch);
  for (const result of results) expect(result.outcome).toBe('accepted');
  expect(cursors).toEqual({ [OWN]: 5 });
  expect(await verifyLedger(world.store.db, OWN)).toBeUndefined();
});
