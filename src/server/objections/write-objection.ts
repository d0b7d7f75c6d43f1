import { type Objection, objectionDigest } from '../../notice/index.ts';
import type { LockedPlace, Writing } from '../database/index.ts';
import { appendToLedger, type LedgerEvent } from '../ledger/index.ts';

/** Who did it, and by which mutation; absent for what a villager sent. */
export interface Hand {
  readonly person: string;
  readonly device: string;
  readonly mutation: string;
}

/**
 * Writes an objection with its last part, gives it the village's next number and says so in the
 * ledger. Returns the locked place as it stands afterwards.
 */
export async function writeObjection(
  transaction: Writing,
  place: LockedPlace,
  objection: Objection,
  recordedAt: string,
  hand?: Hand,
): Promise<LockedPlace> {
  const { village, notice, code, steps } = objection;
  const sequence = place.sequence + 1;
  const values = { sequence, objection: JSON.stringify(objection) };
  await transaction
    .insertInto('objection')
    .values({ village, code, notice, ...values })
    .onConflict((conflict) => conflict.columns(['village', 'code']).doUpdateSet(values))
    .execute();
  await transaction.updateTable('place').set({ sequence }).where('code', '=', village).execute();
  const event: LedgerEvent = {
    kind: 'objection',
    step: steps.at(-1)?.kind ?? 'received',
    objection: code,
    notice,
    part: steps.length,
    digest: objectionDigest(objection, steps.length) ?? '',
    ...(hand ?? {}),
  };
  const head = await appendToLedger(transaction, place, [event], recordedAt);
  return { ...place, sequence, ledger_number: head.number, ledger_hash: head.hash };
}
