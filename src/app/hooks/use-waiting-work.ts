import { type WaitingWork, waitingWork } from '../../device/waiting-work.ts';
import { database } from '../database.ts';
import { liveValue, useLiveValue } from '../live-value.ts';

const everything = liveValue(() => waitingWork(database));

/** Everything that is not on the server yet, photographs and recordings too. */
export function useWaitingWork(): WaitingWork | undefined {
  return useLiveValue(everything);
}
