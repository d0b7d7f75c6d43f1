import { useTranslation } from '../hooks/use-translation.ts';
import styles from './deadline.module.css';

/** Stands wherever a day is shown that was counted over holidays not yet arranged. */
export function DeadlineProvisional() {
  const { t } = useTranslation();
  return <span className={styles['provisional']}>{t('app.deadline.provisional')}</span>;
}
