import type { ObjectionStep } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './objection-card.module.css';

/** What was done about an objection, in order, with who did it. */
export function ObjectionSteps({ steps }: { steps: readonly ObjectionStep[] }) {
  const { t } = useTranslation();
  return steps.map((step) => {
    const name = step.by.name;
    const said = 'text' in step ? step.text : step.reason;
    return (
      <div key={`${step.kind} ${step.by.at} ${said}`} className={styles['step']}>
        <p className={styles['small']}>
          {step.kind === 'answer' && t('app.objection.answeredBy', { name })}
          {step.kind === 'escalate' && t('app.objection.escalatedBy', { name })}
          {step.kind === 'show' && t('app.objection.shownBy', { name })}
          {step.kind === 'hide' && t('app.objection.hiddenBy', { name })}
        </p>
        <p className={styles['said']}>{said}</p>
        {step.kind === 'answer' && step.ledTo !== undefined && (
          <p className={styles['small']}>{t('app.objection.ledTo', { revision: step.ledTo })}</p>
        )}
      </div>
    );
  });
}
