import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSyncState } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { isUpdateWaiting, lookForUpdate, subscribeToUpdate, takeUpdate } from '../update.ts';
import { Button } from './button.tsx';
import styles from './update-bar.module.css';

/** Asks before a new version takes over; never on a page where something is typed. */
export function UpdateBar({ isEditing }: { isEditing: boolean }) {
  const { t } = useTranslation();
  const isWaiting = useSyncExternalStore(subscribeToUpdate, isUpdateWaiting);
  const isTooOld = useSyncState()?.trouble === 'update-needed';
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    if (isTooOld) lookForUpdate();
  }, [isTooOld]);
  if (!isWaiting || isLater || isEditing) return null;
  return (
    <div className={styles['bar']} role="status" data-passing>
      <span>{t('app.update.ready')}</span>
      <Button weight="quiet" onClick={() => setIsLater(true)}>
        {t('app.update.later')}
      </Button>
      <Button onClick={takeUpdate}>{t('app.update.now')}</Button>
    </div>
  );
}
