import { type FormEvent, useId, useState } from 'react';
import {
  type HungSheet,
  type NoticeCode,
  POSTING_LIMITS,
  type VillageCode,
} from '../../notice/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import type { PostingDetails } from '../hooks/use-postings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { fromLocalTime, toLocalTime } from '../local-time.ts';
import type { TakenPhotograph } from '../take-photograph.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import { PhotographPicker } from './photograph-picker.tsx';
import styles from './posting-form.module.css';

interface PostingFormProps {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly sheet: HungSheet;
  /** What the button says. */
  readonly action: string;
  /** Absent where only the time is asked. */
  readonly boards?: readonly string[];
  readonly onRecord: (details: PostingDetails, board: string) => void;
  readonly onCancel?: () => void;
}

/** Asks where and when, and offers a photograph; answered already where it can be guessed. */
export function PostingForm(props: PostingFormProps) {
  const { village, notice, sheet, action, boards, onRecord, onCancel } = props;
  const { t } = useTranslation();
  const id = useId();
  const [board, setBoard] = useState(boards?.[0] ?? t('app.posting.usualBoard'));
  // untouched it means the moment of recording, not the minute in which the page was opened
  const [time, setTime] = useState<string>();
  const [opened] = useState(() => toLocalTime(new Date()));
  const [taken, setTaken] = useState<readonly TakenPhotograph[]>([]);
  const record = (event: FormEvent) => {
    event.preventDefault();
    const at = time === undefined ? new Date().toISOString() : fromLocalTime(time);
    const { text } = redactBeforeStorage(board.trim(), { where: 'text' });
    if (!at || (boards && text === '')) return;
    onRecord({ at, photographs: taken }, text);
    setTaken([]);
  };
  return (
    <form className={styles['form']} onSubmit={record}>
      {boards && (
        <label className={field['field']}>
          <span className={field['label']}>{t('app.posting.board')}</span>
          <input
            className={field['input']}
            value={board}
            list={`${id}-boards`}
            required
            maxLength={POSTING_LIMITS.board}
            onChange={(event) => setBoard(event.target.value)}
          />
          <datalist id={`${id}-boards`}>
            {boards.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </label>
      )}
      <label className={field['field']}>
        <span className={field['label']}>
          {boards ? t('app.posting.hungAt') : t('app.posting.takenDownAt')}
        </span>
        <input
          type="datetime-local"
          className={field['input']}
          value={time ?? opened}
          max={toLocalTime(new Date())}
          required
          onChange={(event) => setTime(event.target.value)}
        />
      </label>
      <PhotographPicker
        taken={taken}
        asked={{ village, notice, sheet }}
        onTake={(one) =>
          setTaken((all) =>
            [...all.filter((other) => other.id !== one.id), one].slice(-POSTING_LIMITS.photographs),
          )
        }
        onRemove={(gone) => setTaken((all) => all.filter((one) => one.id !== gone))}
      />
      <div className={styles['buttons']}>
        {onCancel && (
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
        )}
        <Button type="submit">{action}</Button>
      </div>
    </form>
  );
}
