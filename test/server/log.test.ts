import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../../src/server/log.ts';
import { aContent } from '../builders/index.ts';
import { aSave } from './conformance/syncing.ts';
import { sqliteEngine } from './harness/engine.ts';
import { FOREIGN, OWN, World } from './harness/world.ts';

let lines: Record<string, unknown>[] = [];
let text = '';
beforeEach(() => {
  lines = [];
  text = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    text += line;
    lines.push(JSON.parse(String(line)));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

test('登记、打不开的链接、停用的手机、外来的请求、越权的操作，都记下来；不记人名、令牌、地址和内容', async () => {
  const world = await World.on(sqliteEngine);
  const phone = await world.phone('drafter', OWN, '王某一');
  const token = `${OWN}.${'A'.repeat(22)}`;
  const accept = { method: 'POST', body: JSON.stringify({ token }) };
  await world.request('/api/enrol', accept);
  await world.request('/api/session', { headers: { cookie: `device=${token}` } });
  await world.request('/api/enrol', { ...accept, headers: { origin: 'https://evil.example' } });
  await phone.sync([
    aSave(aContent(), { village: FOREIGN }),
    aSave(aContent().withField('note', '秘密')),
  ]);
  await world.end();

  expect(lines.map(({ event }) => event)).toEqual([
    'phone enrolled',
    'enrolment refused',
    'device refused',
    'foreign request refused',
    'actions not allowed',
  ]);
  for (const line of lines) expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  for (const secret of ['王某一', 'AAAA', '10.0.', '秘密', 'evil', OWN, phone.cookie]) {
    expect(text).not.toContain(secret);
  }
});

test('换行和引号造不出假的一条', () => {
  log('info', 'event', { value: 'x"}\n{"event":"forged"}' });
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(lines[0]).toMatchObject({ event: 'event' });
});
