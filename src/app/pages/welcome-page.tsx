import { Suspense } from 'react';
import { LinkButton } from '../components/button.tsx';
import styles from '../components/message.module.css';
import { useInstallWay } from '../hooks/use-install.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { whenNeeded } from '../when-needed.ts';

const InstallWechat = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.InstallWechat,
);

/** What a phone shows that nobody has enrolled. */
export function WelcomePage() {
  const { t } = useTranslation();
  const way = useInstallWay();
  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{t('app.welcome.title')}</h1>
      <p>{t('app.welcome.text')}</p>
      {way === 'wechat' && (
        <Suspense>
          <InstallWechat />
        </Suspense>
      )}
      <p className={styles['strong']}>{t('app.welcome.how')}</p>
      <LinkButton weight="secondary" to="/help">
        {t('app.help.open')}
      </LinkButton>
    </main>
  );
}
