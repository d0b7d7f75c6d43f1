import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Cover } from '../../catalogue/templates/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';

/** Asks a reviewer why an element of the catalogue does not apply this time. */
export function CatalogueWaiverDialog({
  cover,
  reason: before,
  onGive,
  onCancel,
}: {
  cover: Cover;
  reason: string;
  onGive: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState(before);
  useEffect(() => dialog.current?.showModal(), []);
  const give = (event: FormEvent) => {
    event.preventDefault();
    const { text } = redactBeforeStorage(reason.trim(), { where: 'text' });
    if (text !== '') onGive(text);
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="waiver">
      <form onSubmit={give} className={styles['body']}>
        <h2 id="waiver">{t('app.waiver.title', { name: cover.name })}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{t('app.waiver.reason')}</span>
          <span className={field['help']}>{t('app.waiver.hint')}</span>
          <textarea
            className={field['input']}
            value={reason}
            required
            maxLength={500}
            placeholder={t('app.waiver.example')}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t('app.waiver.save')}</Button>
        </div>
      </form>
    </dialog>
  );
}
