import { type FormEvent, useState } from 'react';
import { keepObjectionDraft, type StoredObjection } from '../../device/index.ts';
import { lastRevision, OBJECTION_LIMITS, type ObjectionAction } from '../../notice/index.ts';
import { database } from '../device.ts';
import { useStoredNotice } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import styles from './objection-card.module.css';

/** Where an answer is written; each key is kept, so that a killed tab loses none of it. */
export function ObjectionAnswer({
  stored,
  onGive,
}: {
  stored: StoredObjection;
  onGive: (action: ObjectionAction) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(stored.draft ?? '');
  const [hasLed, setLed] = useState(false);
  const notice = useStoredNotice(stored.village, stored.notice);
  const revision = (notice && lastRevision(notice.head)?.revision) ?? 0;
  const isAmended = revision > stored.head.revision;
  const change = (next: string) => {
    setText(next);
    void keepObjectionDraft(database, [stored.village, stored.code], next);
  };
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const ledTo = isAmended && hasLed ? { ledTo: revision } : {};
    void onGive({ kind: 'answer', text: text.trim(), ...ledTo }).then(() => setText(''));
  };
  return (
    <form className={styles['card']} onSubmit={give}>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.objection.answer')}</span>
        <span className={field['help']}>{t('app.objection.answerHint')}</span>
        <textarea
          className={field['input']}
          value={text}
          required
          maxLength={OBJECTION_LIMITS.text}
          onChange={(event) => change(event.target.value)}
        />
      </label>
      {isAmended && (
        <label className={field['row']}>
          <input
            type="checkbox"
            checked={hasLed}
            onChange={(event) => setLed(event.target.checked)}
          />
          {t('app.objection.ledTo', { revision })}
        </label>
      )}
      <Button type="submit">{t('app.objection.send')}</Button>
    </form>
  );
}
