import { useTranslation } from 'react-i18next';
import { type Finding, rules } from '../../privacy/index.ts';
import { Button } from './button.tsx';
import styles from './finding-notes.module.css';

/** What in a field may not hang on a wall, each with the tap that masks it and the reason why. */
export function FindingNotes({
  findings,
  onMask,
  onAllow,
}: {
  findings: readonly Finding[];
  onMask: (findings: readonly Finding[]) => void;
  /** For numbers of offices and leaders, which a person says once may be shown. */
  onAllow?: ((text: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  return findings.map((finding) => {
    const isAsked = finding.remedy === 'confirm';
    const kind = t(`app.finding.${finding.kind}`);
    if (isAsked && !onAllow) return null;
    return (
      <div key={`${finding.kind} ${finding.start}`} className={styles['note']}>
        <p className={isAsked ? styles['question'] : styles['wrong']}>
          {isAsked
            ? t('app.edit.confirmNumber', { text: finding.text })
            : t('app.edit.found', { kind, text: finding.text })}
        </p>
        <div className={styles['buttons']}>
          {isAsked && (
            <Button weight="secondary" onClick={() => onAllow?.(finding.text)}>
              {t('app.edit.allow')}
            </Button>
          )}
          <Button weight="secondary" onClick={() => onMask([finding])}>
            {t('app.edit.mask')}
          </Button>
        </div>
        {!isAsked && <Reason finding={finding} />}
      </div>
    );
  });
}

function Reason({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { title, place } = rules[finding.rule];
  return (
    <details className={styles['why']}>
      <summary>{t('app.edit.why')}</summary>
      <p>{t(`app.rule.${finding.rule}`)}</p>
      <p>{t('app.edit.ruleSource', { title, place })}</p>
    </details>
  );
}
