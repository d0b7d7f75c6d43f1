import { useLiveQuery } from 'dexie-react-hooks';
import type { RosterHousehold } from '../../device/index.ts';
import type { RosterChange, VillageCode } from '../../notice/index.ts';
import { database } from '../device.ts';
import { drawRowId } from '../draw-row-id.ts';

/** The village's households; undefined until they have been read. */
export function useRoster(village: VillageCode): readonly RosterHousehold[] | undefined {
  return useLiveQuery(() => database.households.where({ village }).toArray(), [village]);
}

/** Takes over into the roster what a list knows better. */
export async function updateRoster(
  village: VillageCode,
  changes: readonly RosterChange<RosterHousehold>[],
): Promise<void> {
  await database.households.bulkPut(
    changes.map(({ known, cells }) => ({ village, id: known?.id ?? drawRowId(), cells })),
  );
}

export async function removeFromRoster(
  village: VillageCode,
  ids: readonly string[],
): Promise<void> {
  await database.households.bulkDelete(ids.map((id): [VillageCode, string] => [village, id]));
}
