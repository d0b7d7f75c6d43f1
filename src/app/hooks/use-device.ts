import { useLiveQuery } from 'dexie-react-hooks';
import type { NoticeSummary, StoredNotice, SyncState } from '../../device/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { readNoticeCode, readVillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database } from '../device.ts';

/** Live reads of the device store. `undefined` means not read yet, `null` that there is none. */

export function useSession(): Session | null | undefined {
  return useLiveQuery(async () => (await database.read('session')) ?? null, []);
}

export function useVillage(): VillageCode | null | undefined {
  return useLiveQuery(async () => (await database.read('village')) ?? null, []);
}

export function useSyncState(): SyncState | undefined {
  return useLiveQuery(async () => (await database.read('sync')) ?? {}, []);
}

export function useWaitingCount(): number | undefined {
  return useLiveQuery(() => database.outbox.count(), []);
}

/** The village's notices, the one touched last first. */
export function useSummaries(village: VillageCode | undefined): NoticeSummary[] | undefined {
  return useLiveQuery(async () => {
    if (!village) return [];
    return database.summaries
      .where('[village+touchedAt]')
      .between([village, ''], [village, '\uffff'])
      .reverse()
      .toArray();
  }, [village]);
}

export function useStoredNotice(
  village: VillageCode | undefined,
  code: NoticeCode | undefined,
): StoredNotice | null | undefined {
  return useLiveQuery(
    async () => (village && code && (await database.notices.get([village, code]))) || null,
    [village, code],
  );
}

/** The notice that an address of the app names. */
export function readKey(params: { village?: string | undefined; code?: string | undefined }): {
  village: VillageCode | undefined;
  code: NoticeCode | undefined;
} {
  return {
    village: readVillageCode(params.village ?? ''),
    code: readNoticeCode(params.code ?? ''),
  };
}
