import type { ReactNode } from 'react';
import { type Finding, isSameNumber, rules } from '../../privacy/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './finding-notes.module.css';
import { Icon } from './icon.tsx';

/** Numbers of offices and leaders, which a person says once may be shown. */
export interface Confirming {
  /** Those that are durably remembered on this phone. */
  readonly confirmed: readonly string[];
  readonly confirm: (text: string) => void;
}

interface FindingNotesProps {
  readonly findings: readonly Finding[];
  readonly onMask: (findings: readonly Finding[]) => void;
  /** Where half a number is none, as in a telephone's field: empties it, in place of masking. */
  readonly onEmpty?: (() => void) | undefined;
  readonly confirming?: Confirming | undefined;
}

/** What in a field may not hang on a wall, each with the tap that masks or empties it and the reason why. */
export function FindingNotes({ findings, onMask, onEmpty, confirming }: FindingNotesProps) {
  const { t } = useTranslation();
  return findings.map((finding) => {
    const key = `${finding.kind} ${finding.start}`;
    const mask = (
      <Button weight="secondary" onClick={onEmpty ?? (() => onMask([finding]))}>
        {t(onEmpty ? 'app.edit.empty' : 'app.edit.mask')}
      </Button>
    );
    if (finding.remedy === 'confirm') {
      return (
        confirming && (
          <Contact key={key} text={finding.text} confirming={confirming}>
            {mask}
          </Contact>
        )
      );
    }
    const kind = t(`app.finding.${finding.kind}`);
    return (
      <div key={key} className={styles['note']}>
        <p className={styles['wrong']}>{t('app.edit.found', { kind, text: finding.text })}</p>
        <div className={styles['buttons']}>{mask}</div>
        <Reason finding={finding} />
      </div>
    );
  });
}

/** The question whether a number may be shown, and once the answer is kept on the phone, that it is. */
function Contact({
  text,
  confirming: { confirmed, confirm },
  children: mask,
}: {
  text: string;
  confirming: Confirming;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  if (confirmed.some((one) => isSameNumber(one, text))) {
    return (
      <p className={styles['confirmed']} role="status">
        <Icon name="check" isSmall />
        {t('app.edit.confirmed', { text })}
      </p>
    );
  }
  return (
    <div className={styles['note']}>
      <p className={styles['question']}>{t('app.edit.confirmNumber', { text })}</p>
      <div className={styles['buttons']}>
        <Button weight="secondary" onClick={() => confirm(text)}>
          {t('app.edit.allow')}
        </Button>
        {mask}
      </div>
    </div>
  );
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
