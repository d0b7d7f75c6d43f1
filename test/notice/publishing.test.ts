import { expect, test } from 'vitest';
import { type Author, applyAction, type Notice } from '../../src/notice/index.ts';
import { aContent, aContext, aNotice, publicationOf } from '../builders/index.ts';
import {
  DRAFTER,
  draft,
  inConflict,
  noteEdited,
  published,
  REVIEWER,
  SECOND_REVIEWER,
} from './scenes.ts';

/** 'published', or why somebody may not publish what the notice holds. */
function publishing(notice: Notice, by: Author, others: { onePersonMayPublish?: boolean } = {}) {
  const outcome = applyAction(notice, publicationOf(notice), aContext(by, others));
  return outcome.ok ? outcome.notice.standing : outcome.refusal;
}

test('起草的人不能自己公布，另一个人可以', () => {
  expect(publishing(draft().build(), DRAFTER)).toBe('own-draft');
  expect(publishing(draft().build(), REVIEWER)).toBe('published');
});

test('村里设定一人可办的，起草的人自己可以公布', () => {
  expect(publishing(draft().build(), DRAFTER, { onePersonMayPublish: true })).toBe('published');
});

test('审核人改过几个字仍可公布，因为有两个人经手；全是他一个人写的不行', () => {
  const both = draft().build();
  const corrected = draft().after(noteEdited(both, '审核人改'), REVIEWER).build();
  expect(publishing(corrected, REVIEWER)).toBe('published');
  expect(publishing(aNotice(aContent(), REVIEWER).build(), REVIEWER)).toBe('own-draft');
});

test('公布之后再改，改的人不能自己公布，哪怕上一版是别人起草的', () => {
  const first = published().build();
  const changed = published().after(noteEdited(first, '再改'), REVIEWER).build();
  expect(publishing(changed, REVIEWER)).toBe('own-draft');
  expect(publishing(changed, SECOND_REVIEWER)).toBe('published');
});

test('审核的人看过之后内容又变了，没看过的内容不公布', () => {
  const seen = publicationOf(draft().build());
  const changed = draft().withField('year', '2027').build();
  expect(applyAction(changed, seen, aContext(REVIEWER))).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  });
});

test('有冲突没有选定，不能公布', () => {
  expect(publishing(inConflict().build(), SECOND_REVIEWER)).toBe('has-conflicts');
});

test('两个人离线各自公布：先到的算数，后到的得到说明，公布版还是那一版', () => {
  const notice = draft().submitted();
  const action = publicationOf(notice.build());
  const first = notice.after(action, REVIEWER).build();
  expect(applyAction(first, action, aContext(SECOND_REVIEWER))).toEqual({
    ok: false,
    refusal: 'published-meanwhile',
  });
  expect(first.revisions).toMatchObject([{ revision: 1, by: REVIEWER }]);
});

test('两个人离线各自改了已公布的，一个人的一版先公布：另一个人的修改并进来等人选，不会不见', () => {
  const first = published().build();
  const second = published().after(noteEdited(first, '小王改'), DRAFTER);
  const amended = second.after(publicationOf(second.build()), REVIEWER);
  const late = amended
    .after(noteEdited(first, '老赵改'), SECOND_REVIEWER, { contentAt: () => first.content })
    .build();
  expect(late).toMatchObject({ stage: 'draft', standing: 'published' });
  expect(late.revisions).toHaveLength(2);
  expect(late.conflicts[0]?.values.map(({ value }) => value)).toEqual(['小王改', '老赵改']);
});

test('公布版记下第几版、内容的版次、校验码和公布人；起草人从头算起', () => {
  const notice = published().build();
  expect(notice.revisions).toEqual([
    {
      revision: 1,
      version: notice.version,
      checkCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      by: expect.objectContaining({ name: REVIEWER.name }),
    },
  ]);
  expect(notice.drafters).toEqual([]);
});
