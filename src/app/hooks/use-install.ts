import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import { database } from '../database.ts';
import { installWay, isInstallTurnedDown, subscribeToInstall } from '../install-offer.ts';
import type { InstallWay } from '../install-way.ts';

export function useInstallWay(): InstallWay {
  return useSyncExternalStore(subscribeToInstall, installWay);
}

/** Whether now is the moment: somebody has done work here, and has not said no. */
export function useInstallMoment(): boolean {
  const way = useInstallWay();
  const isTurnedDown = useSyncExternalStore(subscribeToInstall, isInstallTurnedDown);
  const hasWorked = useLiveQuery(async () => {
    // not counted: that would pass over all of them
    const steps = await Promise.all([
      database.outbox.limit(1).primaryKeys(),
      database.sent.limit(1).primaryKeys(),
    ]);
    return steps.flat().length > 0;
  }, []);
  if (isTurnedDown || !hasWorked) return false;
  return way === 'prompt' || way === 'iphone' || way === 'menu';
}
