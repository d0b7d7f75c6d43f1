import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  householdKey,
  householdsIn,
  RosterGathering,
  type SeenHousehold,
} from '../../src/notice/index.ts';
import { aContent, aTemplate } from '../builders/index.ts';

const household = (group: string, householder: string, size?: string) => ({
  group,
  householder,
  ...(size === undefined ? {} : { size }),
});

test('名单里的农户取得出来；没写名字的、遮了名字的不取', () => {
  const content = aContent()
    .withRow('households', 'a', { group: '1组', householder: '赵某一', size: '3' })
    .withRow('households', 'b', { group: '2组', householder: '', size: '5' })
    .withRow('households', 'c', { group: '2组', householder: '钱*', size: '5' })
    .build();
  expect(householdsIn(aTemplate(), content)).toEqual([household('1组', '赵某一', '3')]);
});

test('几份公示里都有的一户只取一次，照最近的一份；名册里有的不动', () => {
  const gathering = new RosterGathering();
  gathering.add({ cells: household('1组', '赵某一', '4'), at: '2026-05-01' });
  gathering.add({ cells: household('一组', '赵 某一', '3'), at: '2025-05-01' });
  gathering.add({ cells: household('1组', '赵某一'), at: '2026-09-01' });
  gathering.add({ cells: household('2组', '钱某二', '2'), at: '2026-05-01' });
  const roster = [{ cells: household('二组', '钱某二', '6') }];
  expect(gathering.missingIn(roster)).toEqual([household('1组', '赵某一', '4')]);
});

test('先看哪一份都一样', () => {
  const cells = fc.record({
    group: fc.constantFrom('1组', '2组'),
    householder: fc.constantFrom('赵某一', '钱某二'),
    size: fc.constantFrom('1', '2', '3'),
  });
  const seen = fc.uniqueArray(
    fc.record({ cells, at: fc.date({ noInvalidDate: true }).map((one) => one.toISOString()) }),
    { selector: ({ at }) => at, maxLength: 8 },
  );
  const gathered = (all: readonly SeenHousehold[]) => {
    const gathering = new RosterGathering();
    for (const one of all) gathering.add(one);
    return new Map(gathering.missingIn([]).map((one) => [householdKey(one), one.size]));
  };
  fc.assert(
    fc.property(seen, (all) => {
      expect(gathered(all)).toEqual(gathered(all.toReversed()));
    }),
  );
});
