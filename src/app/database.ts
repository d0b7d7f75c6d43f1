import { DeviceDatabase, type Summarise } from '../device/database.ts';
import { openPatiently } from '../device/open-patiently.ts';
import { roughSummaries } from '../device/rough-summary.ts';

let summarise: Summarise = roughSummaries;

/** The one database of this device, opened at once: everything that is shown waits for it. */
export const database = new DeviceDatabase(undefined, (...written) => summarise(...written));
/** Resolves once it is open. */
export const opening = openPatiently(database);

/** From now on notices are summed up like this; the templates for it come after the first screen. */
export function sumUpBy(better: Summarise): void {
  summarise = better;
}
