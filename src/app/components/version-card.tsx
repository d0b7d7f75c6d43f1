import { useTranslation } from 'react-i18next';
import type { Difference } from '../../notice/index.ts';
import type { KeptVersion } from '../../protocol/index.ts';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { Button } from './button.tsx';
import { DifferenceList } from './difference-list.tsx';
import { Pill } from './pill.tsx';
import styles from './version-card.module.css';

/** One version of a notice: who made it, when, on which device, and what it changed. */
export function VersionCard({
  version,
  differences,
  revision,
  onBringBack,
}: {
  version: KeptVersion;
  /** To the version before; absent for the first. */
  differences: readonly Difference[] | undefined;
  /** Of the revision that was published with it. */
  revision: number | undefined;
  /** Absent for what the notice holds now, and for whoever may not write. */
  onBringBack: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const exactTime = useExactTime();
  const { by, device, conflicts } = version;
  return (
    <article className={styles['card']} aria-labelledby={`version-${version.version}`}>
      <header>
        <h2 id={`version-${version.version}`}>
          {t('app.history.version', { number: version.version })}
        </h2>
        {revision !== undefined && (
          <Pill tone="ok" label={t('app.history.published', { revision })} />
        )}
      </header>
      <p className={styles['who']}>
        {[by.name, exactTime(by.at), device].filter(Boolean).join(' · ')}
      </p>
      {differences ? <DifferenceList differences={differences} /> : <p>{t('app.history.first')}</p>}
      {conflicts.length > 0 && (
        <p className={styles['conflicts']}>
          {t('app.history.conflicts', { count: conflicts.length })}
        </p>
      )}
      {onBringBack && (
        <Button weight="secondary" onClick={onBringBack}>
          {t('app.history.bringBack')}
        </Button>
      )}
    </article>
  );
}
