import { Button } from '../components/button.tsx';
import styles from '../components/message.module.css';
import { useTranslation } from '../hooks/use-translation.ts';

/** What a phone shows whose database cannot be opened: all is still there, and what to do. */
export function ClosedStorePage() {
  const { t } = useTranslation();
  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{t('app.closed.title')}</h1>
      <p className={styles['strong']}>{t('app.closed.safe')}</p>
      <p>{t('app.closed.windows')}</p>
      <p>{t('app.closed.restart')}</p>
      <Button onClick={() => window.location.reload()}>{t('app.closed.again')}</Button>
    </main>
  );
}
