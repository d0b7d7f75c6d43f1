import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Author,
  applyAction,
  contentDigest,
  type Notice,
  type NoticeContent,
  valueAt,
} from '../../src/notice/index.ts';
import {
  aContent,
  aContext,
  aNotice,
  anAuthor,
  NoticeBuilder,
  savingOf,
} from '../builders/index.ts';
import { EMPTY, edited, someEdits } from './random-edits.ts';
import {
  DRAFTER,
  draft,
  inConflict,
  noteEdited,
  published,
  REVIEWER,
  SECOND_REVIEWER,
  theContent,
} from './scenes.ts';

test('内容没有变，不算新的一版', () => {
  const notice = draft().build();
  const outcome = applyAction(notice, savingOf(notice, notice.content), aContext());
  expect(outcome).toEqual({ ok: true, notice, isNewVersion: false });
});

test('改的是已公布的，就开始修改，公布在外的一版不动', () => {
  const notice = published().build();
  const amended = published().after(noteEdited(notice, '更正'), DRAFTER).build();
  expect(amended).toMatchObject({ version: notice.version + 1, stage: 'draft' });
  expect(amended.revisions).toEqual(notice.revisions);
  expect(amended.drafters).toEqual([DRAFTER.person]);
});

test('别的模板的内容存不进来', () => {
  const notice = draft().build();
  const action = savingOf(notice, aContent('microloans.annual'));
  expect(applyAction(notice, action, aContext())).toEqual({
    ok: false,
    refusal: 'another-template',
  });
});

test('第三个人填了第三种，算新的一版，三种都等人选', () => {
  const before = inConflict();
  const first = draft().build();
  const third = theContent().withField('year', '2028');
  const after = before
    .after(savingOf(first, third), SECOND_REVIEWER, { contentAt: () => first.content })
    .build();
  expect(after.version).toBe(before.build().version + 1);
  expect(after.conflicts[0]?.values.map(({ value }) => value)).toEqual(['2025', '2027', '2028']);
});

test('删掉正有冲突的一户，这一户的冲突跟着没有了，不会看不见地拦住公布', () => {
  const notice = inConflict();
  const { content } = notice.build();
  const [, ...others] = content.tables['households'] ?? [];
  const after = notice.after(
    savingOf(notice.build(), { ...content, tables: { households: others } }),
    DRAFTER,
  );
  expect(after.build().conflicts.map(({ place }) => place)).toEqual([
    { kind: 'field', field: 'year' },
  ]);
});

test('起点版次服务器没有了（恢复了旧备份），两边的填法都留着', () => {
  const notice = draft().build();
  const after = draft()
    .after(
      { ...savingOf(notice, theContent().withField('note', '手机上写的')), baseVersion: 9 },
      REVIEWER,
    )
    .build();
  expect(after.conflicts.flatMap(({ values }) => values.map(({ value }) => value))).toEqual([
    notice.content.fields['note'],
    '手机上写的',
  ]);
});

test('恢复旧备份后版次重号：起点不是同一份内容，就不会悄悄盖掉别人的', () => {
  const mine = draft().withField('year', '2025').build();
  const theirs = draft().withField('year', '2027');
  expect(theirs.build().version).toBe(mine.version);
  const save = { ...savingOf(mine, mine.content), baseDigest: contentDigest(mine.content) };
  const [conflict] = theirs.after(save, REVIEWER).build().conflicts;
  expect(conflict?.values.map(({ value }) => value)).toEqual(['2027', '2025']);
});

test('冲突写的是真正填这一格的人，不是最后保存的人', () => {
  const versions: Notice[] = [draft().build()];
  const knowing = {
    contentAt: (version: number) => versions[version - 1]?.content,
    authorAt: (version: number) => versions[version - 1]?.saved,
  };
  const save = (by: Author, base: number, field: string, value: string) => {
    const ground = versions[base - 1];
    const head = versions.at(-1);
    if (!ground || !head) throw new Error(`no version ${base}`);
    const { content } = ground;
    const changed = { ...content, fields: { ...content.fields, [field]: value } };
    versions.push(new NoticeBuilder(head).after(savingOf(ground, changed), by, knowing).build());
  };
  save(REVIEWER, 1, 'year', '2025');
  save(SECOND_REVIEWER, 2, 'note', '别的地方');
  save(DRAFTER, 1, 'year', '2027');
  expect(versions.at(-1)?.conflicts[0]?.values).toEqual([
    { value: '2025', by: REVIEWER },
    { value: '2027', by: DRAFTER },
  ]);
});

test('合在一起的行太多就退回，内容仍在手机上', () => {
  const rows = (person: string) =>
    Array.from({ length: 2_501 }, (_one, index) => ({
      id: `${person}-${index}`,
      position: 'a0',
      cells: {},
    }));
  const content = (person: string) => ({ ...EMPTY, tables: { households: rows(person) } });
  const notice = { ...draft().build(), version: 2, content: content('wang') };
  const action = { ...savingOf(notice, content('li')), baseVersion: 1 };
  expect(applyAction(notice, action, aContext(REVIEWER, { contentAt: () => EMPTY }))).toEqual({
    ok: false,
    refusal: 'too-many-rows',
  });
});

/** Whether a value stands in the notice at a place, or waits there for a decision. */
function isKept(notice: Notice, place: Parameters<typeof valueAt>[1], value: string): boolean {
  const waits = notice.conflicts
    .filter((one) => JSON.stringify(one.place) === JSON.stringify(place))
    .some((one) => one.values.some((written) => written.value === value));
  return waits || valueAt(notice.content, place) === value;
}

test('三个人从各自手里的旧版随便改：每次存进去的字都在；等人选的地方总包括现在显示的', () => {
  const people = ['小王', '老李', '赵会计'].map((name) => anAuthor(name));
  const someSave = fc.record({
    person: fc.nat({ max: 2 }),
    behind: fc.nat({ max: 3 }),
    edits: someEdits,
  });
  fc.assert(
    fc.property(fc.array(someSave, { maxLength: 8 }), (saves) => {
      const first = aNotice(aContent().withHouseholds(2)).build();
      const versions: Notice[] = [first];
      saves.forEach(({ person, behind, edits }, number) => {
        const ground = versions[Math.max(0, versions.length - 1 - behind)] ?? first;
        const head = versions.at(-1) ?? first;
        const by = people[person] ?? anAuthor();
        const content = edited(ground.content, edits, `save-${number}`);
        const after = new NoticeBuilder(head)
          .after(savingOf(ground, content), by, {
            contentAt: (version) => versions[version - first.version]?.content,
          })
          .build();
        if (after !== head) versions.push(after);
        for (const [field, value] of Object.entries(content.fields)) {
          if (value !== ground.content.fields[field]) {
            expect(isKept(after, { kind: 'field', field }, value)).toBe(true);
          }
        }
        expectNewCellsKept(ground.content, content, after);
        for (const { place, values } of after.conflicts) {
          if (place.kind === 'row') continue;
          expect(values.map(({ value }) => value)).toContain(valueAt(after.content, place));
        }
      });
    }),
    { numRuns: 150 },
  );
});

function expectNewCellsKept(ground: NoticeContent, typed: NoticeContent, after: Notice): void {
  for (const row of typed.tables['households'] ?? []) {
    const before = ground.tables['households']?.find((one) => one.id === row.id);
    for (const [column, value] of Object.entries(row.cells)) {
      if (value === (before?.cells[column] ?? '')) continue;
      const place = { kind: 'cell', table: 'households', row: row.id, column } as const;
      expect(isKept(after, place, value)).toBe(true);
    }
  }
}
