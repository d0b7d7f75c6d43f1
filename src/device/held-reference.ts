import { seedCalendar } from '../calendar/index.ts';
import type { DeviceDatabase, HeldReference } from './database.ts';

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
