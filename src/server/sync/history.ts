import type { VillageCode } from '../../notice/index.ts';
import type { SyncRequest } from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { type Database, inRowsOf, type Store } from '../database/index.ts';

/** How far a village has come: its sequence, and the mark of its history there. */
export interface VillageState {
  readonly sequence: number;
  readonly mark: string;
}

/** So many hexadecimal digits of an entry's hash tell histories apart. */
const HASH_DIGITS = 16;

/** The states of these villages, as far as they are known, read before any of their changes. */
export async function statesOf(
  db: Database,
  villages: readonly VillageCode[],
): Promise<ReadonlyMap<string, VillageState>> {
  const states = new Map<string, VillageState>();
  for (const some of inRowsOf(1, villages)) {
    const rows = await db
      .selectFrom('place')
      .select(['code', 'sequence', 'ledger_number', 'ledger_hash'])
      .where('code', 'in', some)
      .execute();
    for (const row of rows) {
      const mark = markOf(row.ledger_number, row.ledger_hash);
      states.set(row.code, { sequence: row.sequence, mark });
    }
  }
  return states;
}

/**
 * Whether a device's cursor belongs to a history that this database does not hold, since an older
 * backup was restored: the ledger has no such entry as the one its mark names, or the cursor is
 * beyond what there is.
 */
export async function isAnotherHistory(
  db: Database,
  village: VillageCode,
  state: VillageState,
  { cursors, histories }: Pick<SyncRequest, 'cursors' | 'histories'>,
): Promise<boolean> {
  if ((cursors[village] ?? 0) > state.sequence) return true;
  const mark = histories?.[village];
  if (mark === undefined || mark === state.mark) return false;
  const number = Number(mark.split('.')[0]);
  if (number === 0) return false;
  if (!Number.isSafeInteger(number) || number > Number(state.mark.split('.')[0])) return true;
  const entry = await db
    .selectFrom('ledger')
    .select('hash')
    .where('place', '=', village)
    .where('number', '=', number)
    .executeTakeFirst();
  return !entry || markOf(number, entry.hash) !== mark;
}

/** Where the villages stand that a request asks about, as far as the person may read them. */
export async function historiesOf(
  store: Store,
  actor: Actor,
  request: Pick<SyncRequest, 'cursors' | 'histories'>,
): Promise<{
  readonly states: ReadonlyMap<string, VillageState>;
  /** Those whose cursor belongs to a history that this database does not hold. */
  readonly restarted: ReadonlySet<VillageCode>;
}> {
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const restarted = new Set<VillageCode>();
  for (const village of villages) {
    const state = states.get(village);
    if (state && (await isAnotherHistory(store.db, village, state, request))) {
      restarted.add(village);
    }
  }
  return { states, restarted };
}

function markOf(number: number, hash: string): string {
  return `${number}.${hash.slice(0, HASH_DIGITS)}`;
}
