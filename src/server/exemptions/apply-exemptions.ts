import {
  applyExemptionAction,
  type Exemption,
  exemptionDigest,
  firstChangeIn,
  hasStep,
  type VillageCode,
  withStepsOf,
} from '../../notice/index.ts';
import type { ExemptionMutation, MutationResult } from '../../protocol/index.ts';
import { type Actor, mayLeaveOut } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import type { LockedPlace, Store, Writing } from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import {
  type Applied,
  accepted,
  applyMatters,
  type MatterGround,
  refused,
} from '../matters/index.ts';
import { readExemptionRow } from './exemption-changes.ts';

/** Applies what was said of a village's items. */
export async function applyExemptions(
  store: Store,
  village: VillageCode,
  mutations: readonly ExemptionMutation[],
  actor: Actor,
  now: Date,
): Promise<MutationResult[]> {
  return applyMatters(store, village, mutations, actor, (ground, mutation) =>
    apply(ground, mutation, actor, now),
  );
}

async function apply(
  { transaction, place, sealer }: MatterGround,
  mutation: ExemptionMutation,
  actor: Actor,
  now: Date,
): Promise<Applied> {
  const { id, village, item, action, at } = mutation;
  const before = await exemptionOf(transaction, village, item);
  const writeFrom = (known: number, exemption: Exemption) =>
    write(transaction, place, exemption, known, mutation, actor, now);
  if (action.kind === 'bring-back') {
    // what the server itself once told: its seal vouches for it, whoever may read it may bring it
    const { exemption: told, seal } = action;
    const isOfPlace = told.village === village && told.item === item;
    if (!isOfPlace || !sealer.isSealed('exemption', told, seal)) return refused(id, 'not-sealed');
    const whole = before ? withStepsOf(before, told) : told;
    if (whole === before) return accepted(id);
    return accepted(id, await writeFrom(firstChangeIn(whole, before), whole));
  }
  if (!mayLeaveOut(actor, village, readPlaceSettings(place.settings))) {
    return refused(id, 'not-allowed');
  }
  const by = { person: actor.person, name: actor.name, at };
  // somebody who had been told of it brought it back before its author's phone came
  if (before && hasStep(before, { ...action, by })) return accepted(id);
  const outcome = applyExemptionAction(before, action, { village, item, by });
  if (!outcome.ok) return refused(id, outcome.refusal);
  return accepted(id, await writeFrom(outcome.exemption.steps.length - 1, outcome.exemption));
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

/**
 * Writes it with the steps after the first `known` ones, gives it the village's next number and says so
 * in the ledger. Returns the locked place as it stands afterwards.
 */
async function write(
  transaction: Writing,
  place: LockedPlace,
  exemption: Exemption,
  known: number,
  { id }: ExemptionMutation,
  { person, device }: Actor,
  now: Date,
): Promise<LockedPlace> {
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
  const head = await appendToLedger(transaction, place, events, now.toISOString());
  return { ...place, sequence, ledger_number: head.number, ledger_hash: head.hash };
}
