import { useSyncExternalStore } from 'react';
import type { SyncProgress } from '../../device/index.ts';
import { openProgressChannel } from '../../device/progress-channel.ts';

let progress: SyncProgress | undefined;
const watchers = new Set<() => void>();

const channel = openProgressChannel((next) => {
  progress = next;
  for (const watcher of watchers) watcher();
});

/** Says how far the sync that runs in this page has come, to every page; undefined once it has ended. */
export function tellSyncProgress(next: SyncProgress | undefined): void {
  channel.tell(next);
}

/** How far the sync has come that runs in this page, another or the worker; undefined while none does. */
export function useSyncProgress(): SyncProgress | undefined {
  return useSyncExternalStore(watch, () => progress);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
