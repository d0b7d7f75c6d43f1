import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlite } from '../../src/server/database/index.ts';
import { type BuiltServer, buildServer, startServer } from './harness/server-process.ts';

const SERVER = join(import.meta.dirname, '../../src/server');
let built: BuiltServer;
const directory = mkdtempSync(join(tmpdir(), 'noticeboard-tools-'));
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => {
  built.remove();
  rmSync(directory, { recursive: true, force: true });
});

function run(tool: string, args: readonly string[], DATA_DIR: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SERVER, tool), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR, PUBLIC_URL: 'https://gongshi.example.cn' },
  });
  return { status, stdout, stderr };
}

test('建一个真实的区：镇、村都在，没有示例人物，只有管理员的一个链接', async () => {
  const DATA_DIR = join(directory, 'district');
  const setup = run('setup.ts', ['--district', '230717', '--name', '管理员甲'], DATA_DIR);
  expect(setup.stderr).toBe('');
  expect(setup.status).toBe(0);
  expect(setup.stdout).toMatch(/已建好伊美区：8 个镇（街道），32 个村（社区）/);
  const [, token = ''] = /https:\/\/gongshi\.example\.cn\/enrol#(\S+)/.exec(setup.stdout) ?? [];

  const server = await startServer(built, { DATA_DIR });
  expect(server.tokens).toEqual([]);
  const { session } = await server.enrol(token);
  expect(session.person).toMatchObject({
    name: '管理员甲',
    role: 'administrator',
    place: '230717',
  });
  expect(session.villages).toHaveLength(32);
  expect(session.demo).toBe(false);
  expect(await (await fetch(`${server.url}/v/230717100200`)).text()).toContain('东升村');
  await server.stop();

  const again = run('setup.ts', ['--district', '230717'], DATA_DIR);
  expect(again.status).toBe(0);
  expect(again.stdout).not.toContain(token);
});

test('没有区划数据的区、已是示例村的目录，都说清为什么不行', async () => {
  const unknown = run('setup.ts', ['--district', '110101'], join(directory, 'nowhere'));
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toMatch(/没有区县“110101”/);

  const DATA_DIR = join(directory, 'demo');
  const server = await startServer(built, { DATA_DIR });
  const held = run('setup.ts', ['--district', '230717'], DATA_DIR);
  expect(held.stderr).toMatch(/另一个服务正在使用/);
  await server.stop();
  expect(run('setup.ts', ['--district', '230717'], DATA_DIR).stderr).toMatch(/里是示例村/);
});

test('核对台账：服务开着也能核对；改过一条，说出是哪一条', async () => {
  const DATA_DIR = join(directory, 'ledger');
  const server = await startServer(built, { DATA_DIR });
  const whole = run('verify.ts', [], DATA_DIR);
  expect(whole.stdout).toMatch(/台账完好/);
  expect(whole.status).toBe(0);
  await server.stop();

  const store = openSqlite(DATA_DIR);
  await store.db
    .updateTable('ledger')
    .set({ hash: '0'.repeat(64) })
    .where('place', '=', '230717100200')
    .where('number', '=', 2)
    .execute();
  await store.close();
  const altered = run('verify.ts', [], DATA_DIR);
  expect(altered.stdout).toMatch(/230717100200 的第 2 条（altered）/);
  expect(altered.status).toBe(1);
  expect(run('verify.ts', [], join(directory, 'none')).status).toBe(1);
});
