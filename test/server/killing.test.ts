import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoticeCode, VillageCode } from '../../src/notice/index.ts';
import type { Mutation } from '../../src/protocol/index.ts';
import { openSqlite } from '../../src/server/database/index.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { aContent } from '../builders/index.ts';
import { aSave, codeOf } from './conformance/syncing.ts';
import {
  type BuiltServer,
  buildServer,
  type ServerProcess,
  startServer,
} from './harness/server-process.ts';
import { aSyncRequest, OWN } from './harness/world.ts';

/** So often is the server killed; NOTICEBOARD_KILLS asks for more. */
const KILLS = Number(process.env['NOTICEBOARD_KILLS'] ?? 30);
const PHONES = 3;

let built: BuiltServer;
const directory = mkdtempSync(join(tmpdir(), 'noticeboard-kill-'));
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => {
  built.remove();
  rmSync(directory, { recursive: true, force: true });
});

test(`写着写着断电，连断 ${KILLS} 次：答应过的都在，重发的不重复，台账对得上`, async () => {
  const acknowledged: Mutation[] = [];
  const unanswered: Mutation[] = [];
  let cookie = '';
  let number = 0;

  /** Sends new notices one after another until the server is gone. */
  async function write(server: ServerProcess): Promise<void> {
    for (;;) {
      number += 2;
      const mutations = [number - 1, number].map((one) =>
        aSave(aContent().withHouseholds(2), { notice: codeOf(one) }),
      );
      try {
        await server.sync(cookie, aSyncRequest(mutations));
        acknowledged.push(...mutations);
      } catch {
        unanswered.push(...mutations);
        return;
      }
    }
  }

  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServer(built, { DATA_DIR: directory });
    cookie ||= (await server.enrol(server.tokens[0] ?? '')).cookie;
    const writers = Array.from({ length: PHONES }, () => write(server));
    await wait(20 + ((kill * 37) % 150));
    // on a busy machine the first answer may take longer
    while (acknowledged.length <= kill) await wait(5);
    await server.kill();
    await Promise.all(writers);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);

  const server = await startServer(built, { DATA_DIR: directory });
  const present = async () => {
    const found: NoticeCode[] = [];
    const sequences: number[] = [];
    let cursors: Record<VillageCode, number> = { [OWN]: 0 };
    for (let more = true; more; ) {
      const answer = await server.sync(cookie, { ...aSyncRequest(), cursors });
      found.push(...answer.changes.map(({ notice }) => notice.code));
      sequences.push(...answer.changes.map(({ sequence }) => sequence));
      cursors = answer.cursors as typeof cursors;
      more = answer.more;
    }
    return { found, sequences };
  };
  const before = await present();
  expect(before.found).toEqual(expect.arrayContaining(acknowledged.map(({ notice }) => notice)));
  // the example took the numbers 1 to 3; after it each notice was saved once
  expect(before.sequences).toEqual(before.found.map((_one, index) => index + 3));

  // whoever got no answer sends again: what had taken effect does nothing, the rest takes effect now
  for (let at = 0; at < unanswered.length; at += 50) {
    const { results } = await server.sync(cookie, aSyncRequest(unanswered.slice(at, at + 50)));
    for (const result of results) expect(result.outcome).toBe('accepted');
  }
  const after = await present();
  expect(after.found).toHaveLength(acknowledged.length + unanswered.length + 1);
  expect(new Set(after.found).size).toBe(after.found.length);
  await server.stop();

  const store = openSqlite(directory);
  expect(await verifyLedger(store.db, OWN)).toBeUndefined();
  await store.close();
}, 300_000);
