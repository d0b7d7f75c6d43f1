import { useExactTime } from '../hooks/use-exact-time.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import type { VersionStory } from '../hooks/use-version-stories.ts';
import { Button } from './button.tsx';
import { DifferenceList } from './difference-list.tsx';
import { Pill } from './pill.tsx';
import styles from './version-card.module.css';

/** One version of a notice: who made it, when, on which device, and what it changed. */
export function VersionCard({
  story,
  revision,
  onBringBack,
}: {
  story: VersionStory;
  /** Of the revision that was published with it. */
  revision: number | undefined;
  /** Absent for what the notice holds now, and for whoever may not write. */
  onBringBack: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const exactTime = useExactTime();
  const { version: number, by, device } = story.version;
  return (
    <article className={styles['card']} aria-labelledby={`version-${number}`}>
      <header>
        <h2 id={`version-${number}`}>{t('app.history.version', { number })}</h2>
        {revision !== undefined && (
          <Pill tone="ok" label={t('app.history.published', { revision })} />
        )}
      </header>
      <p className={styles['who']}>
        {[by.name, exactTime(by.at), device].filter(Boolean).join(' · ')}
      </p>
      <WhatChanged story={story} />
      {onBringBack && (
        <Button weight="secondary" onClick={onBringBack}>
          {t('app.history.bringBack')}
        </Button>
      )}
    </article>
  );
}

function WhatChanged({ story }: { story: VersionStory }) {
  const { t } = useTranslation();
  const { differences, open, settled } = story;
  const wordsOf = (value: string | null) =>
    value === null ? t('app.conflict.deleted') : value || t('app.review.noValue');
  if (!differences) {
    const isFirst = story.version.version === 1;
    return <p>{t(isFirst ? 'app.history.first' : 'app.history.otherForm')}</p>;
  }
  if (differences.length + open.length + settled.length === 0) {
    return <p>{t('app.history.unchanged')}</p>;
  }
  return (
    <>
      {differences.length > 0 && <DifferenceList differences={differences} />}
      {settled.map(({ label, value }) => (
        <p key={label}>{t('app.history.settled', { label, value: wordsOf(value) })}</p>
      ))}
      {open.map(({ label, values }) => (
        <div key={label} className={styles['open']}>
          <p>{t('app.history.open', { label })}</p>
          <ul>
            {values.map(({ name, value }) => (
              <li key={JSON.stringify([name, value])}>
                {t('app.history.filledBy', { name, value: wordsOf(value) })}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
