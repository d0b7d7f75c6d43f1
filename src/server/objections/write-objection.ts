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
 * ledger. `from` is the first of its parts that are new, where more than the last one is. Returns the
 * locked place as it stands afterwards.
 */
export async function writeObjection(
  transaction: Writing,
  place: LockedPlace,
  objection: Objection,
  recordedAt: string,
  hand?: Hand,
  from: number = objection.steps.length,
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
  const parts = Array.from({ length: steps.length - from + 1 }, (_one, index) => from + index);
  const events = parts.map(
    (part): LedgerEvent => ({
      kind: 'objection',
      step: steps[part - 1]?.kind ?? 'received',
      objection: code,
      notice,
      part,
      digest: objectionDigest(objection, part) ?? '',
      ...(hand ?? {}),
    }),
  );
  const head = await appendToLedger(transaction, place, events, recordedAt);
  return { ...place, sequence, ledger_number: head.number, ledger_hash: head.hash };
}
