import {
  DeviceDatabase,
  httpTransport,
  NoticeStore,
  type ReferenceChange,
  type ReferenceTrouble,
  refreshReference,
  refreshSession,
  Synchroniser,
  type SyncRunner,
  sendReferenceChange,
  startSyncRunner,
} from '../device/index.ts';

/** The one device this page runs on, wired to the real clock, randomness and network. */
const now = () => new Date();
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export const database = new DeviceDatabase();
export const store = new NoticeStore(database, {
  now,
  randomBytes,
  onDone: () => runner?.want('soon'),
});
const synchroniser = new Synchroniser(database, httpTransport(), { now });

let runner: SyncRunner | undefined;

/** Starts syncing by itself: now, after each edit, and whenever signal or the person returns. */
export function startSyncing(): void {
  if (runner) return;
  runner = startSyncRunner(async () => {
    await refreshSession(database, now());
    const state = await synchroniser.synchronise();
    if (!state.trouble) await refreshReference(database, now());
    return state;
  }, Math.random);
}

/** Syncs at once, because a person asked. */
export function syncNow(): void {
  runner?.want('now');
}

/** Changes what holds in the district; undefined when the server took it. */
export function changeReference(change: ReferenceChange): Promise<ReferenceTrouble | undefined> {
  return sendReferenceChange(database, change, now());
}
