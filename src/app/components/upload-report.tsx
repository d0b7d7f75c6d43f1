import { useState } from 'react';
import { database, sendWaitingNow } from '../device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useIsUnmetered, useWaitsForWifi } from '../hooks/use-upload-link.ts';
import { useWaitingWork } from '../hooks/use-waiting-work.ts';
import styles from '../pages/me-page.module.css';
import { Button } from './button.tsx';

/** Photographs and recordings that wait, whether they wait for Wi-Fi, and a way to send them now. */
export function UploadReport() {
  const { t } = useTranslation();
  const work = useWaitingWork();
  const waits = useWaitsForWifi();
  const isUnmetered = useIsUnmetered();
  /** What was just ticked or unticked, shown before it is stored. */
  const [wanted, setWanted] = useState<boolean>();
  const choose = async (waitsForWifi: boolean) => {
    setWanted(waitsForWifi);
    try {
      await database.keep('waitsForWifi', waitsForWifi);
    } catch {
      // the phone is full: it shows what still holds
      setWanted(undefined);
    }
  };
  if (waits === undefined || !work) return null;
  const { photographs, recordings } = work;
  const count = photographs + recordings;
  const isHeld = waits && isUnmetered !== true;
  return (
    <>
      {count > 0 && (
        <p role="status">
          {isHeld
            ? t('app.me.upload.waitForWifi', { count })
            : t('app.me.upload.waiting', { count })}
        </p>
      )}
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={wanted ?? waits}
          onChange={(event) => void choose(event.target.checked)}
        />
        {t('app.me.upload.setting')}
      </label>
      {waits && isUnmetered === undefined && (
        <p className={styles['hint']}>{t('app.me.upload.cannotTell')}</p>
      )}
      {isHeld && count > 0 && (
        <Button weight="secondary" onClick={sendWaitingNow}>
          {t('app.me.upload.now')}
        </Button>
      )}
    </>
  );
}
