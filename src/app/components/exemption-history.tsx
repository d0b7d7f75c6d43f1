import type { ExemptionStep } from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './exemption-history.module.css';
import { useExemptionYears } from './exemption-lines.tsx';

/** All that was ever said of an item, the last word first: nothing is deleted. */
export function ExemptionHistory({ steps }: { steps: readonly ExemptionStep[] }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const years = useExemptionYears();
  return (
    <details className={styles['history']}>
      <summary>{t('app.exemption.history')}</summary>
      <ul>
        {steps.toReversed().map((step) => {
          const { name, at } = step.by;
          return (
            <li key={at + step.kind}>
              {step.kind === 'end'
                ? t('app.exemption.ended', { name, when: moment(at) })
                : t('app.exemption.declared', {
                    name,
                    when: moment(at),
                    years: years(step),
                    reason: step.reason,
                  })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
