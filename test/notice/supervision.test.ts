import { describe, expect, test } from 'vitest';
import { plainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  campaignsOf,
  type Exemption,
  type NoticeFacts,
  type SupervisedItem,
  type SupervisionGround,
  supervise,
  yearsOf,
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
  return {
    villages: ['甲', '乙'],
    items,
    facts,
    exemptions: [],
    objections: [],
    year: 2026,
    today: day,
    calendar: seedCalendar,
  };
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
      { item: 'loans', villages: 2, published: 1, exempt: 0, lastDay: '2026-12-31' },
    ]);
  });
});

describe('村里说不适用的', () => {
  const by = { person: 'p', name: '审核人', at: '2026-11-01T00:00:00.000Z' };
  const said = (item: string, fromYear = 2026, toYear = 2026): Exemption => ({
    village: '甲' as Exemption['village'],
    item,
    steps: [{ kind: 'declare', reason: '本村没有贷款户', fromYear, toYear, by }],
  });
  const withSaid = (facts: readonly NoticeFacts[], ...exemptions: Exemption[]) => ({
    ...aGround(facts),
    exemptions,
  });

  test('不催，写明理由；过了年底也不算没公开；别的年份照旧', () => {
    const ground = { ...withSaid([], said('loans')), today: plainDay('2027-01-04') };
    const cell = supervise(ground).rows[0]?.[2];
    expect(cell).toMatchObject({ state: 'exempt', exemption: { reason: '本村没有贷款户' } });
    expect(supervise(ground).rows[1]?.[2]?.state).toBe('missing');
    const former = withSaid([], said('loans', 2024, 2025));
    expect(supervise(former).rows[0]?.[2]?.state).toBe('due');
  });

  test('已经公开了的，还按公开的日子说', () => {
    expect(supervise(withSaid([aFact()], said('exit'))).rows[0]?.[1]?.state).toBe('inTime');
    const draft = aFact({ standing: 'unpublished', publishedAt: undefined });
    expect(supervise(withSaid([draft], said('exit'))).rows[0]?.[1]?.state).toBe('exempt');
  });

  test('不归村里公开的，说了也还是不归村', () => {
    expect(supervise(withSaid([], said('laws'))).rows[0]?.[0]?.state).toBe('notApplicable');
  });

  test('全区的行动不算进这个村', () => {
    const ground = withSaid([], said('loans'));
    expect(campaignsOf(ground, supervise(ground).rows)).toMatchObject([
      { villages: 1, published: 0, exempt: 1 },
    ]);
  });
});

test('没有答复的意见：每个月底还有几条，答复了就少，报到镇里又算上，还没到的月份不画', () => {
  const by = (at: string) => ({ person: 'p', name: '审核人', at: `${at}T02:00:00.000Z` });
  const objections: SupervisionGround['objections'] = [
    { receivedAt: '2026-08-31T15:00:00.000Z', steps: [] },
    {
      receivedAt: '2026-09-10T02:00:00.000Z',
      steps: [
        { kind: 'answer', text: '已核实', by: by('2026-09-20') },
        { kind: 'escalate', reason: '不满意', by: by('2026-10-08') },
        { kind: 'answer', text: '镇里答复', by: by('2026-11-02') },
      ],
    },
  ];
  const { trends } = supervise({ ...aGround([]), objections });
  expect(trends.map(({ unanswered }) => unanswered)).toEqual([
    ...[0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 1],
    undefined,
  ]);
});

test('跨年公布的，算进时限的那一年，也算进公布的那个月', () => {
  const late = aFact({ deadlineStart: '2025-12-20', publishedAt: '2026-01-05T08:00:00.000Z' });
  expect(yearsOf(late)).toEqual([2025, 2026]);
  expect(yearsOf(aFact())).toEqual([2026]);
  expect(yearsOf(aFact({ deadlineStart: undefined, publishedAt: undefined }))).toEqual([2026]);
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
    unanswered: 0,
  });
});
