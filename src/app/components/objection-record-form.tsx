import { type FormEvent, useState } from 'react';
import {
  type NoticeCode,
  OBJECTION_LIMITS,
  type ObjectionAction,
  type VillageCode,
} from '../../notice/index.ts';
import { actOnObjection } from '../device.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import styles from './objection-card.module.css';

const WAYS = ['telephone', 'inPerson', 'writing'] as const;
type Recorded = Extract<ObjectionAction, { kind: 'record' }>;

/** Writes down what somebody said by telephone or in person, for villagers without a smartphone. */
export function ObjectionRecordForm({
  village,
  notice,
  onDone,
}: {
  village: VillageCode;
  notice: NoticeCode;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const [refusal, setRefusal] = useState<string>();
  const [typed, setTyped] = useState<Recorded>({
    kind: 'record',
    channel: 'telephone',
    text: '',
    name: '',
    telephone: '',
  });
  const change = (part: Partial<Recorded>) => setTyped({ ...typed, ...part });
  const record = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.text.trim() === '') return;
    const why = await actOnObjection({ village, notice }, { ...typed, text: typed.text.trim() });
    if (why) setRefusal(why);
    else onDone();
  };
  return (
    <form className={styles['card']} onSubmit={(event) => void record(event)}>
      <p className={styles['small']}>{t('app.objection.recordHint')}</p>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.objection.how')}</span>
        <select
          className={field['input']}
          value={typed.channel}
          onChange={({ target }) =>
            change({ channel: WAYS.find((way) => way === target.value) ?? 'telephone' })
          }
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`app.objection.channel.${way}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.objection.text')}</span>
        <textarea
          className={field['input']}
          value={typed.text}
          required
          maxLength={OBJECTION_LIMITS.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </label>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.objection.name')}</span>
        <input
          className={field['input']}
          value={typed.name}
          maxLength={OBJECTION_LIMITS.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.objection.telephone')}</span>
        <input
          className={field['input']}
          type="tel"
          value={typed.telephone}
          maxLength={OBJECTION_LIMITS.telephone}
          onChange={({ target }) => change({ telephone: target.value })}
        />
      </label>
      {refusal && <p role="alert">{words(refusal)}</p>}
      <Button type="submit">{t('app.objection.record')}</Button>
      <Button weight="secondary" onClick={onDone}>
        {t('app.notice.cancel')}
      </Button>
    </form>
  );
}
