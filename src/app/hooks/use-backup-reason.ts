import { type BackupReason, backupReason } from '../../device/index.ts';
import { database } from '../database.ts';
import { syncState } from '../first-reads.ts';
import { liveValue, useLiveValue } from '../live-value.ts';
import { useWaitingWork } from './use-waiting-work.ts';

const backedUpAt = liveValue(async () => (await database.read('backedUpAt')) ?? '');

/** Why a backup should be offered now; undefined while there is no need. */
export function useBackupReason(): BackupReason | undefined {
  const work = useWaitingWork();
  const sync = useLiveValue(syncState);
  const at = useLiveValue(backedUpAt);
  if (!work || !sync || at === undefined) return undefined;
  return backupReason(sync.trouble, work.oldestAt, at || undefined, new Date());
}
