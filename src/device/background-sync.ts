import type { SyncState } from './database.ts';
import { asOnlySyncer, type Locks } from './one-syncer.ts';

/**
 * Background Sync: where the browser has it, the service worker sends what waits as soon as there is
 * signal, even when no page is open any more.
 */

/** The browser keeps one request of this name, however often it is made. */
export const BACKGROUND_SYNC_TAG = 'village-noticeboard-sync';

/** The part of a service worker registration that not every browser has. */
interface Registration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/**
 * Asks the browser to wake the worker when there is signal; false where it cannot or the person has
 * forbidden it, so that all depends on the page. To be called when work waits and a sync has failed.
 */
export async function askForBackgroundSync(registration: object): Promise<boolean> {
  const { sync } = registration as Registration; // unknown to TypeScript's library, a standard draft
  if (!sync) return false;
  try {
    await sync.register(BACKGROUND_SYNC_TAG);
    return true;
  } catch {
    // the browser's way to say no
    return false;
  }
}

/**
 * What the worker does when it is woken. Rejects when it is worth waking again, as the browser then
 * does after a while; a page that is syncing already, or trouble that no waiting cures, is an end.
 */
export async function syncInBackground(
  synchronise: () => Promise<SyncState>,
  locks?: Locks,
): Promise<void> {
  const state = await asOnlySyncer(synchronise, false, locks);
  if (state?.trouble === 'offline' || state?.trouble === 'server') {
    throw new Error(`background sync: ${state.trouble}`);
  }
}
