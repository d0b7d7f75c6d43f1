import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../src/server/database/index.ts';
import { DEMO_VILLAGE } from '../../src/server/demo/demo-village.ts';
import { EXAMPLE_NOTICE } from '../../src/server/demo/example-notice.ts';
import { aContent } from '../builders/index.ts';
import { aSave } from './conformance/syncing.ts';
import { type BuiltServer, buildServer, launch, startServer } from './harness/server-process.ts';
import { aSyncRequest } from './harness/world.ts';

let built: BuiltServer;
const directories: string[] = [];
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => {
  built.remove();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-start-'));
  directories.push(directory);
  return directory;
}

describe('第一次启动', () => {
  test('空目录里建起示例村：四个链接都能用，公示栏上有一份写明虚构的示例', async () => {
    const server = await startServer(built, { DATA_DIR: join(emptyDirectory(), 'new/data') });
    expect(server.tokens).toHaveLength(4);
    const roles = [];
    for (const token of server.tokens) {
      const { session } = await server.enrol(token);
      expect(session.demo).toBe(true);
      expect(session.villages).toMatchObject([
        { code: DEMO_VILLAGE, name: '东升村', onePersonMayPublish: true },
      ]);
      roles.push(session.person.role);
    }
    expect(roles).toEqual(['drafter', 'reviewer', 'supervisor', 'administrator']);
    const page = await (await fetch(`${server.url}/v/${DEMO_VILLAGE}/${EXAMPLE_NOTICE}`)).text();
    expect(page).toContain('示例：所列人员均为虚构');
    // on a terminal of 50 lines the links are still to be seen
    expect(server.screen.split('\n').length).toBeLessThan(50);
    expect(server.screen.split('\n')[0]).toMatch(/村务公示栏/);
    expect(await server.stop()).toBe(0);
  });

  test('第二次启动，什么都在，登记过的手机照常用，又给出新链接', async () => {
    const DATA_DIR = emptyDirectory();
    const first = await startServer(built, { DATA_DIR });
    const [drafter = ''] = first.tokens;
    const { cookie } = await first.enrol(drafter);
    const save = aSave(aContent().withHouseholds(30));
    await first.sync(cookie, aSyncRequest([save]));
    expect(await first.stop()).toBe(0);

    const second = await startServer(built, { DATA_DIR });
    const { changes } = await second.sync(cookie, aSyncRequest());
    expect(changes.map(({ notice }) => notice.code)).toEqual([EXAMPLE_NOTICE, save.notice]);
    expect(second.tokens).toHaveLength(4);
    expect(second.tokens).not.toContain(drafter);
    for (const token of second.tokens) await second.enrol(token);
    await second.stop();
  });
});

describe('启动不了，用中文和英文说清为什么、怎么办', () => {
  const cases: Readonly<Record<string, [Readonly<Record<string, string>>, RegExp, RegExp]>> = {
    'a port that is no number': [{ PORT: 'eighty' }, /端口 PORT=eighty/, /PORT=eighty cannot/],
    'a port beyond the last': [{ PORT: '70000' }, /端口 PORT=70000/, /PORT=70000/],
    'a public address that is none': [
      { PUBLIC_URL: 'gongshi.cn' },
      /网址 PUBLIC_URL=gongshi.cn/,
      /PUBLIC_URL=gongshi.cn is no/,
    ],
    'a public address of another kind': [
      { PUBLIC_URL: 'ftp://gongshi.cn' },
      /PUBLIC_URL/,
      /PUBLIC_URL/,
    ],
    'a database of another kind': [
      { DATABASE_URL: 'mysql://a:secret@b/c' },
      /mysql:\/\/a:…@b\/c/,
      /no PostgreSQL/,
    ],
    'a database that does not answer': [
      { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/c' },
      /连不上数据库/,
      /Cannot reach/,
    ],
    'a host that is not here': [{ HOST: '203.0.113.7' }, /HOST=203.0.113.7/, /HOST=203.0.113.7/],
    'a data directory below a file': [
      { DATA_DIR: '/etc/hostname/data' },
      /不能在目录/,
      /Cannot keep data/,
    ],
  };
  for (const [name, [environment, chinese, english]] of Object.entries(cases)) {
    test(name, async () => {
      const server = await launch(built, { DATA_DIR: emptyDirectory(), ...environment });
      expect(await server.ended).toBe(1);
      const [first = '', second = ''] = server.log.split('\n');
      expect(first).toMatch(chinese);
      expect(second).toMatch(english);
      expect(server.log).not.toContain('secret');
      expect(server.log.split('\n').length).toBeLessThan(6);
    });
  }

  test('端口被占', async () => {
    const first = await startServer(built, { DATA_DIR: emptyDirectory() });
    const PORT = new URL(first.url).port;
    const second = await launch(built, { DATA_DIR: emptyDirectory(), PORT });
    expect(await second.ended).toBe(1);
    expect(second.log).toMatch(new RegExp(`端口 ${PORT} 已被`));
    await first.stop();
  });

  test('同一个数据目录不能有两个服务；前一个断电死掉，后一个就能用', async () => {
    const DATA_DIR = emptyDirectory();
    const first = await startServer(built, { DATA_DIR });
    const second = await launch(built, { DATA_DIR });
    expect(await second.ended).toBe(1);
    expect(second.log).toMatch(/另一个服务正在使用/);
    expect(second.log).toMatch(/Another server works/);
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    await first.kill();
    const third = await startServer(built, { DATA_DIR });
    await third.stop();
  });

  test('数据库文件坏了：不动它，说明白', async () => {
    const DATA_DIR = emptyDirectory();
    writeFileSync(join(DATA_DIR, DATABASE_FILE), 'this is no database at all, sorry '.repeat(100));
    const server = await launch(built, { DATA_DIR });
    expect(await server.ended).toBe(1);
    expect(server.log).toMatch(/数据库 .* 不能用/);
  });
});
