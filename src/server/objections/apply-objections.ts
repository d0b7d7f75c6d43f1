import {
  applyObjectionAction,
  firstChangeIn,
  hasStep,
  type Objection,
  type ObjectionAction,
  type VillageCode,
  withStepsOf,
} from '../../notice/index.ts';
import type {
  BringBackObjection,
  MutationResult,
  ObjectionMutation,
} from '../../protocol/index.ts';
import { type Actor, mayHandle } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import type { Store } from '../database/index.ts';
import {
  type Applied,
  accepted,
  applyMatters,
  type MatterGround,
  refused,
} from '../matters/index.ts';
import { answerDayFor } from './answer-days.ts';
import { objectionOf, revisionsOf } from './objection-row.ts';
import { type Hand, writeObjection } from './write-objection.ts';

/** Applies what was done about a village's objections. */
export async function applyObjections(
  store: Store,
  village: VillageCode,
  mutations: readonly ObjectionMutation[],
  actor: Actor,
  now: Date,
): Promise<MutationResult[]> {
  return applyMatters(store, village, mutations, actor, (ground, mutation) =>
    apply(ground, mutation, actor, now),
  );
}

async function apply(
  ground: MatterGround,
  mutation: ObjectionMutation,
  actor: Actor,
  now: Date,
): Promise<Applied> {
  const { transaction, place } = ground;
  const { id, village, notice, objection: code, action, at } = mutation;
  const hand = { person: actor.person, device: actor.device, mutation: id };
  const before = await objectionOf(transaction, village, code);
  if (before && before.notice !== notice) return refused(id, 'no-such-objection');
  if (action.kind === 'bring-back') return bringBack(ground, before, mutation, action, hand, now);
  const settings = readPlaceSettings(place.settings);
  if (!mayHandle(actor, village, action.kind, settings)) return refused(id, 'not-allowed');
  const by = { person: actor.person, name: actor.name, at };
  // somebody who had been told of it brought it back before its author's phone came
  if (before && isDone(before, action, by)) return accepted(id);
  const outcome = applyObjectionAction(before, action, {
    village,
    notice,
    code,
    by,
    isAbove: actor.place.length < village.length,
    revisions: await revisionsOf(transaction, village, notice),
    receivedAt: now.toISOString(),
    answerBy: await answerDayFor(transaction, village, settings, now),
  });
  if (!outcome.ok) return refused(id, outcome.refusal);
  const { objection } = outcome;
  return accepted(id, await writeObjection(transaction, place, objection, now.toISOString(), hand));
}

function isDone(held: Objection, action: ObjectionAction, by: Objection['recordedBy'] & {}) {
  if (action.kind !== 'record') return hasStep(held, { ...action, by });
  return held.recordedBy?.person === by.person && held.recordedBy.at === by.at;
}

/**
 * Takes back what this server itself once told and has lost since, when an older backup was restored.
 * Its seal vouches for every word and name in it; whoever may read it may bring it.
 */
async function bringBack(
  { transaction, place, sealer }: MatterGround,
  held: Objection | undefined,
  { id, village, notice, objection: code }: ObjectionMutation,
  { objection: told, seal }: BringBackObjection,
  hand: Hand,
  now: Date,
): Promise<Applied> {
  const isOfPlace = told.village === village && told.code === code && told.notice === notice;
  if (!isOfPlace || !sealer.isSealed('objection', told, seal)) return refused(id, 'not-sealed');
  const whole = held ? withStepsOf(held, told) : told;
  if (whole === held) return accepted(id);
  const from = held ? firstChangeIn(whole, held) + 1 : 0;
  const recordedAt = now.toISOString();
  return accepted(id, await writeObjection(transaction, place, whole, recordedAt, hand, from));
}
