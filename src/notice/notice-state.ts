import { parsePlainDay, publicityStage } from '../calendar/index.ts';
import type { Notice } from './notice.ts';

/** What a person reads as the notice's state; 'in publicity' and 'over' are told by the dates. */
export type NoticeState =
  | 'draft'
  | 'returned'
  | 'submitted'
  | 'amending'
  | 'published'
  | 'inPublicity'
  | 'publicityOver'
  | 'withdrawn'
  | 'closed';

/**
 * The state of a notice on a day (YYYY-MM-DD, Asia/Shanghai), by its publicity period where it has
 * one. Nobody sets 'in publicity' or 'publicity over' by hand. Takes a notice or a summary of one.
 */
export function stateOf(
  notice: Pick<Notice, 'stage' | 'standing'> &
    (Pick<Notice, 'remarks' | 'revisions'> | { readonly isReturned: boolean }),
  period: { readonly from: string; readonly to: string } | undefined,
  today: string,
): NoticeState {
  if (notice.stage === 'submitted') return 'submitted';
  if (notice.stage === 'draft') {
    const hasReturned = 'isReturned' in notice ? notice.isReturned : isReturned(notice);
    if (hasReturned) return 'returned';
    return notice.standing === 'unpublished' ? 'draft' : 'amending';
  }
  if (notice.standing === 'withdrawn' || notice.standing === 'closed') return notice.standing;
  const [from, to, day] = [period?.from, period?.to, today].map((text) =>
    parsePlainDay(text ?? ''),
  );
  if (!from || !to || !day) return 'published';
  switch (publicityStage({ from, to }, day)) {
    case 'ahead':
      return 'published';
    case 'open':
      return 'inPublicity';
    case 'over':
      return 'publicityOver';
  }
}

/**
 * Whether the working copy came back and nobody has worked on it since: nothing was typed, and what
 * was asked was not answered. By the clocks of two phones: it decides what a page offers first, and
 * what is allowed hangs on nothing but the rules.
 */
export function waitsToBeMended(
  notice: Pick<Notice, 'stage' | 'remarks' | 'revisions' | 'drafters' | 'saved'>,
): boolean {
  if (!isReturned(notice)) return false;
  const { remarks, drafters, saved } = notice;
  const last = remarks.findLastIndex((remark) => remark.kind === 'returned');
  const hasAnswer = remarks.slice(last).some(({ kind, by }) => {
    return kind === 'comment' && drafters.includes(by.person);
  });
  return !hasAnswer && saved.at <= (remarks[last]?.by.at ?? '');
}

/** Whether the working copy came back from the reviewer; a return before an older revision is past. */
export function isReturned(notice: Pick<Notice, 'stage' | 'remarks' | 'revisions'>): boolean {
  const { stage, remarks, revisions } = notice;
  const returned = remarks.findLast((remark) => remark.kind === 'returned');
  return stage === 'draft' && returned?.afterRevision === revisions.length;
}
