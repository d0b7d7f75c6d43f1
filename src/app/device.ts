import { liveQuery } from 'dexie';
import {
  askForBackgroundSync,
  completeSummaries,
  connectionOf,
  DraftHistory,
  declareExemption,
  followVillage,
  handleObjection,
  httpTransport,
  letGoOfOthers,
  markForgottenSummaries,
  mayUpload,
  type NoticeKey,
  NoticeStore,
  type ReferenceChange,
  type ReferenceTrouble,
  refreshReference,
  refreshSession,
  removeRecordingsAgain,
  Synchroniser,
  type SyncRunner,
  sendPhotographs,
  sendRecordings,
  sendReferenceChange,
  startSyncRunner,
  takeUpAhead,
  waitingWork,
  wholeSummaries,
} from '../device/index.ts';
import type { ExemptionAction, ObjectionAction, VillageCode } from '../notice/index.ts';
import { database, sumUpBy } from './database.ts';
import { tellSyncProgress } from './hooks/use-sync-progress.ts';

/** The one device this page works on, wired to the real clock, randomness and network. */
const now = () => new Date();
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
export const surroundings = { now, randomBytes };

sumUpBy(wholeSummaries);

export { database };
export const history = new DraftHistory(database, now);
export const store = new NoticeStore(database, {
  now,
  randomBytes,
  onDone: () => runner?.want('soon'),
});
const synchroniser = new Synchroniser(database, httpTransport(), {
  now,
  onProgress: tellSyncProgress,
});

let runner: SyncRunner | undefined;
let takenUp: Promise<readonly NoticeKey[]> | undefined;

/** Saves what pages that died had yet to save, once in a page's life; gives the notices it was of. */
export function takeUpOnce(): Promise<readonly NoticeKey[]> {
  takenUp ??= takeUpAhead(database, { store, history }).catch((error) => {
    reportError(error);
    return [];
  });
  return takenUp;
}

/** Starts syncing by itself: now, after each edit, and whenever signal or the person returns. */
export function startSyncing(): void {
  if (runner) return;
  completeWorkersSummaries();
  sendOnWifi();
  markForgottenSummaries(database).catch(reportError);
  let isFirst = true;
  runner = startSyncRunner(async () => {
    await takeUpOnce();
    await refreshSession(database, now());
    await letGoOfOthers(database);
    const state = await synchroniser.synchronise().finally(() => tellSyncProgress(undefined));
    if (state.trouble === 'offline') void wakeWorkerLater();
    if (!state.trouble) {
      // whoever opens the app anew wants what holds now
      await refreshReference(database, now(), isFirst ? 'now' : 'when due');
      if (isFirst) void removeRecordingsAgain(database, now()).catch(reportError);
      isFirst = false;
      sendWaitingPhotographs();
      sendWaitingRecordings();
    }
    return state;
  }, Math.random);
}

/** Does something about an objection, or writes a new one down; returns why it cannot be done. */
export async function actOnObjection(
  place: Parameters<typeof handleObjection>[1],
  action: ObjectionAction,
): Promise<string | undefined> {
  const refusal = await handleObjection(database, place, action, { now, randomBytes });
  if (!refusal) runner?.want('soon');
  return refusal;
}

/** Says that an item does not apply to a village, or does again; returns why it cannot be done. */
export async function declareItemExempt(
  place: Parameters<typeof declareExemption>[1],
  action: ExemptionAction,
): Promise<string | undefined> {
  const refusal = await declareExemption(database, place, action, { now, randomBytes });
  if (!refusal) runner?.want('soon');
  return refusal;
}

/** What waits is sent by the worker when there is signal, should no page be open by then. */
async function wakeWorkerLater(): Promise<void> {
  if (!('serviceWorker' in navigator) || (await waitingWork(database)).steps === 0) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration) await askForBackgroundSync(registration);
}

/** Completes what the worker wrote without templates, now and whenever it has. */
function completeWorkersSummaries(): void {
  liveQuery(() => database.summaries.where('rough').equals(1).count()).subscribe((rough) => {
    if (rough > 0) void completeSummaries(database);
  });
}

/** Syncs at once, because a person asked. */
export function syncNow(): void {
  runner?.want('now');
}

/** Has a village's notices fetched at once where this phone does not hold them yet. */
export async function followVillageNow(village: VillageCode): Promise<void> {
  if (await followVillage(database, village)) syncNow();
}

/**
 * Sends photographs that wait, beside everything else: a large one holds no edit up. Where the person
 * said so they wait for Wi-Fi.
 */
export function sendWaitingPhotographs(): void {
  whereItMay(() => sendPhotographs(database, now().toISOString()));
}

/** Sends recordings that wait, beside everything else, too. */
export function sendWaitingRecordings(): void {
  whereItMay(() => sendRecordings(database, now()));
}

/** Sends photographs and recordings by whatever link there is, because a person asked. */
export function sendWaitingNow(): void {
  sendPhotographs(database, now().toISOString()).catch(reportError);
  sendRecordings(database, now()).catch(reportError);
}

function whereItMay(send: () => Promise<void>): void {
  mayUpload(database)
    .then((may) => (may ? send() : undefined))
    .catch(reportError);
}

/** Whoever comes home to Wi-Fi need not touch the phone. */
function sendOnWifi(): void {
  connectionOf(navigator)?.addEventListener?.('change', () => {
    sendWaitingPhotographs();
    sendWaitingRecordings();
  });
}

/** Changes what holds in the district; undefined when the server took it. */
export function changeReference(change: ReferenceChange): Promise<ReferenceTrouble | undefined> {
  return sendReferenceChange(database, change, now());
}
