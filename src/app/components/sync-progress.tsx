import type { SyncProgress } from '../../device/index.ts';
import { useSyncProgress } from '../hooks/use-sync-progress.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './sync-progress.module.css';

/** A long sync with what is left of it; nothing once all has been told. */
export function SyncProgressBar() {
  const progress = useSyncProgress();
  if (!progress) return null;
  const { waiting, isMoreToCome } = progress;
  if (waiting === 0 && !isMoreToCome) return null;
  return (
    <div className={styles['progress']} role="status">
      {waiting > 0 ? <Sending {...progress} /> : <Taking {...progress} />}
    </div>
  );
}

function Sending({ sent, waiting }: SyncProgress) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('app.me.progress.sending', { sent, waiting })}</span>
      <Bar value={sent} max={sent + waiting} />
    </>
  );
}

function Taking({ taken, left }: SyncProgress) {
  const { t } = useTranslation();
  // how much is left is told from the second page on
  if (left === undefined) return <span>{t('app.me.progress.taking', { count: taken })}</span>;
  return (
    <>
      <span>{t('app.me.progress.takingOf', { taken, left })}</span>
      <Bar value={taken} max={taken + left} />
    </>
  );
}

function Bar({ value, max }: { value: number; max: number }) {
  const { t } = useTranslation();
  return (
    <progress aria-label={t('app.me.sync')} max={max} value={value} className={styles['bar']} />
  );
}
