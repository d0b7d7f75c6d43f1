import {
  applyExemptionAction,
  type Exemption,
  exemptionDigest,
  type VillageCode,
} from '../../notice/index.ts';
import type { ExemptionMutation, MutationResult } from '../../protocol/index.ts';
import { type Actor, mayLeaveOut, mayRead } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import { type LockedPlace, lockPlace, type Store, type Writing } from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import { answerTo, keepAnswer } from '../sync/kept-answers.ts';
import { readExemptionRow } from './exemption-changes.ts';

/**
 * Applies what was said of a village's item in one transaction under the village's lock; a repeat
 * gets the answer that was stored and does nothing.
 */
export async function applyExemption(
  store: Store,
  mutation: ExemptionMutation,
  actor: Actor,
  now: Date,
): Promise<MutationResult> {
  const { id, village } = mutation;
  // who has no business here gets no lock, and learns nothing of what exists
  if (!mayRead(actor, village)) return refused(id, 'not-allowed');
  return store.db.transaction().execute(async (transaction) => {
    const place = await lockPlace(store, transaction, village);
    if (!place) return refused(id, 'not-allowed');
    const known = await answerTo(transaction, village, id);
    if (known) return known;
    const result = await apply(transaction, place, mutation, actor, now);
    await keepAnswer(transaction, village, actor, result);
    return result;
  });
}

async function apply(
  transaction: Writing,
  place: LockedPlace,
  mutation: ExemptionMutation,
  actor: Actor,
  now: Date,
): Promise<MutationResult> {
  const { id, village, item, action, at } = mutation;
  if (!mayLeaveOut(actor, village, readPlaceSettings(place.settings))) {
    return refused(id, 'not-allowed');
  }
  const by = { person: actor.person, name: actor.name, at };
  const before = await exemptionOf(transaction, village, item);
  const outcome = applyExemptionAction(before, action, { village, item, by });
  if (!outcome.ok) return refused(id, outcome.refusal);
  await write(transaction, place, outcome.exemption, mutation, actor, now);
  return { id, outcome: 'accepted' };
}

async function exemptionOf(
  transaction: Writing,
  village: VillageCode,
  item: string,
): Promise<Exemption | undefined> {
  const row = await transaction
    .selectFrom('exemption')
    .select('exemption')
    .where('village', '=', village)
    .where('item', '=', item)
    .executeTakeFirst();
  return row && readExemptionRow(row.exemption);
}

/** Writes it, gives it the village's next number and says so in the ledger. */
async function write(
  transaction: Writing,
  place: LockedPlace,
  exemption: Exemption,
  { id }: ExemptionMutation,
  { person, device }: Actor,
  now: Date,
): Promise<void> {
  const { village, item, steps } = exemption;
  const sequence = place.sequence + 1;
  const values = { sequence, exemption: JSON.stringify(exemption) };
  await transaction
    .insertInto('exemption')
    .values({ village, item, ...values })
    .onConflict((conflict) => conflict.columns(['village', 'item']).doUpdateSet(values))
    .execute();
  await transaction.updateTable('place').set({ sequence }).where('code', '=', village).execute();
  const last = steps.at(-1);
  if (!last) throw new TypeError('an exemption without a step');
  const event = {
    kind: 'exemption',
    step: last.kind,
    item,
    part: steps.length,
    digest: exemptionDigest(last),
    person,
    device,
    mutation: id,
  } as const;
  await appendToLedger(transaction, place, [event], now.toISOString());
}

function refused(id: string, code: string): MutationResult {
  return { id, outcome: 'refused', code };
}
