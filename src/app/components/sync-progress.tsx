import { useSyncProgress } from '../hooks/use-sync-progress.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './sync-progress.module.css';

/** A long sync with what is left of it; nothing once all has been told. */
export function SyncProgressBar() {
  const { t } = useTranslation();
  const progress = useSyncProgress();
  if (!progress) return null;
  const { sent, taken, waiting, isMoreToCome } = progress;
  if (waiting === 0 && !isMoreToCome) return null;
  return (
    <div className={styles['progress']} role="status">
      {waiting > 0 ? (
        <>
          <span>{t('app.me.progress.sending', { sent, waiting })}</span>
          <progress
            aria-label={t('app.me.sync')}
            max={sent + waiting}
            value={sent}
            className={styles['bar']}
          />
        </>
      ) : (
        <span>{t('app.me.progress.taking', { count: taken })}</span>
      )}
    </div>
  );
}
