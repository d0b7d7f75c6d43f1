import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../notice/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';

/** Takes a comment on one place of a notice; numbers that must not leave the phone are masked. */
export function CommentDialog({
  label,
  onGive,
  onCancel,
}: {
  label: string;
  onGive: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const give = (event: FormEvent) => {
    event.preventDefault();
    const { text: clean } = redactBeforeStorage(text.trim(), { where: 'text' });
    if (clean !== '') onGive(clean);
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="comment">
      <form onSubmit={give} className={styles['body']}>
        <h2 id="comment">{t('app.review.comment')}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{label}</span>
          <span className={field['help']}>{t('app.review.commentHint')}</span>
          <textarea
            className={field['input']}
            value={text}
            required
            maxLength={LIMITS.reasonLength}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t('app.review.giveComment')}</Button>
        </div>
      </form>
    </dialog>
  );
}
