import { useSyncExternalStore } from 'react';
import type { SyncProgress } from '../../device/index.ts';

let progress: SyncProgress | undefined;
const watchers = new Set<() => void>();

/** Says how far the sync that runs in this page has come; undefined once it has ended. */
export function tellSyncProgress(next: SyncProgress | undefined): void {
  progress = next;
  for (const watcher of watchers) watcher();
}

/** How far the sync that runs in this page has come; undefined while none does. */
export function useSyncProgress(): SyncProgress | undefined {
  return useSyncExternalStore(watch, () => progress);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
