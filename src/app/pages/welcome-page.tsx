import { Suspense } from 'react';
import { LinkButton } from '../components/button.tsx';
import styles from '../components/message.module.css';
import { useInstallWay } from '../hooks/use-install.ts';
import { useLostStore } from '../hooks/use-lost-store.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { whenNeeded } from '../when-needed.ts';

const LostStorePage = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.LostStorePage,
);
const InstallWechat = whenNeeded(
  () => import('../rooms/people.ts'),
  (room) => room.InstallWechat,
);

/** What a phone shows that nobody has enrolled, or that has lost the knowledge of it. */
export function WelcomePage() {
  const isLost = useLostStore();
  if (isLost === undefined) return null;
  return isLost ? <LostStorePage /> : <Newcomer />;
}

function Newcomer() {
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
