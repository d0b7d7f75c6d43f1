import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../src/notice/index.ts';
import type {
  SupervisionFacts,
  SupervisionRequest,
  SupervisionResponse,
} from '../../src/protocol/index.ts';
import { aContent, aNotice, publicationOf } from '../builders/index.ts';
import { sqliteEngine } from './harness/engine.ts';
import {
  aMutation,
  DISTRICT,
  FOREIGN,
  OWN,
  type Phone,
  SIBLING,
  TOWN,
  World,
} from './harness/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.on(sqliteEngine);
});
afterEach(() => world.end());

async function told(phone: Phone): Promise<SupervisionFacts> {
  return (await phone.request('/api/supervision')).json() as Promise<SupervisionFacts>;
}

async function year(
  phone: Phone,
  ask: Partial<SupervisionRequest> = {},
): Promise<SupervisionResponse> {
  const body = JSON.stringify({ year: 2026, cursors: {}, histories: {}, ...ask });
  const answer = await phone.request('/api/supervision', { method: 'POST', body });
  if (answer.status !== 200) throw new Error(`supervision: ${answer.status}`);
  return (await answer.json()) as SupervisionResponse;
}

test.each<[Role, string, readonly string[]]>([
  ['supervisor', TOWN, [OWN, SIBLING]],
  ['supervisor', DISTRICT, [OWN, SIBLING, FOREIGN]],
  ['administrator', DISTRICT, [OWN, SIBLING, FOREIGN]],
])('%s %s 看得到自己管的村，别的看不到', async (role, place, villages) => {
  const phone = await world.phone(role, place);
  expect((await told(phone)).villages.map(({ code }) => code)).toEqual([...villages]);
});

test('经办人、审核人和生人都看不到各村的情况', async () => {
  for (const [role, place] of [
    ['drafter', OWN],
    ['reviewer', OWN],
    ['reviewer', TOWN],
  ] as const) {
    const phone = await world.phone(role, place);
    expect((await phone.request('/api/supervision')).status).toBe(403);
  }
  expect((await world.request('/api/supervision')).status).toBe(401);
});

test('只说日期和状态，不带名单；村里有了变化，再问就是新的', async () => {
  const drafter = await world.phone('drafter');
  const reviewer = await world.phone('reviewer');
  const supervisor = await world.phone('supervisor', TOWN);
  const content = aContent().withHouseholds(3).build();
  await drafter.sync([aMutation({ kind: 'save', baseVersion: 0, content, conflicts: [] })]);
  const before = await told(supervisor);
  expect(before.facts).toMatchObject([{ village: OWN, stage: 'draft', standing: 'unpublished' }]);
  await reviewer.sync([aMutation(publicationOf(aNotice(aContent().withHouseholds(3)).build()))]);
  const after = await told(supervisor);
  expect(after.facts).toMatchObject([{ standing: 'published' }]);
  expect(after.facts[0]?.publishedAt).toBeDefined();
  const name = content.tables['households']?.[0]?.cells['householder'] ?? '';
  expect(JSON.stringify(after)).not.toContain(name);
});

test('按年问：第一次给全年的，以后只给变了的；跨到别的年份去的，也告诉', async () => {
  const drafter = await world.phone('drafter');
  const supervisor = await world.phone('supervisor', TOWN);
  const save = (content: ReturnType<typeof aContent>, baseVersion: number, notice?: string) =>
    aMutation(
      { kind: 'save', baseVersion, content: content.build(), conflicts: [] },
      notice ? { notice: notice as never } : {},
    );
  const old = aContent().withField('meetingOn', '2024-05-06').withField('decidedOn', '2024-05-06');
  await drafter.sync([save(aContent(), 0), save(old, 0, '0000000001')]);
  const first = await year(supervisor);
  expect(first.villages.map(({ code }) => code)).toEqual([OWN, SIBLING]);
  const codes = ({ facts }: SupervisionResponse) => facts.map((one) => one.facts.code).sort();
  expect(codes(first)).toContain('7K3M9QX2RT');
  expect(codes(await year(supervisor, { year: 2019 }))).toEqual([]);

  const known = { cursors: first.cursors, histories: first.histories };
  expect(await year(supervisor, known)).toMatchObject({ facts: [], more: false });
  await drafter.sync([save(aContent().withField('note', '改'), 1)]);
  const second = await year(supervisor, known);
  expect(codes(second)).toEqual(['7K3M9QX2RT']);
  expect(second.cursors[OWN]).toBe((first.cursors[OWN] ?? 0) + 1);

  // another server process knows nothing in memory and reads no notice again
  await world.restart();
  expect(codes(await year(supervisor, known))).toEqual(['7K3M9QX2RT']);
  expect(codes(await year(supervisor))).toEqual(codes(first));
});

test('服务器恢复了旧备份：这个村从头再说一遍', async () => {
  const drafter = await world.phone('drafter');
  const supervisor = await world.phone('supervisor', TOWN);
  await drafter.sync([
    aMutation({ kind: 'save', baseVersion: 0, content: aContent().build(), conflicts: [] }),
  ]);
  const ask = { cursors: { [OWN]: 99, [SIBLING]: 0 }, histories: {} };
  expect(await year(supervisor, ask)).toMatchObject({
    restarted: [OWN],
    facts: [{ facts: { village: OWN } }],
  });
  const foreign = { cursors: { [OWN]: 1 }, histories: { [OWN]: '1.0123456789abcdef' } };
  expect((await year(supervisor, foreign)).restarted).toEqual([OWN]);
});

test('服务器开着就恢复了旧备份，又走到一样远：说的是现在的，不是记得的', async () => {
  const drafter = await world.phone('drafter');
  const supervisor = await world.phone('supervisor', TOWN);
  const save = (notice: string) =>
    aMutation(
      { kind: 'save', baseVersion: 0, content: aContent().build(), conflicts: [] },
      { notice: notice as never },
    );
  const { db } = world.store;
  const place = await db
    .selectFrom('place')
    .selectAll()
    .where('code', '=', OWN)
    .executeTakeFirstOrThrow();
  await drafter.sync([save('0000000001')]);
  const codes = ({ facts }: SupervisionResponse) => facts.map((one) => one.facts.code);
  expect(codes(await year(supervisor))).toEqual(['0000000001']);
  for (const table of ['notice', 'version', 'mutation', 'notice_fact'] as const) {
    await db.deleteFrom(table).where('village', '=', OWN).execute();
  }
  const later = db.deleteFrom('ledger').where('place', '=', OWN);
  await later.where('number', '>', place.ledger_number).execute();
  await db.updateTable('place').set(place).where('code', '=', OWN).execute();
  await drafter.sync([save('0000000002')]);
  expect(codes(await year(supervisor))).toEqual(['0000000002']);
});

test.each([
  ['没有年份', { year: undefined }],
  ['年份不对', { year: 20_260 }],
  ['游标不是数', { cursors: { [OWN]: '1' } }],
  ['多出来的东西', { place: DISTRICT }],
])('问得不对（%s），说一声，不出错', async (_what, part) => {
  const supervisor = await world.phone('supervisor', TOWN);
  const body = JSON.stringify({ year: 2026, cursors: {}, histories: {}, ...part });
  expect((await supervisor.request('/api/supervision', { method: 'POST', body })).status).toBe(400);
  const drafter = await world.phone('drafter');
  expect((await drafter.request('/api/supervision', { method: 'POST', body })).status).toBe(403);
});
