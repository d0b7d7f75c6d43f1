import styles from '../components/message.module.css';
import { useTranslation } from '../hooks/use-translation.ts';

/** What a phone shows that nobody has enrolled. */
export function WelcomePage() {
  const { t } = useTranslation();
  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{t('app.welcome.title')}</h1>
      <p>{t('app.welcome.text')}</p>
      <p className={styles['strong']}>{t('app.welcome.how')}</p>
    </main>
  );
}
