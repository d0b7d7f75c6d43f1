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
    const steps = await Promise.all([
      database.outbox.limit(1).count(),
      database.sent.limit(1).count(),
    ]);
    return steps.some((count) => count > 0);
  }, []);
  if (isTurnedDown || !hasWorked) return false;
  return way === 'prompt' || way === 'iphone' || way === 'menu';
}
