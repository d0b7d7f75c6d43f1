import { useState } from 'react';
import { storageAdvice } from '../../device/index.ts';
import { useStorage } from '../hooks/use-storage.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from '../pages/me-page.module.css';
import { Button } from './button.tsx';

/** With so many bytes free nobody needs to know how many there are: years of notices fit. */
const PLENTY = 1e9;

/** How much room there is, whether what is here will stay, and what to do where it may not. */
export function StorageReport() {
  const { t, i18n } = useTranslation();
  const { reading, askToPersist } = useStorage();
  const [hasAsked, setAsked] = useState(false);
  if (!reading) return null;
  const size = (bytes: number) => {
    const [unit, name] = bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
    const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
    return `${format.format(bytes / unit)} ${name}`;
  };
  const free = Math.max(0, reading.quota - reading.usage);
  const room = () => {
    if (reading.hasRoomForADay === false) return t('app.me.noRoom');
    return free > PLENTY ? t('app.me.room') : t('app.me.roomLeft', { free: size(free) });
  };
  const ask = async () => {
    await askToPersist();
    setAsked(true);
  };
  return (
    <section className={styles['card']} aria-labelledby="storage">
      <h2 id="storage">{t('app.me.storage')}</h2>
      <p>
        {t('app.me.stored', { used: size(reading.usage) })}
        {room()}
      </p>
      {storageAdvice(reading).map((advice) => (
        <p
          key={advice}
          className={advice === 'may-be-cleared' ? styles['hint'] : styles['warning']}
        >
          {t(`app.me.storageAdvice.${advice}`)}
        </p>
      ))}
      {reading.isPersisted ? (
        <p className={styles['hint']}>{t('app.me.persisted')}</p>
      ) : (
        <Button weight="secondary" onClick={() => void ask()}>
          {t('app.me.persist')}
        </Button>
      )}
      {hasAsked && !reading.isPersisted && (
        <p className={styles['hint']} role="status">
          {t('app.me.persistRefused')}
        </p>
      )}
    </section>
  );
}
