import type { VillageCode } from '../../notice/index.ts';
import type { MutationResult } from '../../protocol/index.ts';
import type { Actor } from '../accounts/authorise.ts';
import type { Writing } from '../database/index.ts';

/** What was answered to a mutation before; undefined where it is new. */
export async function answerTo(
  transaction: Writing,
  village: VillageCode,
  id: string,
): Promise<MutationResult | undefined> {
  const row = await transaction
    .selectFrom('mutation')
    .select('result')
    .where('village', '=', village)
    .where('id', '=', id)
    .executeTakeFirst();
  // written from one
  return row && (JSON.parse(row.result) as MutationResult);
}

/** Keeps an answer, so that a repeat gets the same. */
export async function keepAnswer(
  transaction: Writing,
  village: VillageCode,
  { device }: Actor,
  result: MutationResult,
): Promise<void> {
  await transaction
    .insertInto('mutation')
    .values({ village, id: result.id, device, result: JSON.stringify(result) })
    .execute();
}
