import * as v from 'valibot';
import { expect, test } from 'vitest';
import { applyAction, type NoticeAction, NoticeActionSchema } from '../../src/notice/index.ts';
import { aContext, savingOf } from '../builders/index.ts';
import { DRAFTER, draft, inConflict, REVIEWER, theContent } from './scenes.ts';

const YEAR = { kind: 'field', field: 'year' } as const;
const SIZE = { kind: 'cell', table: 'households', row: 'household-1', column: 'size' } as const;
const HOUSEHOLD = { kind: 'row', table: 'households', row: 'household-1' } as const;

const choosing = (value: string): NoticeAction => ({ kind: 'settle', place: YEAR, value });

test('选一种就按这一种，别处的冲突还在；每次选定是新的一版', () => {
  const before = inConflict().build();
  const after = inConflict().after(choosing('2027'), DRAFTER).build();
  expect(after.content.fields['year']).toBe('2027');
  expect(after.conflicts.map(({ place }) => place)).toEqual([SIZE]);
  expect(after.version).toBe(before.version + 1);
});

test('一户里的一格也一样选', () => {
  const after = inConflict().after({ kind: 'settle', place: SIZE, value: '5' }, DRAFTER).build();
  expect(after.content.tables['households']?.[0]?.cells['size']).toBe('5');
  expect(after.conflicts.map(({ place }) => place)).toEqual([YEAR]);
});

test('两个人离线选得不一样：先到的算数，后到的得到说明', () => {
  const settled = inConflict().after(choosing('2027'), DRAFTER).build();
  expect(applyAction(settled, choosing('2025'), aContext(REVIEWER))).toEqual({
    ok: false,
    refusal: 'settled-meanwhile',
  });
});

test('两个人选得一样，就当没事', () => {
  const settled = inConflict().after(choosing('2027'), DRAFTER).build();
  expect(applyAction(settled, choosing('2027'), aContext(REVIEWER))).toEqual({
    ok: true,
    notice: settled,
    isNewVersion: false,
  });
});

test.each([
  ['留着', '赵某一', 3],
  ['删掉', null, 2],
])('一边删一边改的一户，选“%s”', (_choice, value, households) => {
  const first = draft().build();
  const knowing = { contentAt: () => first.content };
  const changed = theContent().withCell('households', 'household-1', 'size', '8');
  const without = theContent().withoutRow('households', 'household-1');
  const open = draft()
    .after(savingOf(first, changed), DRAFTER)
    .after(savingOf(first, without), REVIEWER, knowing);
  expect(open.build().conflicts.map(({ place }) => place)).toEqual([HOUSEHOLD]);

  const settled = open.after({ kind: 'settle', place: HOUSEHOLD, value }, DRAFTER).build();
  expect(settled.conflicts).toEqual([]);
  const rows = settled.content.tables['households'] ?? [];
  expect(rows).toHaveLength(households);
  if (value) expect(rows[0]?.cells['size']).toBe('8');
});

test('选定删掉一户，这一户里没选定的格子也不再问', () => {
  const first = draft().build();
  const without = theContent().withField('year', '2025').withoutRow('households', 'household-1');
  const open = inConflict().after(savingOf(first, without), DRAFTER, {
    contentAt: () => first.content,
  });
  expect(open.build().conflicts.map(({ place }) => place)).toEqual([YEAR, SIZE, HOUSEHOLD]);
  const settled = open.after({ kind: 'settle', place: HOUSEHOLD, value: null }, DRAFTER).build();
  expect(settled.conflicts.map(({ place }) => place)).toEqual([YEAR]);
});

test('格子装不下的字不收，免得别的手机读不了这份公示', () => {
  const long = '长'.repeat(2_001);
  const isTaken = (action: NoticeAction) => v.is(NoticeActionSchema, action);
  expect(isTaken({ kind: 'settle', place: SIZE, value: long })).toBe(false);
  expect(isTaken({ kind: 'settle', place: YEAR, value: long })).toBe(true);
});
