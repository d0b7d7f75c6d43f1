import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RefusedEntry } from '../../device/index.ts';
import { database, store } from '../device.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import styles from './refused-steps.module.css';

/** What the server turned away, each with its reason and what can be done about it. */
export function RefusedSteps() {
  const { t } = useTranslation();
  const refused = useLiveQuery(() => database.refused.toArray(), []) ?? [];
  const [leaving, setLeaving] = useState<RefusedEntry>();
  if (refused.length === 0) return null;
  const letGo = async (entry: RefusedEntry) => {
    await store.letGo(entry);
    setLeaving(undefined);
  };
  return (
    <>
      <h3>{t('app.me.refused')}</h3>
      <ul className={styles['list']}>
        {refused.map((entry) => (
          <li key={entry.id}>
            <RefusedStep entry={entry} onLetGo={() => setLeaving(entry)} />
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={t('app.me.letGoTitle')}
          action={t('app.me.letGo')}
          isWorking={false}
          onConfirm={() => void letGo(leaving)}
          onCancel={() => setLeaving(undefined)}
        >
          <p>{t('app.me.letGoMeans')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function RefusedStep({ entry, onLetGo }: { entry: RefusedEntry; onLetGo: () => void }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const refusalWords = useRefusalWords();
  const [refusal, setRefusal] = useState(entry.code);
  const { id, village, notice, action, at } = entry;
  const title = useLiveQuery(
    async () => (await database.summaries.get([village, notice]))?.title ?? '',
    [village, notice],
  );
  const tryAgain = async () => {
    const outcome = await store.tryAgain(id);
    if (outcome && 'ok' in outcome && !outcome.ok) setRefusal(outcome.refusal);
  };
  return (
    <>
      <p>
        <strong>{t(`app.me.step.${action.kind}`)}</strong> · {moment(at)}
      </p>
      {title && <Link to={`/n/${village}/${notice}`}>{title}</Link>}
      <p className={styles['reason']} role="status">
        {refusalWords(refusal)}
      </p>
      <div className={styles['buttons']}>
        <Button weight="quiet" onClick={onLetGo}>
          {t('app.me.letGo')}
        </Button>
        <Button weight="secondary" onClick={() => void tryAgain()}>
          {t('app.me.tryAgain')}
        </Button>
      </div>
    </>
  );
}
