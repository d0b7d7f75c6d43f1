import type { DeviceDatabase, SyncState } from './database.ts';
import { syncExemptions } from './exemptions.ts';
import { syncObjections } from './objections.ts';
import type { Transport } from './sync.ts';
import { SyncTrouble } from './trouble.ts';

/**
 * What else a village says follows its notices, in a page and in the worker alike: objections, and
 * items that do not apply. Gives why it did not come through; it is tried again with the next sync.
 */
export async function syncBeside(
  database: DeviceDatabase,
  transport: Transport,
  now: () => Date,
): Promise<SyncState['trouble']> {
  try {
    await syncObjections(database, transport, now);
    await syncExemptions(database, transport, now);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyncTrouble)) throw error;
    return error.trouble;
  }
}
