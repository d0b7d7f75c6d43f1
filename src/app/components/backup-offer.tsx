import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { shouldAskToPersist, storageAdvice } from '../../device/index.ts';
import { database } from '../database.ts';
import { useBackupReason } from '../hooks/use-backup-reason.ts';
import { useStorage } from '../hooks/use-storage.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWaitingWork } from '../hooks/use-waiting-work.ts';
import styles from './backup-offer.module.css';
import { Button, LinkButton } from './button.tsx';
import { HelpLink } from './help-link.tsx';

/**
 * What the first page says by itself of the work on this phone: that it should go into a file now,
 * that it may be lost, or that the browser should be asked to keep it. One thing at a time.
 */
export function BackupOffer() {
  const { t } = useTranslation();
  const reason = useBackupReason();
  const isWaiting = useWaitingWork()?.oldestAt !== undefined;
  const { reading, askToPersist } = useStorage();
  const [hasAsked, setAsked] = useState(false);
  const askedAt = useLiveQuery(async () => (await database.read('persistenceAskedAt')) ?? null, []);
  if (reason) {
    return (
      <div className={styles['offer']} role="alert" data-passing>
        <p>{t(`app.backup.reason.${reason}`)}</p>
        <LinkButton to="/me#backup">{t('app.backup.open')}</LinkButton>
      </div>
    );
  }
  if (reading && hasAsked) {
    return (
      <div className={styles['offer']} role="status" data-passing>
        <p>{t(reading.isPersisted ? 'app.me.persisted' : 'app.me.persistRefused')}</p>
      </div>
    );
  }
  if (!reading || !isWaiting) return null;
  const danger = storageAdvice(reading).find((advice) => advice !== 'may-be-cleared');
  if (danger) {
    return (
      <div className={styles['offer']} role="alert" data-passing>
        <p>{t(`app.me.storageAdvice.${danger}`)}</p>
        {danger === 'cleared-after-a-week' && <HelpLink topic="install" />}
      </div>
    );
  }
  if (askedAt === undefined) return null;
  if (!shouldAskToPersist(reading, true, askedAt ?? undefined, new Date())) return null;
  const ask = async () => {
    await askToPersist();
    setAsked(true);
  };
  const later = () => database.keep('persistenceAskedAt', new Date().toISOString());
  return (
    <div className={styles['offer']} data-passing>
      <p>{t('app.me.storageAdvice.may-be-cleared')}</p>
      <div className={styles['buttons']}>
        <Button weight="quiet" onClick={() => void later()}>
          {t('app.me.persistLater')}
        </Button>
        <Button weight="secondary" onClick={() => void ask()}>
          {t('app.me.persist')}
        </Button>
      </div>
    </div>
  );
}
