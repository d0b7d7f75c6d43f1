import { useLiveQuery } from 'dexie-react-hooks';
import { type PrintedRevision, printingsOf, type StoredNotice } from '../../device/index.ts';
import { database } from '../device.ts';

/** What of a notice was printed on this phone, the first printing first. */
export function usePrintings({
  village,
  code,
}: Pick<StoredNotice, 'village' | 'code'>): readonly PrintedRevision[] {
  return useLiveQuery(() => printingsOf(database, village, code), [village, code]) ?? [];
}
