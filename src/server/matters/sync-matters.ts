import type { VillageCode } from '../../notice/index.ts';
import type { MutationResult } from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { type Sealer, type Store, sealerOf } from '../database/index.ts';
import { historiesOf, plainMarkOf, statesOf } from '../sync/history.ts';

/** Some of a village's changes after a cursor. */
export interface MattersPage<Change> {
  readonly changes: readonly Change[];
  /** Up to where they reach. */
  readonly cursor: number;
  /** Whether more waits behind it. */
  readonly more: boolean;
}

type ByVillage<Value> = Partial<Record<VillageCode, Value>>;

interface MattersAsked {
  readonly cursors: ByVillage<number>;
  readonly histories?: ByVillage<string> | undefined;
}

/** What is particular to a kind of matter. */
interface Kind<Change> {
  /** Applies the request's mutations; those of `untouched` villages get no answer. */
  readonly apply: (untouched: ReadonlySet<VillageCode>) => Promise<MutationResult[]>;
  /** Reads what changed after a cursor, up to a sequence that the village has reached. */
  readonly read: (
    village: VillageCode,
    reach: { readonly cursor: number; readonly sequence: number },
  ) => Promise<MattersPage<Change>>;
  /** Undefined for what is told in part. */
  readonly seal: (change: Change, sealer: Sealer) => string | undefined;
  /** After so many changes no further village is told of in one answer. */
  readonly most: number;
}

/**
 * A part of a sync: mutations take effect, then what changed after the cursors is told, with seals to
 * whoever can bring it back. Villages whose cursors belong to another history (`restarted`, and those
 * that the part's own marks tell) are told from the start, and their mutations left untouched, as
 * those of notices are.
 */
export async function syncMatters<Change extends object>(
  store: Store,
  actor: Actor,
  request: MattersAsked,
  restarted: ReadonlySet<VillageCode>,
  { apply, read, seal, most }: Kind<Change>,
) {
  const history = await historiesOf(store, actor, request);
  const untouched = new Set([...restarted, ...history.restarted]);
  const results = await apply(untouched);
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const sealer = request.histories && sealerOf(store);
  const changes: (Change & { readonly seal?: string })[] = [];
  const cursors: ByVillage<number> = {};
  const histories: ByVillage<string> = {};
  let more = false;
  for (const village of villages) {
    const state = states.get(village);
    if (!state) continue;
    const { sequence } = state;
    const mark = plainMarkOf(state);
    const isAgain = untouched.has(village);
    if (changes.length >= most) {
      more = true;
      // told from the start later, and not found set back once more then
      if (isAgain) [cursors[village], histories[village]] = [0, mark];
      continue;
    }
    const asked = isAgain ? 0 : (request.cursors[village] ?? 0);
    // a cursor beyond what there is belongs to a history that is gone
    const cursor = asked > sequence ? 0 : asked;
    const page =
      cursor < sequence
        ? await read(village, { cursor, sequence })
        : { changes: [], cursor: sequence, more: false };
    for (const change of page.changes) {
      const sealed = sealer && seal(change, sealer);
      changes.push(sealed ? { ...change, seal: sealed } : change);
    }
    cursors[village] = page.cursor;
    histories[village] = mark;
    more ||= page.more;
  }
  const told = { results, changes, cursors, more };
  if (!request.histories) return told;
  return {
    ...{ ...told, histories },
    ...(history.restarted.size > 0 ? { restarted: [...history.restarted] } : {}),
  };
}
