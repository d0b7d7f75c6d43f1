import { useLiveQuery } from 'dexie-react-hooks';
import { type BackupReason, backupReason, waitingWork } from '../../device/index.ts';
import { database } from '../database.ts';

/** Why a backup should be offered now; undefined while there is no need. */
export function useBackupReason(): BackupReason | undefined {
  return useLiveQuery(async () => {
    const { oldestAt } = await waitingWork(database);
    const sync = await database.read('sync');
    const backedUpAt = await database.read('backedUpAt');
    return backupReason(sync?.trouble, oldestAt, backedUpAt, new Date());
  }, []);
}
