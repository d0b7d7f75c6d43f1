import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import { connectionOf, isUnmetered } from '../../device/upload-link.ts';
import { database } from '../database.ts';

/** Whether photographs and recordings wait for Wi-Fi here; undefined while it is not read. */
export function useWaitsForWifi(): boolean | undefined {
  return useLiveQuery(async () => (await database.read('waitsForWifi')) ?? false, []);
}

/** Whether the link is Wi-Fi or a cable, as it changes; undefined where the browser does not tell. */
export function useIsUnmetered(): boolean | undefined {
  return useSyncExternalStore(watch, () => isUnmetered(connectionOf(navigator)));
}

function watch(watcher: () => void): () => void {
  const connection = connectionOf(navigator);
  connection?.addEventListener?.('change', watcher);
  return () => connection?.removeEventListener?.('change', watcher);
}
