import { Link } from 'react-router';
import { useSyncState, useWaitingCount } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import { Pill } from './pill.tsx';
import styles from './sync-pill.module.css';

/** Whether what was done has reached the server, in words; leads to the page that explains it. */
export function SyncPill() {
  const { t } = useTranslation();
  const state = useSyncState();
  const count = useWaitingCount();
  if (!state || count === undefined) return null;

  if (state.trouble === 'offline') {
    const label = count > 0 ? t('app.sync.offlineWaiting', { count }) : t('app.sync.offline');
    return frame(<Pill tone="warn" icon={<Icon name="cloudOff" isSmall />} label={label} />);
  }
  if (state.trouble === 'signed-out')
    return frame(<Pill tone="err" label={t('app.sync.signedOut')} />);
  if (state.trouble === 'update-needed') {
    return frame(<Pill tone="err" label={t('app.sync.updateNeeded')} />);
  }
  if (state.trouble === 'storage') return frame(<Pill tone="err" label={t('app.sync.storage')} />);
  if (count > 0) return frame(<Pill tone="warn" label={t('app.sync.waiting', { count })} />);
  if (state.trouble === 'server') return frame(<Pill tone="warn" label={t('app.sync.server')} />);
  return frame(<Pill tone="ok" icon={<Icon name="check" isSmall />} label={t('app.sync.saved')} />);
}

function frame(pill: React.ReactNode) {
  return (
    <Link to="/me" className={styles['link']}>
      <span role="status">{pill}</span>
    </Link>
  );
}
