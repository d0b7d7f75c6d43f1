import { useLiveQuery } from 'dexie-react-hooks';
import type { NoticeSummary, StoredNotice, SyncState } from '../../device/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { readNoticeCode, readVillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database } from '../database.ts';
import * as first from '../first-reads.ts';
import { useLiveValue } from '../live-value.ts';

/** Live reads of the device store. `undefined` means not read yet, `null` that there is none. */

export function useSession(): Session | null | undefined {
  return useLiveValue(first.session);
}

export function useVillage(): VillageCode | null | undefined {
  return useLiveValue(first.village);
}

export function useSyncState(): SyncState | undefined {
  return useLiveValue(first.syncState);
}

export function useWaitingCount(): number | undefined {
  return useLiveValue(first.waitingCount);
}

/** The few notices of a village that were touched last, and how many it has in all. */
export function useRecentNotices(
  village: VillageCode | undefined,
): { readonly recent: readonly NoticeSummary[]; readonly count: number } | undefined {
  const notices = useLiveValue(first.recentNotices);
  return notices?.village === village ? notices : undefined;
}

/** All notices of a village, the one touched last first; for pages that need every one of them. */
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
