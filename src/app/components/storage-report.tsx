import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/me-page.module.css';
import { Button } from './button.tsx';

interface Storage {
  readonly used: number;
  readonly quota: number;
  readonly isPersisted: boolean;
}

/** How much room there is, and whether the browser has promised to keep what is here. */
export function StorageReport() {
  const { t, i18n } = useTranslation();
  const [storage, setStorage] = useState<Storage>();
  useEffect(() => void readStorage().then(setStorage), []);
  if (!storage) return null;
  const ask = async () => {
    await navigator.storage.persist();
    setStorage(await readStorage());
  };
  const size = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return (
    <section className={styles['card']} aria-labelledby="storage">
      <h2 id="storage">{t('app.me.storage')}</h2>
      <p>
        {t('app.me.stored', {
          used: `${size(storage.used)} MB`,
          quota: `${size(storage.quota)} MB`,
        })}
      </p>
      <p className={styles['hint']}>
        {storage.isPersisted ? t('app.me.persisted') : t('app.me.notPersisted')}
      </p>
      {!storage.isPersisted && (
        <Button weight="secondary" onClick={() => void ask()}>
          {t('app.me.persist')}
        </Button>
      )}
    </section>
  );
}

/** Undefined where the browser does not tell (an address without https). */
async function readStorage(): Promise<Storage | undefined> {
  if (!navigator.storage?.estimate) return undefined;
  const [estimate, isPersisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { used: estimate.usage ?? 0, quota: estimate.quota ?? 0, isPersisted };
}
