import { describe, expect, test } from 'vitest';
import {
  commentsAt,
  isReturned,
  isWaiting,
  openComments,
  waitsToBeMended,
} from '../../src/notice/index.ts';
import { DRAFTER, draft, noteEdited, published, REVIEWER } from './scenes.ts';

const YEAR = { kind: 'field', field: 'year' } as const;
const FIRST = { kind: 'row', table: 'households', row: 'household-1' } as const;

describe('审核人的批注', () => {
  test('批在哪一项、哪一户，就在哪里看得到', () => {
    const notice = draft()
      .submitted()
      .after({ kind: 'comment', text: '年度不对', place: YEAR }, REVIEWER)
      .after({ kind: 'comment', text: '这户已迁出', place: FIRST }, REVIEWER)
      .after({ kind: 'comment', text: '名单请再核一遍' }, REVIEWER)
      .build();
    const comments = openComments(notice);
    expect(commentsAt(comments, YEAR).map(({ remark }) => remark.reason)).toEqual(['年度不对']);
    expect(commentsAt(comments, FIRST).map(({ remark }) => remark.reason)).toEqual(['这户已迁出']);
    expect(comments).toHaveLength(3);
    expect(notice.stage).toBe('submitted');
  });

  test('那一处改过以后，批注标明已改；没改的仍等着', () => {
    const builder = draft()
      .after({ kind: 'comment', text: '年度不对', place: YEAR }, REVIEWER)
      .after({ kind: 'comment', text: '这户已迁出', place: FIRST }, REVIEWER)
      .withField('year', '2027');
    expect(openComments(builder.build()).map(({ isChanged }) => isChanged)).toEqual([true, false]);
  });

  test('那一户删掉了，也算改过', () => {
    const builder = draft().after({ kind: 'comment', text: '这户已迁出', place: FIRST }, REVIEWER);
    const { content } = builder.build();
    const rows = content.tables['households']?.filter(({ id }) => id !== FIRST.row) ?? [];
    const after = builder.after(
      {
        kind: 'save',
        baseVersion: builder.build().version,
        content: { ...content, tables: { ...content.tables, households: rows } },
        conflicts: [],
      },
      DRAFTER,
    );
    expect(openComments(after.build()).map(({ isChanged }) => isChanged)).toEqual([true]);
  });

  test('核对过不用改的，一句话说明，批注就不再等；再问一句，又等着', () => {
    const said = (text: string) => ({ kind: 'comment', text, place: YEAR }) as const;
    const asked = draft().submitted().after(said('年度对吗'), REVIEWER);
    expect(openComments(asked.build()).map(isWaiting)).toEqual([true]);
    const answered = asked.after(said('已核对，不用改'), DRAFTER);
    const [comment, ...others] = openComments(answered.build());
    expect(others).toEqual([]);
    expect(comment?.replies.map(({ reason }) => reason)).toEqual(['已核对，不用改']);
    expect(comment && isWaiting(comment)).toBe(false);
    const again = answered.after(said('请附会议记录'), REVIEWER);
    expect(openComments(again.build()).map(isWaiting)).toEqual([false, true]);
  });

  test('另一位审核人在同一处批注，不算答复', () => {
    const other = { ...REVIEWER, person: 'another-reviewer', name: '镇审核人' };
    const notice = draft()
      .after({ kind: 'comment', text: '年度对吗', place: YEAR }, REVIEWER)
      .after({ kind: 'comment', text: '我也觉得不对', place: YEAR }, other)
      .build();
    expect(openComments(notice).map(isWaiting)).toEqual([true, true]);
  });

  test('公布以后，先前的批注不再催人；退回的理由也不因批注而失效', () => {
    const returned = draft()
      .submitted()
      .returned()
      .after({ kind: 'comment', text: '年度不对', place: YEAR }, REVIEWER)
      .build();
    expect(isReturned(returned)).toBe(true);
    const notice = published().after({ kind: 'comment', text: '下次早些' }, REVIEWER);
    expect(openComments(notice.build())).toHaveLength(1);
    expect(
      openComments(notice.withField('year', '2027').publishedOn('2026-11-24').build()),
    ).toEqual([]);
  });

  test('退回来还没动过的，先去修改；改了、答了批注，或重新提交了，就不再这样提', () => {
    const returned = draft()
      .submitted()
      .after({ kind: 'comment', text: '年度不对', place: YEAR }, REVIEWER)
      .after({ kind: 'return', reason: '请看批注' }, later(REVIEWER, 1));
    expect(waitsToBeMended(draft().build())).toBe(false);
    expect(waitsToBeMended(returned.build())).toBe(true);
    const edited = returned.after(noteEdited(returned.build(), '改过了'), later(DRAFTER, 2));
    expect(waitsToBeMended(edited.build())).toBe(false);
    const again = edited
      .after({ kind: 'submit' }, later(DRAFTER, 3))
      .after({ kind: 'return', reason: '还是不对' }, later(REVIEWER, 4));
    expect(waitsToBeMended(again.build())).toBe(true);
    const answered = again.after(
      { kind: 'comment', text: '已核对，不用改', place: YEAR },
      later(DRAFTER, 5),
    );
    expect(waitsToBeMended(answered.build())).toBe(false);
  });
});

function later<Person extends { at: string }>(person: Person, minutes: number): Person {
  return { ...person, at: new Date(Date.parse(person.at) + minutes * 60_000).toISOString() };
}
