import {
  applyObjectionAction,
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
import { type Actor, mayHandle, mayRead } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import {
  type LockedPlace,
  lockPlace,
  type Sealer,
  type Store,
  sealerOf,
  type Writing,
} from '../database/index.ts';
import { answerTo, keepAnswer } from '../sync/kept-answers.ts';
import { answerDayFor } from './answer-days.ts';
import { objectionOf, revisionsOf } from './objection-row.ts';
import { type Hand, writeObjection } from './write-objection.ts';

/**
 * Applies one village's objection mutations in one transaction under the village's lock. One answer
 * for each, in order; a repeat gets the answer that was stored and does nothing. What is brought back
 * is looked at each time: it changes nothing where it is there already.
 */
export async function applyObjections(
  store: Store,
  village: VillageCode,
  mutations: readonly ObjectionMutation[],
  actor: Actor,
  now: Date,
): Promise<MutationResult[]> {
  // who has no business here gets no lock, and learns nothing of what exists
  if (!mayRead(actor, village)) return mutations.map(({ id }) => refused(id, 'not-allowed'));

  const sealer = await sealerOf(store);
  return store.db.transaction().execute(async (transaction) => {
    let place = await lockPlace(store, transaction, village);
    const results: MutationResult[] = [];
    for (const mutation of mutations) {
      if (!place) {
        results.push(refused(mutation.id, 'not-allowed'));
        continue;
      }
      // all phones bring a thing back under one id: nobody's answer may stand for another's
      const isOwn = mutation.action.kind !== 'bring-back';
      const known = isOwn ? await answerTo(transaction, village, mutation.id) : undefined;
      const outcome = known
        ? { result: known }
        : await apply(transaction, place, mutation, actor, now, sealer);
      if (isOwn && !known) await keepAnswer(transaction, village, actor, outcome.result);
      if ('place' in outcome) place = outcome.place;
      results.push(outcome.result);
    }
    return results;
  });
}

interface Outcome {
  readonly result: MutationResult;
  readonly place?: LockedPlace;
}

async function apply(
  transaction: Writing,
  place: LockedPlace,
  mutation: ObjectionMutation,
  actor: Actor,
  now: Date,
  sealer: Sealer,
): Promise<Outcome> {
  const { id, village, notice, objection: code, action, at } = mutation;
  const hand = { person: actor.person, device: actor.device, mutation: id };
  const before = await objectionOf(transaction, village, code);
  if (before && before.notice !== notice) return { result: refused(id, 'no-such-objection') };
  if (action.kind === 'bring-back') {
    return bringBack(transaction, place, before, mutation, action, sealer, hand, now);
  }
  const settings = readPlaceSettings(place.settings);
  if (!mayHandle(actor, village, action.kind, settings)) {
    return { result: refused(id, 'not-allowed') };
  }
  const by = { person: actor.person, name: actor.name, at };
  // somebody who had been told of it brought it back before its author's phone came
  if (before && isDone(before, action, by)) return { result: { id, outcome: 'accepted' } };
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
  if (!outcome.ok) return { result: refused(id, outcome.refusal) };
  const { objection } = outcome;
  return {
    result: { id, outcome: 'accepted' },
    place: await writeObjection(transaction, place, objection, now.toISOString(), hand),
  };
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
  transaction: Writing,
  place: LockedPlace,
  held: Objection | undefined,
  { id, village, notice, objection: code }: ObjectionMutation,
  { objection: told, seal }: BringBackObjection,
  sealer: Sealer,
  hand: Hand,
  now: Date,
): Promise<Outcome> {
  const isOfPlace = told.village === village && told.code === code && told.notice === notice;
  if (!isOfPlace || !sealer.isSealed('objection', told, seal)) {
    return { result: refused(id, 'not-sealed') };
  }
  const whole = held ? withStepsOf(held, told) : told;
  const result: MutationResult = { id, outcome: 'accepted' };
  if (whole === held) return { result };
  const from = held ? held.steps.length + 1 : 0;
  const recordedAt = now.toISOString();
  return {
    result,
    place: await writeObjection(transaction, place, whole, recordedAt, hand, from),
  };
}

function refused(id: string, code: string): MutationResult {
  return { id, outcome: 'refused', code };
}
