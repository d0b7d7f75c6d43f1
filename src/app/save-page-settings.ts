import { changePlaceSettings, type PeopleAnswer } from '../device/index.ts';
import type { PageSettings } from '../protocol/index.ts';
import { database } from './device.ts';

/** Sends what was changed; for a town or district it holds for all its villages. */
export function savePageSettings(
  place: string,
  settings: Partial<PageSettings>,
): Promise<PeopleAnswer<unknown>> {
  return changePlaceSettings(database, { place, settings }, new Date());
}
