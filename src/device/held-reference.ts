import { seedCalendar, type WorkingCalendar } from '../calendar/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { DeviceDatabase } from './database.ts';

/** What holds in the district, as this device last heard of it. */
export interface HeldReference {
  /** The server's mark of this state. */
  readonly etag: string;
  readonly calendar: WorkingCalendar;
  /** Every version of the district's own catalogues. */
  readonly catalogues: readonly Catalogue[];
  /** Ids of the catalogues that villages use; empty where nobody has said. */
  readonly inForce: readonly string[];
}

/** Before the first answer the program's own calendar holds, and no catalogue but those it ships. */
export const SEED_REFERENCE: HeldReference = {
  etag: '',
  calendar: seedCalendar,
  catalogues: [],
  inForce: [],
};

export async function readReference(database: DeviceDatabase): Promise<HeldReference> {
  return (await database.read('reference')) ?? SEED_REFERENCE;
}
