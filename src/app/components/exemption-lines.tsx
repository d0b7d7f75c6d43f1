import type { Declaration } from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './exemption-lines.module.css';

/** Why an item does not apply to a village, for which years, and who said so. */
export function ExemptionLines({ declared }: { declared: Declaration }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const years = useExemptionYears();
  const { reason, by } = declared;
  return (
    <div className={styles['lines']}>
      <p className={styles['reason']}>{reason}</p>
      <p className={styles['who']}>
        {t('app.exemption.said', { years: years(declared), name: by.name, when: moment(by.at) })}
      </p>
    </div>
  );
}

/** 2026年; 2026年至2028年 */
export function useExemptionYears(): (period: Pick<Declaration, 'fromYear' | 'toYear'>) => string {
  const { t } = useTranslation();
  return ({ fromYear, toYear }) =>
    fromYear === toYear
      ? t('app.exemption.oneYear', { year: fromYear })
      : t('app.exemption.years', { from: fromYear, to: toYear });
}
