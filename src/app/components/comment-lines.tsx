import { isWaiting, type OpenComment } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './comment-lines.module.css';
import { Pill } from './pill.tsx';

/** What was said of one place, beside it, with what became of it. */
export function CommentLines({
  comments,
  onDone,
}: {
  comments: readonly OpenComment[];
  /** Says of a comment that the place is right as it is; absent where this person may not. */
  onDone?: ((comment: OpenComment) => void) | undefined;
}) {
  const { t } = useTranslation();
  if (comments.length === 0) return null;
  return (
    <ul className={styles['lines']}>
      {comments.map((comment) => (
        <li key={comment.remark.by.at + comment.remark.reason}>
          <div className={styles['said']}>
            <span>
              {t('app.review.said', {
                name: comment.remark.by.name,
                text: comment.remark.reason,
              })}
            </span>
            {comment.place && <CommentState comment={comment} />}
          </div>
          {comment.replies.map(({ by, reason }) => (
            <p key={by.at} className={styles['reply']}>
              {t('app.review.said', { name: by.name, text: reason })}
            </p>
          ))}
          {onDone && comment.place && isWaiting(comment) && (
            <Button weight="secondary" onClick={() => onDone(comment)}>
              {t('app.review.checked')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether the place was changed since, or somebody said that it is right as it is. */
export function CommentState({ comment }: { comment: OpenComment }) {
  const { t } = useTranslation();
  if (comment.isChanged) return <Pill tone="ok" label={t('app.review.isChanged')} />;
  if (!isWaiting(comment)) return <Pill tone="ok" label={t('app.review.isAnswered')} />;
  return <Pill tone="warn" label={t('app.review.isOpen')} />;
}
