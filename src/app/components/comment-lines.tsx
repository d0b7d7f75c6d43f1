import type { OpenComment } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './comment-lines.module.css';
import { Pill } from './pill.tsx';

/** What was said of one place, beside it, and whether the place was changed since. */
export function CommentLines({ comments }: { comments: readonly OpenComment[] }) {
  const { t } = useTranslation();
  if (comments.length === 0) return null;
  return (
    <ul className={styles['lines']}>
      {comments.map(({ remark, place, isChanged }) => (
        <li key={remark.by.at + remark.reason}>
          <span>{t('app.review.said', { name: remark.by.name, text: remark.reason })}</span>
          {place && (
            <Pill
              tone={isChanged ? 'ok' : 'warn'}
              label={isChanged ? t('app.review.isChanged') : t('app.review.isOpen')}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
