import { templateOf } from '../catalogue/templates/index.ts';
import {
  householdsIn,
  type RosterCells,
  RosterGathering,
  type VillageCode,
} from '../notice/index.ts';
import type { DeviceDatabase } from './database.ts';
import { readReference } from './held-reference.ts';

/**
 * Households of the village's notices on this phone that its roster does not have. Reads every
 * notice, one by one, so it is for whoever asks and not for each screen.
 */
export async function gatherRoster(
  database: DeviceDatabase,
  village: VillageCode,
): Promise<readonly RosterCells[]> {
  const { catalogues } = await readReference(database);
  const gathering = new RosterGathering();
  await database.notices
    .where('[village+code]')
    .between([village, ''], [village, '\uffff'])
    .each(({ head: { content, saved } }) => {
      const template = templateOf(content.template, content.templateVersion, catalogues);
      if (!template) return;
      for (const cells of householdsIn(template, content)) gathering.add({ cells, at: saved.at });
    });
  return gathering.missingIn(await database.households.where({ village }).toArray());
}
