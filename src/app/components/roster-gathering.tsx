import { useState } from 'react';
import { gatherRoster } from '../../device/index.ts';
import type { RosterCells, VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';
import { updateRoster } from '../hooks/use-roster.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './roster-note.module.css';

/** Fills the roster from the notices that this phone has, after saying how many households that is. */
export function RosterGathering({ village }: { village: VillageCode }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<readonly RosterCells[]>();
  const [state, setState] = useState<'idle' | 'working' | 'added' | 'failed'>('idle');
  const whileWorking = async (work: () => Promise<'idle' | 'added'>) => {
    setState('working');
    try {
      setState(await work());
    } catch {
      // the phone is full or its storage broken: nothing was added
      setState('failed');
    }
  };
  const look = () =>
    whileWorking(async () => {
      setFound(await gatherRoster(database, village));
      return 'idle';
    });
  const add = (households: readonly RosterCells[]) =>
    whileWorking(async () => {
      await updateRoster(
        village,
        households.map((cells) => ({ cells })),
      );
      return 'added';
    });
  const count = found?.length ?? 0;
  if (state === 'added') {
    return (
      <p className={styles['note']} role="status">
        {t('app.choose.gathered', { count })}
      </p>
    );
  }
  return (
    <div className={styles['note']}>
      <p role="status">
        {found ? t('app.choose.gatherFound', { count }) : t('app.choose.gatherHint')}
      </p>
      {state === 'failed' && <p role="alert">{t('app.edit.failed')}</p>}
      {found && count > 0 && (
        <Button disabled={state === 'working'} onClick={() => void add(found)}>
          {t('app.choose.gatherAdd', { count })}
        </Button>
      )}
      {!found && (
        <Button weight="secondary" disabled={state === 'working'} onClick={() => void look()}>
          {state === 'working' ? t('app.choose.gathering') : t('app.choose.gather')}
        </Button>
      )}
    </div>
  );
}
