import { describe, expect, test } from 'vitest';
import { arrangementOf, type YearDraft } from '../../src/app/hooks/use-year-draft.ts';
import { seedCalendar } from '../../src/calendar/index.ts';

const draft = (changes: Partial<YearDraft> = {}): YearDraft => ({
  year: '2027',
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: '',
  issuedOn: '2026-11-20',
  holidays: [{ id: 'a', festival: 'newYear', from: '2027-01-01', to: '2027-01-03' }],
  makeUpDays: [{ id: 'b', day: '2027-01-09' }],
  ...changes,
});

describe('管理员录入一年的放假安排', () => {
  test('填齐了就成一份安排，没有文号就不写文号', () => {
    expect(arrangementOf(draft(), seedCalendar)).toEqual({
      ok: true,
      arrangement: {
        year: 2027,
        documents: [
          { title: '国务院办公厅关于2027年部分节假日安排的通知', issuedOn: '2026-11-20' },
        ],
        holidays: [{ festival: 'newYear', from: '2027-01-01', to: '2027-01-03' }],
        makeUpDays: ['2027-01-09'],
      },
    });
  });

  test('只放一天的，最后一天可以不填', () => {
    const oneDay = draft({
      holidays: [{ id: 'a', festival: 'qingming', from: '2027-04-05', to: '' }],
    });
    expect(arrangementOf(oneDay, seedCalendar)).toMatchObject({
      arrangement: { holidays: [{ from: '2027-04-05', to: '2027-04-05' }] },
    });
  });

  test.each([
    ['没有印发日期', { issuedOn: '' }],
    ['一段假都没有', { holidays: [] }],
    ['有一天上班没填日期', { makeUpDays: [{ id: 'b', day: '' }] }],
    ['年份不是数字', { year: '明年' }],
  ])('%s，不能保存', (_what, changes) => {
    expect(arrangementOf(draft(changes), seedCalendar)).toEqual({
      ok: false,
      fault: { code: 'incomplete' },
    });
  });

  test('自相矛盾的、年份接不上的，说出毛病在哪里', () => {
    const weekday = draft({ makeUpDays: [{ id: 'b', day: '2027-01-11' }] });
    expect(arrangementOf(weekday, seedCalendar)).toMatchObject({
      fault: { code: 'contradicts', problems: [{ code: 'workedOnAWeekday', day: '2027-01-11' }] },
    });
    const later = draft({
      year: '2029',
      holidays: [{ id: 'a', festival: 'newYear', from: '2029-01-01', to: '2029-01-01' }],
      makeUpDays: [],
    });
    expect(arrangementOf(later, seedCalendar)).toEqual({
      ok: false,
      fault: { code: 'years-missing', before: 2019, after: 2027 },
    });
  });
});
