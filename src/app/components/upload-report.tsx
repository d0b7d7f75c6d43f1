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
          checked={waits}
          onChange={(event) => void database.keep('waitsForWifi', event.target.checked)}
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
