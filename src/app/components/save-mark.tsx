import type { SaveState } from '../hooks/use-draft.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWatched, type Watched } from '../watched.ts';
import { Icon } from './icon.tsx';
import { Pill } from './pill.tsx';
import styles from './save-mark.module.css';

/** Whether what was typed is durable on this phone. */
export function SaveMark({ of }: { of: Watched<SaveState> }) {
  const { t } = useTranslation();
  const state = useWatched(of);
  return (
    <span role="status" className={styles['mark']}>
      {state === 'saved' && (
        <Pill tone="ok" icon={<Icon name="check" isSmall />} label={t('app.edit.saved')} />
      )}
      {state === 'saving' && <Pill tone="plain" label={t('app.edit.saving')} />}
      {state === 'failed' && (
        <Pill tone="err" icon={<Icon name="alert" isSmall />} label={t('app.edit.failedShort')} />
      )}
    </span>
  );
}
