import type { VillageCode } from '../notice/index.ts';
import type { MutationResult, SyncRequest, SyncResponse } from '../protocol/index.ts';
import type { DeviceDatabase, VillageHistory } from './database.ts';
import type { FrozenEntry } from './outbox.ts';
import { makeGoodLosses, sendAgain } from './restart.ts';
import { Settling } from './settling.ts';
import type { Beside } from './sync-beside.ts';
import { byNotice, completed, noticesTouched } from './touched-notices.ts';

/** One request, with what the device knew when it was made. */
export interface Exchange {
  readonly entries: readonly FrozenEntry[];
  readonly request: SyncRequest;
  readonly histories: Readonly<Record<VillageCode, VillageHistory>>;
  readonly sentAt: Date;
  /** What else the request carried. */
  readonly beside?: Beside;
}

export interface Taken {
  /** Whether anything got further, by this answer or beside it: an entry, a cursor, a restart. */
  readonly hasMoved: boolean;
  /** The villages whose server was set back to an older backup. */
  readonly restarted: readonly VillageCode[];
  readonly changes: number;
}

/** What the server accepted stays on the device for this long at least. */
const SENT_DAYS = 15;

/**
 * Takes an answer in: results, changes and the cursors that they reach, as one transaction. Harmless
 * when it comes twice, late, or beside that of another tab.
 *
 * @throws SyncTrouble when the answer leaves out what it may not.
 */
export function takeIn(
  database: DeviceDatabase,
  exchange: Exchange,
  response: SyncResponse,
  now: Date,
): Promise<Taken> {
  return database.transaction('rw', database.workTables(), async () => {
    const [session, knownHistories, knownCursors] = await Promise.all([
      database.read('session'),
      database.read('histories'),
      database.read('cursors'),
    ]);
    const histories = { ...knownHistories };
    const cursors = { ...knownCursors };
    const { asked, outdated, restarted } = villagesOf(exchange, response, histories, cursors);

    for (const village of restarted) {
      const number = (histories[village]?.number ?? 0) + 1;
      histories[village] = { number, restartedAt: response.serverTime };
    }
    const again = await sendAgain(database, restarted);
    const hasCursorMoved = moveCursors(asked, restarted, response, cursors, histories);
    const standing = await ordersStanding(database, exchange);
    const waiting = stillWaiting(exchange, standing, outdated);
    const ids = new Set(waiting.map(({ id }) => id));
    const results = new Map(
      response.results.filter(({ id }) => ids.has(id)).map((result) => [result.id, result]),
    );
    const answered = waiting.filter(({ id }) => results.has(id));
    const carried = byNotice(exchange.entries);
    const changes = response.changes
      .filter(({ notice }) => asked.has(notice.village))
      .map((change) => completed(change, carried));

    const notices = await noticesTouched(database, changes, answered, !response.more);
    const settling = new Settling({ response, results, histories, again, session });
    for (const notice of notices) settling.settle(notice);
    await settling.write(database, standing);

    await Promise.all([
      database.keep('cursors', cursors),
      database.keep('histories', histories),
      database.keep('sync', stateAfter(response, exchange.sentAt, now)),
    ]);
    if (!response.more) {
      await makeGoodLosses(database, response.serverTime);
      const overdue = database.sent
        .where('answeredAt')
        .below(daysBefore(earlier(response.serverTime, now), SENT_DAYS));
      // mostly none are, and a browser counts them in less time than it lists them
      if ((await overdue.count()) > 0) await overdue.delete();
    }
    return {
      hasMoved:
        hasCursorMoved ||
        results.size > 0 ||
        restarted.length > 0 ||
        outdated.size > 0 ||
        waiting.length < exchange.entries.length,
      restarted,
      changes: changes.length,
    };
  });
}

/** Turns one entry away on this side, because no server will take it. */
export function setAside(
  database: DeviceDatabase,
  entry: FrozenEntry,
  code: string,
): Promise<void> {
  return database.transaction('rw', database.workTables(), async () => {
    const session = await database.read('session');
    const histories = (await database.read('histories')) ?? {};
    const results = new Map<string, MutationResult>();
    results.set(entry.id, { id: entry.id, outcome: 'refused', code });
    const notices = await noticesTouched(database, [], [entry], false);
    const response = { more: true, serverTime: entry.at };
    const answered = { response, results, histories, again: new Set<string>(), session };
    const settling = new Settling(answered);
    for (const notice of notices) settling.settle(notice);
    await settling.write(database, [entry.order]);
  });
}

/** The villages whose server turns out to be set back, as far as the answer alone tells. */
export function setBackBy(
  { request }: Pick<Exchange, 'request'>,
  response: SyncResponse,
): readonly VillageCode[] {
  const asked = Object.entries(request.cursors) as [VillageCode, number][]; // of a record of villages
  return asked
    .filter(([village, cursor]) => isSetBack(village, cursor, response))
    .map(([village]) => village);
}

function isSetBack(village: VillageCode, cursor: number, response: SyncResponse): boolean {
  const reached = response.cursors[village] ?? cursor;
  return reached < cursor || response.restarted?.includes(village) === true;
}

interface Villages {
  /** Those that the answer may tell changes of. */
  readonly asked: ReadonlySet<VillageCode>;
  /**
   * Those whose server was found set back since the request was made, or whose notices were let go:
   * this answer is from before.
   */
  readonly outdated: ReadonlySet<VillageCode>;
  /** Those whose server turns out to be set back by this answer. */
  readonly restarted: readonly VillageCode[];
}

function villagesOf(
  { request, histories }: Exchange,
  response: SyncResponse,
  known: Readonly<Record<VillageCode, VillageHistory>>,
  cursors: Readonly<Record<VillageCode, number>>,
): Villages {
  const asked = new Set<VillageCode>();
  const outdated = new Set<VillageCode>();
  const restarted: VillageCode[] = [];
  for (const [name, cursor = 0] of Object.entries(request.cursors)) {
    const village = name as VillageCode; // the keys of a record of villages
    const isOtherHistory = (known[village]?.number ?? 0) !== (histories[village]?.number ?? 0);
    const isLetGo = cursor > 0 && cursors[village] === undefined;
    if (isOtherHistory || isLetGo) {
      outdated.add(village);
      continue;
    }
    asked.add(village);
    if (isSetBack(village, cursor, response)) restarted.push(village);
  }
  return { asked, outdated, restarted };
}

function moveCursors(
  asked: ReadonlySet<VillageCode>,
  restarted: readonly VillageCode[],
  response: SyncResponse,
  cursors: Record<VillageCode, number>,
  histories: Record<VillageCode, VillageHistory>,
): boolean {
  let hasMoved = false;
  for (const village of asked) {
    const reached = response.cursors[village];
    const before = cursors[village] ?? 0;
    if (reached === undefined || (reached < before && !restarted.includes(village))) continue;
    hasMoved ||= reached !== before;
    cursors[village] = reached;
    const { mark: _former, ...history } = histories[village] ?? { number: 0 };
    const mark = response.histories?.[village];
    histories[village] = mark === undefined ? history : { ...history, mark };
  }
  return hasMoved;
}

/** The places in the outbox that are taken, from the first to the last of what was sent. */
async function ordersStanding(
  database: DeviceDatabase,
  { entries }: Exchange,
): Promise<readonly number[]> {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (!first || !last) return [];
  // one look at the keys of the whole stretch: a page's entries stand close together
  const there = database.outbox.where('order').between(first.order, last.order, true, true);
  return (await there.primaryKeys()).filter((order) => order !== undefined);
}

/** What was sent and still waits; another tab may have taken some answers in already. */
function stillWaiting(
  { entries }: Exchange,
  standing: readonly number[],
  outdated: ReadonlySet<VillageCode>,
): readonly FrozenEntry[] {
  const found = new Set(standing);
  return entries.filter(({ order, village }) => found.has(order) && !outdated.has(village));
}

function stateAfter({ serverTime }: SyncResponse, sentAt: Date, now: Date) {
  const middle = (sentAt.getTime() + now.getTime()) / 2;
  return { succeededAt: now.toISOString(), clockSkew: Date.parse(serverTime) - middle };
}

/** Of two clocks the one behind: where either has run ahead, what was sent today looks old. */
function earlier(serverTime: string, now: Date): string {
  return Date.parse(serverTime) < now.getTime() ? serverTime : now.toISOString();
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}
