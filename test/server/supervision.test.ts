import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../src/notice/index.ts';
import type { SupervisionFacts } from '../../src/protocol/index.ts';
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
