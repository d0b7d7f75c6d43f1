import { useLiveQuery } from 'dexie-react-hooks';
import { type WaitingWork, waitingWork } from '../../device/waiting-work.ts';
import { database } from '../database.ts';

/** Everything that is not on the server yet, photographs and recordings too. */
export function useWaitingWork(): WaitingWork | undefined {
  return useLiveQuery(() => waitingWork(database), []);
}
