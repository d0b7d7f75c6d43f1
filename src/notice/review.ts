import type { ConflictPlace } from './conflicts.ts';
import { isSamePlace, valueAt } from './conflicts.ts';
import type { Notice, Remark } from './notice.ts';

/**
 * A comment on a field or a household that stands since the last revision, and whether what it was
 * about has been changed since.
 */
export interface OpenComment {
  readonly remark: Remark;
  readonly place: ConflictPlace | undefined;
  /** Whether the place holds another value than when it was said. */
  readonly isChanged: boolean;
}

/** What was said of the working copy since the last revision, in the order in which it was said. */
export function openComments(
  notice: Pick<Notice, 'remarks' | 'revisions' | 'content'>,
): readonly OpenComment[] {
  return notice.remarks
    .filter(
      ({ kind, afterRevision }) => kind === 'comment' && afterRevision === notice.revisions.length,
    )
    .map((remark) => ({
      remark,
      place: remark.place,
      isChanged:
        remark.place !== undefined &&
        valueAt(notice.content, remark.place) !== (remark.about ?? null),
    }));
}

/** The open comments on one place. */
export function commentsAt(
  comments: readonly OpenComment[],
  place: ConflictPlace,
): readonly OpenComment[] {
  return comments.filter((one) => one.place && isSamePlace(one.place, place));
}
