import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDay, plainDay, seedCalendar } from '../../src/calendar/index.ts';
import {
  ALWAYS,
  dutiesOf,
  lastCallOf,
  type NoticeForDuties,
  type Posting,
  type RevisionMark,
  type Role,
  toldOn,
} from '../../src/notice/index.ts';
import { A_CODE, anAuthor, DONGSHENG } from '../builders/index.ts';

const day = fc
  .integer({ min: -400, max: 400 })
  .map((days): PlainDay => addDays(plainDay('2026-11-24'), days));

const revisions = fc.array(day, { maxLength: 3 }).map((days) =>
  days.sort().map(
    (on, index) =>
      ({
        revision: index + 1,
        version: index + 1,
        checkCode: 'ABCDEFGH',
        by: { ...anAuthor(), at: `${on}T02:00:00.000Z` },
      }) as RevisionMark,
  ),
);

const posting = fc.record({
  revision: fc.integer({ min: 1, max: 3 }),
  hungOn: day,
  isDown: fc.boolean(),
});

const notice: fc.Arbitrary<NoticeForDuties> = fc
  .record({
    revisions,
    postings: fc.array(posting, { maxLength: 2 }),
    stage: fc.constantFrom('draft', 'submitted', 'settled', 'settled', 'settled'),
    standing: fc.constantFrom('unpublished', 'published', 'published', 'withdrawn', 'closed'),
    from: fc.option(day),
    days: fc.integer({ min: 1, max: 20 }),
    printed: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  })
  .map(({ postings, from, days, ...rest }) => ({
    ...rest,
    village: DONGSHENG,
    code: A_CODE,
    title: '公示',
    isReturned: false,
    ...(from ? { period: { from, to: addDays(from, days) } } : {}),
    postings: postings.map(
      ({ revision, hungOn, isDown }, index) =>
        ({
          id: `posting-${index}`,
          sheet: { revision, checkCode: 'ABCDEFGH' },
          board: '村委会',
          hungAt: `${hungOn}T02:00:00.000Z`,
          photographs: [],
          by: anAuthor(),
          ...(isDown ? { down: { at: `${hungOn}T03:00:00.000Z`, photographs: [] } } : {}),
        }) as unknown as Posting,
    ),
  }));

test('过了最后该办事的那一天，这件公示不再要人做什么；随便哪种状态都一样', () => {
  fc.assert(
    fc.property(
      notice,
      day,
      fc.constantFrom<Role>('drafter', 'reviewer', 'supervisor'),
      (one, today, role) => {
        const duties = dutiesOf({
          village: DONGSHENG,
          notices: [one],
          objections: [],
          exemptions: [],
          items: [],
          today,
          calendar: seedCalendar,
          role,
          onePersonMayPublish: true,
        });
        if (today > lastCallOf(one)) expect(duties).toEqual([]);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('正在写的、还挂着的，什么时候都要人管；挂过又取下的不再要人管', () => {
  const base: NoticeForDuties = {
    village: DONGSHENG,
    code: A_CODE,
    stage: 'settled',
    standing: 'published',
    title: '公示',
    isReturned: false,
    revisions: [
      {
        revision: 1,
        version: 1,
        checkCode: 'ABCDEFGH',
        by: { ...anAuthor(), at: '2026-11-20T02:00:00Z' },
      },
    ] as unknown as NoticeForDuties['revisions'],
    period: { from: '2026-11-21', to: '2026-11-27' },
  };
  expect(lastCallOf({ ...base, stage: 'draft' })).toBe(ALWAYS);
  expect(lastCallOf(base)).toBe('2026-11-27');
  expect(lastCallOf({ ...base, standing: 'withdrawn' })).toBe('');
  const { period: _none, ...announcement } = base;
  expect(lastCallOf(announcement)).toBe('2026-12-20');
  expect(toldOn(announcement)).toBe('2026-11-20');
  expect(toldOn({ ...announcement, deadlineStart: '2026-10-01' })).toBe('2026-10-01');
});
