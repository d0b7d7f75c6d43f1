import {
  applyExemptionAction,
  type Exemption,
  exemptionDigest,
  hasStep,
  type VillageCode,
  withStepsOf,
} from '../../notice/index.ts';
import type { ExemptionMutation, MutationResult } from '../../protocol/index.ts';
import { type Actor, mayLeaveOut, mayRead } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import {
  type LockedPlace,
  lockPlace,
  type Sealer,
  type Store,
  sealerOf,
  type Writing,
} from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import { answerTo, keepAnswer } from '../sync/kept-answers.ts';
import { readExemptionRow } from './exemption-changes.ts';

/**
 * Applies what was said of a village's item in one transaction under the village's lock; a repeat
 * gets the answer that was stored and does nothing. What is brought back is looked at each time: it
 * changes nothing where it is there already.
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
  const sealer = await sealerOf(store);
  return store.db.transaction().execute(async (transaction) => {
    const place = await lockPlace(store, transaction, village);
    if (!place) return refused(id, 'not-allowed');
    // all phones bring a thing back under one id: nobody's answer may stand for another's
    const isOwn = mutation.action.kind !== 'bring-back';
    const known = isOwn ? await answerTo(transaction, village, id) : undefined;
    if (known) return known;
    const result = await apply(transaction, place, mutation, actor, now, sealer);
    if (isOwn) await keepAnswer(transaction, village, actor, result);
    return result;
  });
}

async function apply(
  transaction: Writing,
  place: LockedPlace,
  mutation: ExemptionMutation,
  actor: Actor,
  now: Date,
  sealer: Sealer,
): Promise<MutationResult> {
  const { id, village, item, action, at } = mutation;
  const before = await exemptionOf(transaction, village, item);
  if (action.kind === 'bring-back') {
    // what the server itself once told: its seal vouches for it, whoever may read it may bring it
    const { exemption: told, seal } = action;
    const isOfPlace = told.village === village && told.item === item;
    if (!isOfPlace || !sealer.isSealed('exemption', told, seal)) return refused(id, 'not-sealed');
    const whole = before ? withStepsOf(before, told) : told;
    if (whole !== before) {
      await write(transaction, place, whole, before?.steps.length ?? 0, mutation, actor, now);
    }
    return { id, outcome: 'accepted' };
  }
  if (!mayLeaveOut(actor, village, readPlaceSettings(place.settings))) {
    return refused(id, 'not-allowed');
  }
  const by = { person: actor.person, name: actor.name, at };
  // somebody who had been told of it brought it back before its author's phone came
  if (before && hasStep(before, { ...action, by })) return { id, outcome: 'accepted' };
  const outcome = applyExemptionAction(before, action, { village, item, by });
  if (!outcome.ok) return refused(id, outcome.refusal);
  const { exemption } = outcome;
  await write(transaction, place, exemption, exemption.steps.length - 1, mutation, actor, now);
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

/** Writes it with the steps after the first `known` ones, gives it the village's next number and says so in the ledger. */
async function write(
  transaction: Writing,
  place: LockedPlace,
  exemption: Exemption,
  known: number,
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
  const events = steps.slice(known).map((step, index) => ({
    kind: 'exemption' as const,
    step: step.kind,
    item,
    part: known + index + 1,
    digest: exemptionDigest(step),
    person,
    device,
    mutation: id,
  }));
  await appendToLedger(transaction, place, events, now.toISOString());
}

function refused(id: string, code: string): MutationResult {
  return { id, outcome: 'refused', code };
}
