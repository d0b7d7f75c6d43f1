import type { EntityTable, Table } from 'dexie';
import type { VillageCode } from '../notice/index.ts';
import type { MutationResult, Session } from '../protocol/index.ts';
import { cursorsFrom, hasMoved, keepReached, lacksAnswers, marksOf } from './bring-back.ts';
import type { DeviceDatabase } from './database.ts';
import { RequestRejected } from './trouble.ts';

/**
 * The exchange that objections and items that do not apply have in common: what one request asks and
 * says of such matters, and what is done with the answer around each kind's own.
 */

/** Where a kind of matter has come to, by the names under which it is kept. */
export interface MatterNames {
  readonly cursors: 'objectionCursors' | 'exemptionCursors';
  /** The server's marks that came with the cursors. */
  readonly marks: 'objectionHistories' | 'exemptionHistories';
}

/** A step on its way to the server. */
interface MatterEntry {
  /** Ascending: the order in which things were done. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
}

type ByVillage<Value> = Partial<Record<VillageCode, Value>>;

/** How many steps one request carries. */
const PAGE = 50;

/** What one request asks, and the first of the steps that wait. */
export async function mattersAsked<Entry extends MatterEntry>(
  database: DeviceDatabase,
  session: Session,
  outbox: EntityTable<Entry, 'order'>,
  names: MatterNames,
) {
  const entries = await outbox.orderBy('order').limit(PAGE).toArray();
  const kept = (await database.read(names.cursors)) ?? {};
  const known = await marksOf(database, session, names.marks);
  const cursors = cursorsFrom(session, kept, known);
  const mutations = entries.map(({ order: _order, ...mutation }) => mutation);
  return { entries, request: { cursors, mutations, histories: known.marks } };
}

interface Asked {
  readonly entries: readonly MatterEntry[];
  readonly request: {
    readonly cursors: ByVillage<number>;
    readonly histories?: ByVillage<string> | undefined;
  };
}

interface Told {
  readonly results: readonly MutationResult[];
  readonly changes: readonly unknown[];
  readonly cursors: ByVillage<number>;
  readonly histories?: ByVillage<string> | undefined;
  readonly restarted?: readonly VillageCode[] | undefined;
  readonly more?: boolean;
}

/** Whether to ask again at once, and which villages' servers were set back. */
export interface MattersTaken {
  readonly isMoreToCome: boolean;
  readonly restarted: readonly VillageCode[];
}

/**
 * Takes in what was answered and told, by `take` in one transaction over `tables` with how far it
 * reached. Harmless when it comes twice: an entry leaves the outbox in the transaction that takes its
 * answer in.
 *
 * @throws RequestRejected when the server leaves out an answer that it owes.
 */
export async function takeMattersIn(
  database: DeviceDatabase,
  { entries, request }: Asked,
  told: Told,
  untouched: readonly VillageCode[],
  {
    names,
    tables,
    take,
  }: {
    readonly names: MatterNames;
    readonly tables: readonly Table[];
    readonly take: (restarted: readonly VillageCode[]) => Promise<void>;
  },
): Promise<MattersTaken> {
  const restarted = told.restarted ?? [];
  if (entries.length > 0 || told.changes.length > 0 || hasMoved(request, told)) {
    await database.transaction('rw', [...tables, database.kept], async () => {
      await take(restarted);
      await keepReached(database, names.cursors, names.marks, told);
    });
  }
  const isUnanswered = lacksAnswers(entries, told.results, [...restarted, ...untouched]);
  if (isUnanswered) throw new RequestRejected('unreadable', false);
  const hasMoreToSay = entries.length === PAGE || entries.length > told.results.length;
  const isMoreToCome = told.more === true || restarted.length > 0 || hasMoreToSay;
  return { isMoreToCome, restarted };
}

/** Takes from the outbox what was to be brought back and is there by now; what still waits remains. */
export async function dropNeedless<Entry extends MatterEntry>(
  outbox: { readonly bulkDelete: (orders: number[]) => PromiseLike<void> },
  waiting: readonly Entry[],
  isNeedless: (entry: Entry) => boolean,
): Promise<readonly Entry[]> {
  await outbox.bulkDelete(waiting.filter(isNeedless).flatMap(({ order }) => order ?? []));
  return waiting.filter((entry) => !isNeedless(entry));
}
