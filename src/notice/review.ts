import type { ConflictPlace } from './conflicts.ts';
import { isSamePlace, valueAt } from './conflicts.ts';
import type { Notice, Remark } from './notice.ts';

/**
 * A comment on a field or a household that stands since the last revision, what the writers said to
 * it, and whether what it was about has been changed since.
 */
export interface OpenComment {
  readonly remark: Remark;
  readonly place: ConflictPlace | undefined;
  /** Whether the place holds another value than when it was said. */
  readonly isChanged: boolean;
  /** What those who write the content said there afterwards: looked at, and right as it is. */
  readonly replies: readonly Remark[];
}

type Commented = Pick<Notice, 'remarks' | 'revisions' | 'content' | 'drafters'>;

/** What was said of the working copy since the last revision, in the order in which it was said. */
export function openComments(notice: Commented): readonly OpenComment[] {
  const since = notice.remarks.filter(
    ({ kind, afterRevision }) => kind === 'comment' && afterRevision === notice.revisions.length,
  );
  const answered = new Map(
    since.map((remark, index) => [remark, askedBefore(since, index, notice)]),
  );
  return since
    .filter((remark) => answered.get(remark) === undefined)
    .map((remark) => ({
      remark,
      place: remark.place,
      isChanged:
        remark.place !== undefined &&
        valueAt(notice.content, remark.place) !== (remark.about ?? null),
      replies: since.filter((one) => answered.get(one) === remark),
    }));
}

/** The comment that a remark replies to: somebody else's at its place, where its author writes. */
function askedBefore(
  remarks: readonly Remark[],
  index: number,
  { drafters }: Commented,
): Remark | undefined {
  const remark = remarks[index];
  const { place, by } = remark ?? {};
  if (!place || !by || !drafters.includes(by.person)) return undefined;
  return remarks
    .slice(0, index)
    .findLast((one) => one.place && isSamePlace(one.place, place) && one.by.person !== by.person);
}

/** Whether a comment still waits: nothing was changed where it stands, and nobody said why. */
export function isWaiting({ isChanged, replies }: OpenComment): boolean {
  return !isChanged && replies.length === 0;
}

/** The open comments on one place. */
export function commentsAt(
  comments: readonly OpenComment[],
  place: ConflictPlace,
): readonly OpenComment[] {
  return comments.filter((one) => one.place && isSamePlace(one.place, place));
}
