import type { Notice, NoticeAction } from '../../src/notice/index.ts';
import {
  aContent,
  aNotice,
  anAuthor,
  type NoticeBuilder,
  publicationOf,
  savingOf,
} from '../builders/index.ts';

export const DRAFTER = anAuthor('经办人小王');
export const REVIEWER = anAuthor('审核人老李');
export const SECOND_REVIEWER = anAuthor('审核人老赵');

/** What the drafts of these scenes hold. */
export const theContent = () => aContent().withHouseholds(3);

export const draft = () => aNotice(theContent(), DRAFTER);
export const published = () => draft().publishedOn('2026-11-23');
export const amending = () => published().withField('year', '2027');
export const withdrawn = () => published().after({ kind: 'withdraw', reason: '有误' }, REVIEWER);
export const closed = () => published().after({ kind: 'close' }, REVIEWER);

/** Every state that a notice can be in, by its name. */
export const STATES: Readonly<Record<string, () => NoticeBuilder>> = {
  草稿: draft,
  待审核: () => draft().submitted(),
  已退回: () => draft().submitted().returned(),
  已公布: published,
  修改中: amending,
  修改待审核: () => amending().submitted(),
  已撤回: withdrawn,
  已结束: closed,
};

/** An edit of the note, typed on this notice. */
export function noteEdited(notice: Notice, note: string): NoticeAction {
  const { content } = notice;
  return savingOf(notice, { ...content, fields: { ...content.fields, note } });
}

/** Every step a person can take, by its name. */
export const STEPS: Readonly<Record<string, (notice: Notice) => NoticeAction>> = {
  修改: (notice) => noteEdited(notice, '改过了'),
  提交: () => ({ kind: 'submit' }),
  退回: () => ({ kind: 'return', reason: '请补充' }),
  公布: publicationOf,
  撤回: () => ({ kind: 'withdraw', reason: '有误' }),
  结束: () => ({ kind: 'close' }),
};

/** Two people filled in the year and the size of the first household differently. */
export function inConflict(): NoticeBuilder {
  const first = draft().build();
  const filled = (year: string, size: string) =>
    theContent().withField('year', year).withCell('households', 'household-1', 'size', size);
  return draft()
    .after(savingOf(first, filled('2025', '4')), DRAFTER)
    .after(savingOf(first, filled('2027', '5')), REVIEWER, { contentAt: () => first.content });
}
