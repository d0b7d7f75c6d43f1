import { applyObjectionAction, type VillageCode } from '../../notice/index.ts';
import type { MutationResult, ObjectionMutation } from '../../protocol/index.ts';
import { type Actor, mayHandle, mayRead } from '../accounts/authorise.ts';
import { readPlaceSettings } from '../accounts/place-settings.ts';
import { type LockedPlace, lockPlace, type Store, type Writing } from '../database/index.ts';
import { answerTo, keepAnswer } from '../sync/kept-answers.ts';
import { answerDayFor } from './answer-days.ts';
import { objectionOf, revisionsOf } from './objection-row.ts';
import { writeObjection } from './write-objection.ts';

/**
 * Applies one village's objection mutations in one transaction under the village's lock. One answer
 * for each, in order; a repeat gets the answer that was stored and does nothing.
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

  return store.db.transaction().execute(async (transaction) => {
    let place = await lockPlace(store, transaction, village);
    const results: MutationResult[] = [];
    for (const mutation of mutations) {
      if (!place) {
        results.push(refused(mutation.id, 'not-allowed'));
        continue;
      }
      const known = await answerTo(transaction, village, mutation.id);
      const outcome = known
        ? { result: known }
        : await apply(transaction, place, mutation, actor, now);
      if (!known) await keepAnswer(transaction, village, actor, outcome.result);
      if ('place' in outcome) place = outcome.place;
      results.push(outcome.result);
    }
    return results;
  });
}

async function apply(
  transaction: Writing,
  place: LockedPlace,
  mutation: ObjectionMutation,
  actor: Actor,
  now: Date,
): Promise<{ readonly result: MutationResult; readonly place?: LockedPlace }> {
  const { id, village, notice, objection: code, action, at } = mutation;
  const settings = readPlaceSettings(place.settings);
  if (!mayHandle(actor, village, action.kind, settings)) {
    return { result: refused(id, 'not-allowed') };
  }
  const before = await objectionOf(transaction, village, code);
  if (before && before.notice !== notice) return { result: refused(id, 'no-such-objection') };
  const outcome = applyObjectionAction(before, action, {
    village,
    notice,
    code,
    by: { person: actor.person, name: actor.name, at },
    isAbove: actor.place.length < village.length,
    revisions: await revisionsOf(transaction, village, notice),
    receivedAt: now.toISOString(),
    answerBy: await answerDayFor(transaction, village, settings, now),
  });
  if (!outcome.ok) return { result: refused(id, outcome.refusal) };
  const hand = { person: actor.person, device: actor.device, mutation: id };
  const { objection } = outcome;
  return {
    result: { id, outcome: 'accepted' },
    place: await writeObjection(transaction, place, objection, now.toISOString(), hand),
  };
}

function refused(id: string, code: string): MutationResult {
  return { id, outcome: 'refused', code };
}
