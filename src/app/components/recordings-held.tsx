import { useCallback, useState } from 'react';
import { readRecordings, removeRecording } from '../../device/index.ts';
import { type NoticeCode, type VillageCode, writeSeconds } from '../../notice/index.ts';
import type { Recording } from '../../protocol/index.ts';
import { database } from '../device.ts';
import { useAsked } from '../hooks/use-people.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PeopleTroubleNote } from './people-trouble.tsx';
import styles from './recording-card.module.css';

/**
 * What the server holds, whoever read it: which of it villagers can hear, and a way to take it down.
 */
export function RecordingsHeld({
  village,
  notice,
  revision,
  mayRemove,
}: {
  village: VillageCode;
  notice: NoticeCode;
  /** The last published one. */
  revision: number;
  mayRemove: boolean;
}) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState<Recording>();
  const ask = useCallback(() => readRecordings({ village, notice }), [village, notice]);
  const { value: held, again } = useAsked(ask);
  if (!held || held.length === 0) return null;
  const heard = held.find((one) => one.revision === revision);
  return (
    <section className={styles['card']} aria-labelledby="held">
      <h2 id="held">{t('app.recording.held')}</h2>
      <ul className={styles['held']}>
        {held.map((one) => (
          <li key={one.id}>
            <p>
              {t('app.recording.heldLine', {
                by: one.by,
                revision: one.revision,
                length: writeSeconds(one.seconds),
              })}
            </p>
            <p className={one === heard ? styles['done'] : styles['hint']}>
              {t(one === heard ? 'app.recording.heard' : 'app.recording.notHeard')}
            </p>
            {mayRemove && (
              <Button weight="quiet" onClick={() => setRemoving(one)}>
                {t('app.recording.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveDialog
          village={village}
          notice={notice}
          recording={removing}
          onDone={() => {
            setRemoving(undefined);
            void again();
          }}
          onCancel={() => setRemoving(undefined)}
        />
      )}
    </section>
  );
}

function RemoveDialog({
  village,
  notice,
  recording,
  onDone,
  onCancel,
}: {
  village: VillageCode;
  notice: NoticeCode;
  recording: Recording;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Parameters<typeof PeopleTroubleNote>[0]['trouble']>();
  const remove = async () => {
    setWorking(true);
    const answer = await removeRecording(database, { village, notice }, recording.id, new Date());
    setWorking(false);
    // one that is gone already is as it was wanted
    if (answer.ok || answer.trouble === 'gone') onDone();
    else setTrouble(answer.trouble);
  };
  return (
    <ConfirmDialog
      title={t('app.recording.removeTitle')}
      action={t('app.recording.remove')}
      isWorking={isWorking}
      onConfirm={() => void remove()}
      onCancel={onCancel}
    >
      <p>{t('app.recording.removeMeans')}</p>
      {trouble && <PeopleTroubleNote trouble={trouble} />}
    </ConfirmDialog>
  );
}
