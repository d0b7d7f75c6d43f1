import type { StoredNotice } from '../../device/index.ts';
import {
  type ConflictPlace,
  commentsAt,
  type OpenComment,
  openComments,
} from '../../notice/index.ts';
import { useNoticeActions } from '../hooks/use-notice-actions.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { CommentLines } from './comment-lines.tsx';

/**
 * What a reviewer said of a place, where it is mended. Changing the place answers a comment; who
 * finds it right as it is says so with one tap, and the reviewer reads that.
 */
export function CommentBeside({ stored, place }: { stored: StoredNotice; place: ConflictPlace }) {
  const { head } = stored;
  if (head.stage === 'settled' || !head.remarks.some((one) => one.kind === 'comment')) return null;
  const comments = commentsAt(openComments(head), place);
  return comments.length > 0 ? <Comments stored={stored} comments={comments} /> : null;
}

function Comments({
  stored,
  comments,
}: {
  stored: StoredNotice;
  comments: readonly OpenComment[];
}) {
  const { t } = useTranslation();
  const { act } = useNoticeActions(stored);
  const answer = ({ place }: OpenComment) =>
    void act({ kind: 'comment', text: t('app.review.checked'), ...(place ? { place } : {}) });
  return <CommentLines comments={comments} onDone={answer} />;
}
