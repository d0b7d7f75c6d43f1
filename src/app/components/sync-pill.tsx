import { Link } from 'react-router';
import type { SyncState } from '../../device/index.ts';
import { useSyncState, useWaitingCount } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import { Pill } from './pill.tsx';
import styles from './sync-pill.module.css';

/** Whether what was done has reached the server, in words; leads to the page that explains it. */
export function SyncPill() {
  const state = useSyncState();
  const count = useWaitingCount();
  if (!state || count === undefined) return null;
  return (
    <Link to="/me#sending" className={styles['link']}>
      <span role="status">
        <SyncMark {...state} count={count} />
      </span>
    </Link>
  );
}

/** How far the work has come: what hinders it first, then what waits, then that all is sent. */
export function SyncMark({
  trouble,
  succeededAt,
  count,
}: Pick<SyncState, 'trouble' | 'succeededAt'> & { count: number }) {
  const { t } = useTranslation();
  switch (trouble) {
    case 'offline': {
      const label = count > 0 ? t('app.sync.offlineWaiting', { count }) : t('app.sync.offline');
      return <Pill tone="warn" icon={<Icon name="cloudOff" isSmall />} label={label} />;
    }
    case 'signed-out':
      return <Pill tone="err" label={t('app.sync.signedOut')} />;
    case 'update-needed':
      return <Pill tone="err" label={t('app.sync.updateNeeded')} />;
    case 'storage':
      return <Pill tone="err" label={t('app.sync.storage')} />;
    case 'server': {
      const label = count > 0 ? t('app.sync.serverWaiting', { count }) : t('app.sync.server');
      return <Pill tone="warn" label={label} />;
    }
    case undefined:
      break;
  }
  if (count > 0) return <Pill tone="warn" label={t('app.sync.waiting', { count })} />;
  if (succeededAt === undefined) return <Pill tone="plain" label={t('app.sync.first')} />;
  return <Pill tone="ok" icon={<Icon name="check" isSmall />} label={t('app.sync.saved')} />;
}
