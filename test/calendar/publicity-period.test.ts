import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysLeft,
  lastDayHint,
  periodWarning,
  plainDay,
  publicityPeriod,
  publicityStage,
  seedCalendar,
} from '../../src/calendar/index.ts';

const day = plainDay;

function postedOn(text: string, days: number, counting: 'calendar' | 'working' = 'calendar') {
  return publicityPeriod({ postedOn: day(text) }, days, counting, seedCalendar);
}

function range(from: string, to: string) {
  return { from: day(from), to: day(to) };
}

describe('公示期从张贴的第二天算起', () => {
  test('8 月 13 日张贴公示 10 天，是 8 月 14 日至 8 月 23 日', () => {
    expect(postedOn('2026-08-13', 10)).toEqual({
      from: '2026-08-14',
      to: '2026-08-23',
      days: 10,
      counting: 'calendar',
      provisional: false,
    });
  });

  test('写明从哪天起，就从哪天起', () => {
    const period = publicityPeriod({ from: day('2026-11-21') }, 7, 'calendar', seedCalendar);
    expect(period).toMatchObject({ from: '2026-11-21', to: '2026-11-27' });
  });

  test('写明工作日的，假日不算、调休上班日算', () => {
    expect(postedOn('2026-09-30', 5, 'working')).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-13',
    });
  });

  test('按工作日数到 2027 年是估算，按自然日不是', () => {
    expect(postedOn('2026-12-28', 5, 'working')).toMatchObject({
      to: '2027-01-05',
      provisional: true,
    });
    expect(postedOn('2026-12-28', 10)).toMatchObject({ to: '2027-01-07', provisional: false });
  });

  test('零天、半天、负数不成公示期', () => {
    for (const days of [0, 0.5, -3]) expect(() => postedOn('2026-08-13', days)).toThrow(RangeError);
  });
});

describe('还剩几天', () => {
  const period = postedOn('2026-11-23', 7);

  test.each([
    ['2026-11-23', 'ahead', 7],
    ['2026-11-24', 'open', 7],
    ['2026-11-29', 'open', 2],
    ['2026-11-30', 'open', 1],
    ['2026-12-01', 'over', 0],
    ['2027-12-01', 'over', 0],
  ])('%s：%s，还剩 %i 天', (today, stage, left) => {
    expect(publicityStage(period, day(today))).toBe(stage);
    expect(daysLeft(period, day(today), seedCalendar)).toBe(left);
  });

  test('按工作日公示的，剩余也按工作日数', () => {
    const working = postedOn('2026-09-29', 5, 'working');
    expect(working.to).toBe('2026-10-12');
    expect(daysLeft(working, day('2026-10-01'), seedCalendar)).toBe(4);
    expect(daysLeft(working, day('2026-10-13'), seedCalendar)).toBe(0);
  });
});

describe('选的日期不够长，要提醒', () => {
  const sevenDays = { postedOn: day('2026-11-21'), days: 7, counting: 'calendar' as const };

  test('张贴当天也算进去的 7 天，只够 6 天', () => {
    expect(periodWarning(range('2026-11-21', '2026-11-27'), sevenDays, seedCalendar)).toEqual({
      code: 'tooShort',
      required: 7,
      counted: 6,
      counting: 'calendar',
      countedFrom: '2026-11-22',
      earliestEnd: '2026-11-28',
      provisional: false,
    });
  });

  test('够长的、更长的都不提醒', () => {
    expect(
      periodWarning(range('2026-11-22', '2026-11-28'), sevenDays, seedCalendar),
    ).toBeUndefined();
    expect(
      periodWarning(range('2026-11-21', '2026-12-31'), sevenDays, seedCalendar),
    ).toBeUndefined();
  });

  test('国庆前选了 7 天，但规定是 7 个工作日', () => {
    const rule = { postedOn: day('2026-09-29'), days: 7, counting: 'working' as const };
    expect(periodWarning(range('2026-09-30', '2026-10-06'), rule, seedCalendar)).toMatchObject({
      code: 'tooShort',
      counted: 1,
      earliestEnd: '2026-10-14',
    });
  });

  test('结束早于开始，先说这个', () => {
    expect(periodWarning(range('2026-11-28', '2026-11-22'), sevenDays, seedCalendar)).toEqual({
      code: 'endsBeforeItStarts',
    });
  });

  test('张贴时公示期已经过完，一天也不算', () => {
    expect(periodWarning(range('2026-11-01', '2026-11-07'), sevenDays, seedCalendar)).toMatchObject(
      {
        counted: 0,
        earliestEnd: '2026-11-28',
      },
    );
  });
});

describe('最后一天是假日，提示可顺延', () => {
  test('最后一天落在国庆假期，可到假后第一个工作日', () => {
    expect(lastDayHint(range('2026-09-25', '2026-10-04'), seedCalendar)).toEqual({
      nature: { kind: 'holiday', festival: 'nationalDay' },
      movesTo: '2026-10-08',
      provisional: false,
    });
  });

  test('最后一天是平常星期日，可到星期一', () => {
    expect(lastDayHint(range('2026-08-14', '2026-08-23'), seedCalendar)).toMatchObject({
      nature: { kind: 'weekend' },
      movesTo: '2026-08-24',
    });
  });

  test('最后一天上班，不用提示，调休上班的星期六也是', () => {
    expect(lastDayHint(range('2026-11-24', '2026-11-30'), seedCalendar)).toBeUndefined();
    expect(lastDayHint(range('2026-10-01', '2026-10-10'), seedCalendar)).toBeUndefined();
  });
});

test('公示期内每过一天剩余少一天，第一天是全部，过后是零，按规定算出的公示期从不被提醒太短', () => {
  const anyPosting = fc
    .integer({ min: 0, max: 2500 })
    .map((offset) => addDays(day('2020-01-01'), offset));
  fc.assert(
    fc.property(
      anyPosting,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('calendar' as const, 'working' as const),
      (posted, days, counting) => {
        const period = publicityPeriod({ postedOn: posted }, days, counting, seedCalendar);
        const rule = { postedOn: posted, days, counting };
        expect(daysLeft(period, period.from, seedCalendar)).toBe(days);
        expect(daysLeft(period, period.to, seedCalendar)).toBe(1);
        expect(daysLeft(period, addDays(period.to, 1), seedCalendar)).toBe(0);
        expect(periodWarning(period, rule, seedCalendar)).toBeUndefined();
        const oneDayLess = { from: period.from, to: addDays(period.to, -1) };
        expect(periodWarning(oneDayLess, rule, seedCalendar)).toBeDefined();
      },
    ),
  );
});
