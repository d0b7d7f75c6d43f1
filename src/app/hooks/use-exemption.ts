import { useLiveQuery } from 'dexie-react-hooks';
import type { StoredExemption } from '../../device/index.ts';
import type { VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';

export interface ExemptionReading {
  /** Null where nothing was ever said of the item. */
  readonly stored: StoredExemption | null;
  /** Whether what was said here has not reached the server yet. */
  readonly isUnsent: boolean;
}

/** What a village said of an item that does not apply; undefined while it is read. */
export function useExemption(
  village: VillageCode | undefined,
  item: string,
): ExemptionReading | undefined {
  return useLiveQuery(async () => {
    if (!village) return { stored: null, isUnsent: false };
    const stored = (await database.exemptions.get([village, item])) ?? null;
    const waiting = await database.exemptionOutbox
      .where('[village+item]')
      .equals([village, item])
      .count();
    return { stored, isUnsent: waiting > 0 };
  }, [village, item]);
}
