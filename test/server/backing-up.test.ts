import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mutation } from '../../src/protocol/index.ts';
import { openSqlite } from '../../src/server/database/index.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { aContent } from '../builders/index.ts';
import { aSave, codeOf } from './conformance/syncing.ts';
import { type BuiltServer, buildServer, startServer } from './harness/server-process.ts';
import { aSyncRequest, OWN } from './harness/world.ts';

const SERVER = join(import.meta.dirname, '../../src/server');
let built: BuiltServer;
const directory = mkdtempSync(join(tmpdir(), 'noticeboard-backup-'));
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => {
  built.remove();
  rmSync(directory, { recursive: true, force: true });
});

const environment = (DATA_DIR: string) => ({ PATH: process.env['PATH'], DATA_DIR });

function run(tool: string, args: readonly string[], DATA_DIR: string) {
  return spawnSync(process.execPath, [join(SERVER, tool), ...args], {
    encoding: 'utf8',
    env: environment(DATA_DIR),
  });
}

function runBeside(
  tool: string,
  args: readonly string[],
  DATA_DIR: string,
): Promise<number | null> {
  const child = spawn(process.execPath, [join(SERVER, tool), ...args], {
    env: environment(DATA_DIR),
  });
  return new Promise((resolve) => child.once('close', resolve));
}

test('一边有人写一边备份；恢复以后服务器认得出自己变旧了，手机补发缺的，一份不少一份不多', async () => {
  const DATA_DIR = join(directory, 'data');
  const file = join(directory, 'backup.sqlite');
  const server = await startServer(built, { DATA_DIR });
  const { cookie } = await server.enrol(server.tokens[0] ?? '');

  const sent: Mutation[] = [];
  let isWriting = true;
  const writing = (async () => {
    while (isWriting) {
      const save = aSave(aContent().withHouseholds(5), { notice: codeOf(sent.length + 1) });
      await server.sync(cookie, aSyncRequest([save]));
      sent.push(save);
    }
  })();
  const before = sent.length;
  expect(await runBeside('backup.ts', [file], DATA_DIR)).toBe(0);
  expect(sent.length).toBeGreaterThan(before);
  await server.sync(cookie, aSyncRequest([aSave(aContent(), { notice: codeOf(9_999) })]));
  isWriting = false;
  await writing;
  const last = await server.sync(cookie, { ...aSyncRequest(), cursors: { [OWN]: 1_000_000 } });
  expect(run('restore.ts', [file], DATA_DIR).stderr).toMatch(/另一个服务正在使用/);
  const { cursors, histories } = await server.sync(cookie, aSyncRequest());
  expect(last.restarted).toEqual([OWN]);
  await server.stop();

  const { ino } = statSync(join(DATA_DIR, 'noticeboard.sqlite'));
  const restored = run('restore.ts', [file], DATA_DIR);
  expect(restored.stdout).toMatch(/已用 .*backup\.sqlite 恢复/);
  expect(restored.status).toBe(0);
  const kept = readdirSync(DATA_DIR).filter((name) => /^noticeboard\.sqlite\.\d/.test(name));
  // the very file, which asks a full disk for no more room and loses nothing to a power cut
  expect(kept.map((name) => statSync(join(DATA_DIR, name)).ino)).toEqual([ino]);

  const told = openSqlite(DATA_DIR);
  const { value } = await told.db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'set-back')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(value)).toMatchObject({
    noticedAt: expect.stringMatching(/^20/),
    since: expect.stringMatching(/^20/),
    isSettled: false,
  });
  await told.close();
  const older = await startServer(built, { DATA_DIR });
  const answer = await older.sync(cookie, {
    ...aSyncRequest(),
    cursors,
    ...(histories ? { histories } : {}),
  });
  expect(answer.restarted).toEqual([OWN]);
  for (let at = 0; at < sent.length; at += 100) {
    const { results } = await older.sync(cookie, aSyncRequest(sent.slice(at, at + 100)));
    for (const result of results) expect(result.outcome).toBe('accepted');
  }
  await older.stop();
  const store = openSqlite(DATA_DIR);
  const notices = await store.db.selectFrom('notice').select(['code', 'sequence']).execute();
  // the example and what was sent; what nobody sends again is gone with the older state
  expect(notices).toHaveLength(sent.length + 1);
  expect(new Set(notices.map(({ sequence }) => sequence)).size).toBe(notices.length);
  expect(await verifyLedger(store.db, OWN)).toBeUndefined();
  await store.close();
}, 60_000);

test('写错的文件名、坏的备份，说清楚，不动现有的数据', async () => {
  const DATA_DIR = join(directory, 'kept');
  const server = await startServer(built, { DATA_DIR });
  await server.stop();
  const bad = join(directory, 'bad.sqlite');
  writeFileSync(bad, 'no database');
  expect(run('restore.ts', [bad], DATA_DIR).stderr).toMatch(/不是完好的备份/);
  expect(run('restore.ts', ['/nowhere.sqlite'], DATA_DIR).stderr).toMatch(/找不到文件/);
  expect(run('restore.ts', [], DATA_DIR).stderr).toMatch(/请写上文件名/);
  expect(run('backup.ts', [bad], DATA_DIR).stderr).toMatch(/已经有了/);
  expect(run('backup.ts', ['/nowhere/backup'], DATA_DIR).stderr).toMatch(/没能备份/);
  expect(run('backup.ts', [join(directory, 'x')], join(directory, 'none')).status).toBe(1);
  const again = await startServer(built, { DATA_DIR });
  await again.stop();
});
