import type { NoticeCode, NoticeContent, VillageCode } from '../notice/index.ts';
import type { DeviceDatabase, StoredNotice } from './database.ts';
import type { DraftHistory } from './draft-history.ts';
import type { NoticeStore } from './notice-store.ts';
import { forgetAhead } from './typed-ahead.ts';

/** Where what is typed goes. */
export interface Drafting {
  readonly store: NoticeStore;
  readonly history: DraftHistory;
}

/**
 * Saves what was typed (`NoticeStore.save`) with the way back to `before`, and lets go of what was
 * kept of it ahead under `ahead`: all of it is durable when the promise resolves, or nothing. One
 * transaction waits for the disk once.
 */
export function saveTyped(
  database: DeviceDatabase,
  { store, history }: Drafting,
  { village, code }: { readonly village: VillageCode; readonly code: NoticeCode },
  { before, after }: { readonly before: NoticeContent; readonly after: NoticeContent },
  ahead: string,
): Promise<StoredNotice> {
  const tables = [...database.workTables(), database.undoSteps];
  return database.transaction('rw', tables, async () => {
    const stored = await store.save(village, code, after, before);
    await history.record(village, code, before, after);
    await forgetAhead(database, ahead);
    return stored;
  });
}

/**
 * Saves what taking a step back, or doing it again, made: no new step, and what had been kept ahead
 * is in it.
 */
export function saveStep(
  database: DeviceDatabase,
  store: NoticeStore,
  { village, code }: { readonly village: VillageCode; readonly code: NoticeCode },
  { before, after }: { readonly before: NoticeContent; readonly after: NoticeContent },
  ahead: string,
): Promise<StoredNotice> {
  return database.transaction('rw', database.workTables(), async () => {
    const stored = await store.save(village, code, after, before);
    await forgetAhead(database, ahead);
    return stored;
  });
}
