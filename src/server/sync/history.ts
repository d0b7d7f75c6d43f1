import type { VillageCode } from '../../notice/index.ts';
import type { SyncRequest } from '../../protocol/index.ts';
import { type Actor, mayRead } from '../accounts/authorise.ts';
import { type Database, inRowsOf, type Store, sealerOf } from '../database/index.ts';
import type { LedgerEntry } from '../ledger/index.ts';

/** How far a village has come: its sequence, and its ledger's last entry. */
export interface VillageState {
  readonly sequence: number;
  /** 0 while there is no entry. */
  readonly number: number;
  /** The first digits of the entry's hash; '' where there is none. */
  readonly hash: string;
}

/** So many hexadecimal digits of an entry's hash tell histories apart. */
const HASH_DIGITS = 16;
/** So many of its seal show that a mark is this server's own. */
const SEAL_DIGITS = 16;

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
    for (const { code, sequence, ledger_number: number, ledger_hash } of rows) {
      states.set(code, { sequence, number, hash: ledger_hash.slice(0, HASH_DIGITS) });
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
  return isLost(db, village, state, histories?.[village]);
}

/** Whether a mark names an entry that the ledger does not have. */
async function isLost(
  db: Database,
  village: VillageCode,
  state: VillageState,
  mark: string | undefined,
): Promise<boolean> {
  if (mark === undefined || mark === NO_ENTRY) return false;
  const named = readMark(mark);
  if (!named || named.number > state.number) return true;
  if (named.number === state.number) return named.hash !== state.hash;
  const entry = await db
    .selectFrom('ledger')
    .select('hash')
    .where('place', '=', village)
    .where('number', '=', named.number)
    .executeTakeFirst();
  return entry?.hash.slice(0, HASH_DIGITS) !== named.hash;
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
  /**
   * When the newest entry was made that this server itself once told of and has lost (ISO instant);
   * undefined where no mark proves any loss.
   */
  readonly lostAt: string | undefined;
}> {
  const villages = (Object.keys(request.cursors) as VillageCode[]) // parsed as codes
    .filter((village) => mayRead(actor, village));
  const states = await statesOf(store.db, villages);
  const restarted = new Set<VillageCode>();
  let lostAt: string | undefined;
  for (const village of villages) {
    const state = states.get(village);
    if (!state || !(await isAnotherHistory(store.db, village, state, request))) continue;
    restarted.add(village);
    const mark = request.histories?.[village];
    const madeAt = mark && madeAtOf(store.db, village, mark);
    if (!madeAt || !(await isLost(store.db, village, state, mark))) continue;
    if (lostAt === undefined || madeAt > lostAt) lostAt = madeAt;
  }
  return { states, restarted, lostAt };
}

/** Of a village in which nothing has happened yet. */
const NO_ENTRY = '0.';

/**
 * A village's history at a point, as devices keep it: `number.hash` of its ledger's last entry, where
 * it is to tell histories apart and no more.
 */
export function plainMarkOf({ number, hash }: VillageState): string {
  return `${number}.${hash}`;
}

/**
 * The same under this server's seal and with the time at which the entry was made, which proves later
 * what was lost: `.number.hash.time.seal`, the time in milliseconds to base 36. With the point in
 * front, a server of the first releases, which may run beside this one, takes it for the mark of no
 * entry and not for another history's.
 */
export async function sealedMarkOf(
  db: Database,
  village: VillageCode,
  state: VillageState,
): Promise<string> {
  const { number, hash } = state;
  const row = await db
    .selectFrom('ledger')
    .select('entry')
    .where('place', '=', village)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return plainMarkOf(state);
  const { recordedAt } = JSON.parse(row.entry) as LedgerEntry; // its hash vouches for its shape
  const time = Date.parse(recordedAt).toString(36);
  return `.${number}.${hash}.${time}.${sealOf(db, village, { number, hash, time })}`;
}

const MARK =
  /^(?:\.(\d{1,10})\.([0-9a-f]{16})\.([0-9a-z]{1,9})\.([0-9a-f]{16})|(\d{1,10})\.([0-9a-f]{16}))$/;

interface MarkedEntry {
  readonly number: number;
  readonly hash: string;
  /** Absent where the mark has no seal. */
  readonly time?: string;
  readonly seal?: string;
}

function readMark(mark: string): MarkedEntry | undefined {
  const [whole, number, hash = '', time = '', seal = '', oldNumber, oldHash = ''] =
    MARK.exec(mark) ?? [];
  if (whole === undefined) return undefined;
  if (number === undefined) return { number: Number(oldNumber), hash: oldHash };
  return { number: Number(number), hash, time, seal };
}

/** When a mark's entry was made, where the mark is one that this server itself gave. */
function madeAtOf(db: Database, village: string, mark: string): string | undefined {
  const marked = readMark(mark);
  if (marked?.time === undefined || marked.seal !== sealOf(db, village, marked)) return undefined;
  return new Date(Number.parseInt(marked.time, 36)).toISOString();
}

function sealOf(db: Database, village: string, { number, hash, time }: MarkedEntry): string {
  const said = { village, number, hash, time };
  return sealerOf({ db }).seal('mark', said).slice(0, SEAL_DIGITS);
}
