import { describe, expect, test } from 'vitest';
import { plainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  campaignsOf,
  type NoticeFacts,
  type SupervisedItem,
  type SupervisionGround,
  supervise,
} from '../../src/notice/index.ts';

const EXIT: SupervisedItem = {
  id: 'exit',
  number: '5',
  name: '贫困人口退出',
  rule: { kind: 'workingDays', n: 20, from: 'formed' },
  isVillages: true,
};
const LOANS: SupervisedItem = {
  id: 'loans',
  number: '8',
  name: '精准扶贫贷款',
  rule: { kind: 'annual', by: 'year end', times: 1, covers: 'current year' },
  isVillages: true,
};
const LAWS: SupervisedItem = { ...EXIT, id: 'laws', number: '1', isVillages: false };

function aFact(others: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    village: '甲',
    code: 'A',
    item: 'exit',
    title: '退出公示',
    stage: 'settled',
    standing: 'published',
    deadlineStart: '2026-04-20',
    publishedAt: '2026-04-28T08:00:00.000Z',
    createdAt: '2026-04-20T08:00:00.000Z',
    ...others,
  };
}

function aGround(facts: readonly NoticeFacts[], today = '2026-11-24'): SupervisionGround {
  const items = [LAWS, EXIT, LOANS];
  const day = plainDay(today);
  return { villages: ['甲', '乙'], items, facts, year: 2026, today: day, calendar: seedCalendar };
}

const stateOf = (fact: Partial<NoticeFacts>, today?: string) =>
  supervise(aGround([aFact(fact)], today)).rows[0]?.[1]?.state;

describe('各村公开情况', () => {
  test.each<[string, Partial<NoticeFacts>, string]>([
    ['时限最后一天公布的，按时', { publishedAt: '2026-05-20T03:00:00.000Z' }, 'inTime'],
    ['第二天才公布的，迟了', { publishedAt: '2026-05-20T17:00:00.000Z' }, 'late'],
    [
      '过了时限还没公布的，没有公开',
      { standing: 'unpublished', publishedAt: undefined },
      'missing',
    ],
    [
      '时限还没到的，还要公开',
      { standing: 'unpublished', publishedAt: undefined, deadlineStart: '2026-11-20' },
      'due',
    ],
    [
      '没有说形成日期的草稿，不算超期',
      { standing: 'unpublished', deadlineStart: undefined },
      'due',
    ],
    ['撤回了的，不算公开', { standing: 'withdrawn' }, 'nothing'],
    ['别的年份的，不算今年的', { deadlineStart: '2025-04-20' }, 'nothing'],
  ])('%s', (_what, fact, expected) => {
    expect(stateOf(fact)).toBe(expected);
  });

  test('没有形成信息的事项，不催；不归村里公开的，不适用；一年一次的，人人要公开', () => {
    const { rows, counts } = supervise(aGround([]));
    expect(rows[0]?.map(({ state }) => state)).toEqual(['notApplicable', 'nothing', 'due']);
    expect(counts).toMatchObject({ notApplicable: 2, nothing: 2, due: 2 });
    const after = supervise({ ...aGround([]), today: plainDay('2027-01-04') });
    expect(after.rows[0]?.[2]?.state).toBe('missing');
  });

  test('一个村一项有好几份的，先说没办的', () => {
    const facts = [aFact(), aFact({ code: 'B', standing: 'unpublished', publishedAt: undefined })];
    const cell = supervise(aGround(facts)).rows[0]?.[1];
    expect(cell?.state).toBe('missing');
    expect(cell?.notices.map(({ code }) => code)).toEqual(['A', 'B']);
  });

  test('村子按原来的顺序排，不排名次', () => {
    const { rows } = supervise(aGround([aFact({ village: '乙' })]));
    expect(rows.map((row) => row[0]?.village)).toEqual(['甲', '乙']);
  });

  test('全区的行动看进度：两个村有一个公布了贷款情况', () => {
    const loans = aFact({ item: 'loans', deadlineStart: '2026-01-01' });
    const ground = aGround([loans]);
    expect(campaignsOf(ground, supervise(ground).rows)).toEqual([
      { item: 'loans', villages: 2, published: 1, lastDay: '2026-12-31' },
    ]);
  });
});

test('趋势按月：按时的份数、从形成到公布的天数、从公布到张贴的小时数，都取中位数', () => {
  const facts = [
    aFact({ hungAt: '2026-04-28T10:00:00.000Z' }),
    aFact({ code: 'B', publishedAt: '2026-04-30T08:00:00.000Z' }),
    aFact({ code: 'C', deadlineStart: '2026-03-02', publishedAt: '2026-04-29T08:00:00.000Z' }),
  ];
  const april = supervise(aGround(facts)).trends[3];
  expect(april).toEqual({
    month: '2026-04',
    dated: 3,
    inTime: 2,
    daysToPublish: 10,
    hoursToHang: 2,
  });
});
