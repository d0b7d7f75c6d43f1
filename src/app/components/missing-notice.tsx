import { useTranslation } from '../hooks/use-translation.ts';
import styles from './message.module.css';
import { Page } from './page.tsx';

/** What an address leads to whose notice this phone does not hold. */
export function MissingNotice() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.name')} back="/">
      <div className={styles['message']}>
        <p className={styles['strong']}>{t('app.notice.missing')}</p>
        <p>{t('app.notice.missingHint')}</p>
      </div>
    </Page>
  );
}
