import { useMoment } from '../hooks/use-moment.ts';
import type { SupervisionReading } from '../hooks/use-supervision.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './supervision-as-of.module.css';

/** From when the figures below are, and what to do where newer ones could not be had. */
export function SupervisionAsOf({ reading }: { reading: SupervisionReading }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { readAt, isReading, trouble, readAgain } = reading;
  if (trouble) {
    return (
      <div className={styles['trouble']} role="alert">
        <p>{t(`app.supervision.${trouble}`)}</p>
        {readAt && <p>{t('app.supervision.lastSeen', { when: moment(readAt) })}</p>}
        <Button weight="secondary" onClick={readAgain}>
          {t('app.supervision.again')}
        </Button>
      </div>
    );
  }
  return (
    <p className={styles['asOf']} role="status">
      {isReading
        ? t('app.supervision.reading')
        : t('app.supervision.asOf', { when: moment(readAt) })}
    </p>
  );
}
