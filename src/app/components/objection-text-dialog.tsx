import { type FormEvent, useEffect, useRef, useState } from 'react';
import { OBJECTION_LIMITS } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';

const LABELS = {
  escalate: 'app.objection.escalateReason',
  show: 'app.objection.showText',
  hide: 'app.objection.hideReason',
} as const;

/** Asks for the words that passing on, showing and keeping private need. */
export function ObjectionTextDialog({
  kind,
  text: initial,
  onGive,
  onCancel,
}: {
  kind: keyof typeof LABELS;
  text: string;
  onGive: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(initial);
  useEffect(() => dialog.current?.showModal(), []);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onGive(text.trim());
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="step">
      <form onSubmit={give} className={styles['body']}>
        <h2 id="step">{t(`app.objection.${kind}`)}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{t(LABELS[kind])}</span>
          {kind === 'show' && <span className={field['help']}>{t('app.objection.showHint')}</span>}
          <textarea
            className={field['input']}
            value={text}
            required
            maxLength={OBJECTION_LIMITS.text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t(`app.objection.${kind}`)}</Button>
        </div>
      </form>
    </dialog>
  );
}
