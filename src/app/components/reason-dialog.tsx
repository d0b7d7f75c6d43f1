import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';

/** Asks for the reason that returning and withdrawing need. */
export function ReasonDialog({
  kind,
  onGive,
  onCancel,
}: {
  kind: 'return' | 'withdraw';
  onGive: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onGive(reason.trim());
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="reason">
      <form onSubmit={give} className={styles['body']}>
        <h2 id="reason">{t(`app.notice.${kind}`)}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{t('app.notice.reason')}</span>
          <span className={field['help']}>
            {kind === 'return' ? t('app.notice.reasonHint') : t('app.notice.withdrawHint')}
          </span>
          <textarea
            className={field['input']}
            value={reason}
            required
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t(`app.notice.${kind}`)}</Button>
        </div>
      </form>
    </dialog>
  );
}
