import type { VillageCode } from '../../notice/index.ts';
import type { MutationResult } from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import {
  type LockedPlace,
  lockPlace,
  type Sealer,
  type Store,
  sealerOf,
  type Writing,
} from '../database/index.ts';
import { answerTo, keepAnswer } from '../sync/kept-answers.ts';

/** In what a mutation takes effect: the transaction, the locked place, and this server's seals. */
export interface MatterGround {
  readonly transaction: Writing;
  readonly place: LockedPlace;
  readonly sealer: Sealer;
}

/** What became of a mutation. */
export interface Applied {
  readonly result: MutationResult;
  /** The locked place as it stands afterwards, where something was written. */
  readonly place?: LockedPlace;
}

/**
 * Applies one village's mutations in one transaction under the village's lock. One answer for each, in
 * order; a repeat gets the answer that was stored and does nothing. What is brought back is looked at
 * each time: it changes nothing where it is there already.
 */
export async function applyMatters<
  Mutation extends { readonly id: string; readonly action: { readonly kind: string } },
>(
  store: Store,
  village: VillageCode,
  mutations: readonly Mutation[],
  actor: Actor,
  apply: (ground: MatterGround, mutation: Mutation) => Promise<Applied>,
): Promise<MutationResult[]> {
  const noneAllowed = () => mutations.map(({ id }) => refused(id, 'not-allowed').result);
  // who has no business here gets no lock, and learns nothing of what exists
  if (!mayRead(actor, village)) return noneAllowed();
  const sealer = sealerOf(store);
  return store.db.transaction().execute(async (transaction) => {
    let place = await lockPlace(store, transaction, village);
    if (!place) return noneAllowed();
    const results: MutationResult[] = [];
    for (const mutation of mutations) {
      // all phones bring a thing back under one id: nobody's answer may stand for another's
      const isOwn = mutation.action.kind !== 'bring-back';
      const known = isOwn ? await answerTo(transaction, village, mutation.id) : undefined;
      if (known) {
        results.push(known);
        continue;
      }
      const applied = await apply({ transaction, place, sealer }, mutation);
      if (isOwn) await keepAnswer(transaction, village, actor, applied.result);
      place = applied.place ?? place;
      results.push(applied.result);
    }
    return results;
  });
}

export function accepted(id: string, place?: LockedPlace): Applied {
  return { result: { id, outcome: 'accepted' }, ...(place ? { place } : {}) };
}

export function refused(id: string, code: string): Applied {
  return { result: { id, outcome: 'refused', code } };
}
