import { readVillageCode, type VillageCode } from '../../notice/index.ts';
import type { Database } from '../database/index.ts';

/** The villages that are served below a place, by their codes in order; all of them below ''. */
export async function villagesOf(db: Database, place: string): Promise<VillageCode[]> {
  const rows = await db
    .selectFrom('place')
    .select('code')
    // codes are digits: these are the place's own and those below it
    .where('code', '>=', place)
    .where('code', '<=', place.padEnd(12, '9'))
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code }) => readVillageCode(code) ?? []);
}
