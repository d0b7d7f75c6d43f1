import { useParams } from 'react-router';
import { readKey, useSyncState } from '../hooks/use-device.ts';
import { useFollowing } from '../hooks/use-following.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './message.module.css';
import { Page } from './page.tsx';

/** What an address leads to whose notice this phone does not hold, or does not hold yet. */
export function MissingNotice() {
  const { t } = useTranslation();
  const isComing = useFollowing(readKey(useParams()).village);
  const isCut = useSyncState()?.trouble === 'offline';
  if (isComing) {
    return (
      <Page title={t('app.name')} back="/">
        <p className={styles['message']} role="status">
          {t(isCut ? 'app.notice.notHereYet' : 'app.notice.fetching')}
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('app.name')} back="/">
      <div className={`${styles['message']} ${styles['inside']}`}>
        <p className={styles['strong']}>{t('app.notice.missing')}</p>
        <p>{t('app.notice.missingHint')}</p>
      </div>
    </Page>
  );
}
