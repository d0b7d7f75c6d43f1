import { describe, expect, test } from 'vitest';
import { type Deadline, deadlineOf, plainDay, seedCalendar } from '../../src/calendar/index.ts';
import type { TimeLimitRule } from '../../src/catalogue/catalogue-schema.ts';

function due(rule: TimeLimitRule, start: string): Deadline {
  return deadlineOf(rule, plainDay(start), seedCalendar);
}

function lastDay(rule: TimeLimitRule, start: string): string {
  const deadline = due(rule, start);
  return deadline.kind === 'day' ? deadline.day : deadline.kind;
}

const twentyWorkingDays: TimeLimitRule = {
  kind: 'workingDays',
  n: 20,
  from: 'formed',
  orFrom: 'changed',
};
const allocationIssued: TimeLimitRule = { kind: 'workingDays', n: 15, from: 'allocationIssued' };
const loansOfTheYear: TimeLimitRule = {
  kind: 'annual',
  by: 'year end',
  times: 1,
  covers: 'current year',
};

describe('按工作日的时限', () => {
  test('信息 2026 年 11 月 23 日形成，12 月 21 日前公开', () => {
    expect(due(twentyWorkingDays, '2026-11-23')).toEqual({
      kind: 'day',
      rule: twentyWorkingDays,
      day: '2026-12-21',
      countedTo: '2026-12-21',
      provisional: false,
    });
  });

  test('资金分配结果下达后 15 个工作日，跨国庆假期和调休上班日', () => {
    expect(lastDay(allocationIssued, '2026-09-18')).toBe('2026-10-15');
  });

  test('跨到还没公布假期的 2027 年，标明是估算', () => {
    expect(due(twentyWorkingDays, '2026-12-15')).toMatchObject({
      day: '2027-01-13',
      provisional: true,
    });
  });
});

describe('按天数的时限', () => {
  const twentyDays: TimeLimitRule = { kind: 'days', n: 20, from: 'approved' };

  test('当天不算，第 20 天到期', () => {
    expect(lastDay(twentyDays, '2026-11-04')).toBe('2026-11-24');
  });

  test('最后一天是假日，顺延到假后第一个工作日，并说明原来是哪天', () => {
    expect(due(twentyDays, '2026-09-12')).toMatchObject({
      countedTo: '2026-10-02',
      day: '2026-10-08',
      provisional: false,
    });
  });

  test('最后一天是调休上班的星期六，不顺延', () => {
    expect(lastDay(twentyDays, '2026-09-20')).toBe('2026-10-10');
  });

  test('顺延进 2027 年才是估算，正好到年底最后一个工作日不是', () => {
    expect(due(twentyDays, '2026-12-11')).toMatchObject({ day: '2026-12-31', provisional: false });
    expect(due(twentyDays, '2026-12-12')).toMatchObject({
      countedTo: '2027-01-01',
      day: '2027-01-04',
      provisional: true,
    });
  });
});

describe('每年、每季度的时限是日期，遇假日不顺延', () => {
  test('小额信贷当年年底前公开', () => {
    expect(due(loansOfTheYear, '2026-05-06')).toMatchObject({
      day: '2026-12-31',
      provisional: false,
    });
  });

  test('2028 年 12 月 31 日是星期日，仍是 12 月 31 日', () => {
    expect(lastDay(loansOfTheYear, '2028-05-06')).toBe('2028-12-31');
  });

  test('上年度情况次年 3 月底前公开', () => {
    const previousYear: TimeLimitRule = {
      kind: 'annual',
      by: '03-31',
      times: 1,
      covers: 'previous year',
    };
    expect(lastDay(previousYear, '2026-05-06')).toBe('2027-03-31');
  });

  test('每季度一次，季末最后一天', () => {
    expect(lastDay({ kind: 'quarterly' }, '2026-02-10')).toBe('2026-03-31');
    expect(lastDay({ kind: 'quarterly' }, '2026-06-30')).toBe('2026-06-30');
    expect(lastDay({ kind: 'quarterly' }, '2026-10-01')).toBe('2026-12-31');
  });

  test('每季度首月 20 日前', () => {
    const rule: TimeLimitRule = { kind: 'quarterly', by: { monthOfQuarter: 1, day: 20 } };
    expect(lastDay(rule, '2026-11-24')).toBe('2026-10-20');
    expect(lastDay({ kind: 'quarterly', by: { monthOfQuarter: 3, day: 31 } }, '2026-04-01')).toBe(
      '2026-06-30',
    );
  });
});

test.each(['anytime', 'prompt', 'sameAsAbove', 'text'] as const)(
  '没有日期的时限（%s）不编造日期',
  (kind) => {
    expect(due({ kind }, '2026-11-23')).toEqual({ kind: 'none', rule: { kind } });
  },
);
