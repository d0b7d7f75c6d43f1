import type { Exemption, VillageCode } from '../../notice/index.ts';
import type { ExemptionChange } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';

/** What was said in a village after a cursor: few rows, a village has a dozen items. */
export async function exemptionChanges(
  db: Database,
  village: VillageCode,
  cursor: number,
): Promise<ExemptionChange[]> {
  const rows = await db
    .selectFrom('exemption')
    .select(['sequence', 'exemption'])
    .where('village', '=', village)
    .where('sequence', '>', cursor)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, exemption }) => ({
    sequence,
    exemption: readExemptionRow(exemption),
  }));
}

/** The exemption of a row that this program wrote. */
export function readExemptionRow(text: string): Exemption {
  return JSON.parse(text) as Exemption;
}
