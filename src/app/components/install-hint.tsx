import { useInstallWay } from '../hooks/use-install.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { askToInstall, turnInstallDown } from '../install-offer.ts';
import { Button, LinkButton } from './button.tsx';
import styles from './install-hint.module.css';

/** Offers to put the app on the home screen: by the browser where it asks, else with instructions. */
export default function InstallHint() {
  const { t } = useTranslation();
  const way = useInstallWay();
  return (
    <section className={styles['hint']} aria-labelledby="install" data-passing>
      <img src="/icon.svg" alt="" width="48" height="48" />
      <div>
        <h2 id="install">{t('app.install.title')}</h2>
        <p>{t('app.install.why')}</p>
      </div>
      <div className={styles['buttons']}>
        <Button weight="quiet" onClick={turnInstallDown}>
          {t('app.install.later')}
        </Button>
        {way === 'prompt' ? (
          <Button weight="secondary" onClick={() => void askToInstall()}>
            {t('app.install.go')}
          </Button>
        ) : (
          <LinkButton weight="secondary" to="/help/install">
            {t('app.install.how')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
