import type { EntityTable, InsertType } from 'dexie';
import { type VillageCode, withStepsOf } from '../notice/index.ts';
import type { MutationResult, Session } from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import { villagesHeld } from './followed.ts';

/**
 * Objections and items that do not apply are told with the server's seal. When a server was set back to
 * an older backup, each phone brings back what it had been told and the server has lost, everybody's
 * steps in their order; the seal vouches for them, and what is there already is not doubled.
 */

type Cursors = Record<VillageCode, number>;
/** As parsed from the wire, where any village may be absent. */
type Reached = Readonly<Partial<Record<VillageCode, number>>>;
type Marks = Readonly<Partial<Record<VillageCode, string>>>;

interface Known {
  readonly marks: Record<VillageCode, string>;
  /** The villages whose marks are kept: those whose notices this phone holds. */
  readonly villages: ReadonlySet<VillageCode>;
}

/** The marks that came with the cursors. */
export async function marksOf(
  database: DeviceDatabase,
  session: Session,
  name: 'objectionHistories' | 'exemptionHistories',
): Promise<Known> {
  const kept = (await database.read(name)) ?? {};
  const villages = new Set(await villagesHeld(database, session));
  const marks: Record<VillageCode, string> = {};
  for (const village of villages) {
    const mark = kept[village];
    if (mark !== undefined) marks[village] = mark;
  }
  return { marks, villages };
}

/** Up to where each village is known; one without its mark is asked for whole, with seals. */
export function cursorsFrom(session: Session, kept: Reached, { marks, villages }: Known): Cursors {
  return Object.fromEntries(
    session.villages.map(({ code }) => {
      const isUnsealed = villages.has(code) && marks[code] === undefined;
      return [code, isUnsealed ? 0 : (kept[code] ?? 0)];
    }),
  ) as Cursors; // keyed by codes
}

interface Told {
  readonly cursors: Reached;
  readonly histories?: Marks | undefined;
}

/** Whether an answer tells another place or mark than was asked with. */
export function hasMoved(request: Told, told: Told): boolean {
  const isOther = (before: Reached | Marks = {}, after: Reached | Marks = {}) =>
    Object.entries(after).some(([village, one]) => before[village as VillageCode] !== one);
  return isOther(request.cursors, told.cursors) || isOther(request.histories, told.histories);
}

/** Keeps how far an answer reached; to be called inside a transaction over the kept values. */
export async function keepReached(
  database: DeviceDatabase,
  cursorsName: 'objectionCursors' | 'exemptionCursors',
  marksName: 'objectionHistories' | 'exemptionHistories',
  { cursors, histories }: Told,
): Promise<void> {
  // both are keyed by codes; the schema's type says that any may be absent
  const reached = { ...(await database.read(cursorsName)), ...cursors } as Cursors;
  const marks = { ...(await database.read(marksName)), ...histories } as Record<
    VillageCode,
    string
  >;
  await database.keep(cursorsName, reached);
  await database.keep(marksName, marks);
}

/** Whether the server owes an answer; it owes none for villages that it found set back. */
export function lacksAnswers(
  entries: readonly { readonly id: string; readonly village: VillageCode }[],
  results: readonly MutationResult[],
  untouched: readonly VillageCode[],
): boolean {
  const answered = new Set(results.map(({ id }) => id));
  return entries.some(({ id, village }) => !answered.has(id) && !untouched.includes(village));
}

/** Whether what the server tells has every step that is known. */
export function isCovered<Matter extends Parameters<typeof withStepsOf>[0]>(
  known: Matter,
  told: Matter | undefined,
): boolean {
  return told !== undefined && withStepsOf(told, known) === told;
}

export function bringBack<Sealed extends { readonly seal: string }>(sealed: Sealed) {
  return { kind: 'bring-back' as const, ...sealed };
}

interface Queued {
  readonly order?: number;
  readonly id: string;
  readonly action: { readonly kind: string };
}

/** Queues what is to be brought back in front of what waits, each state of a thing once. */
export async function queueInFront<Entry extends Queued>(
  outbox: EntityTable<Entry, 'order'>,
  lost: readonly (Omit<Entry, 'order' | 'id'> & { readonly action: { readonly seal: string } })[],
): Promise<void> {
  // the same state has the same id on every phone: who comes second changes nothing
  const named = lost.map((one) => ({ ...one, id: `back-${one.action.seal}` }));
  const waiting = await outbox
    .where('id')
    .anyOf(named.map(({ id }) => id))
    .toArray();
  const known = new Set(waiting.map(({ id }) => id));
  const fresh = named.filter(({ id }) => !known.has(id));
  const first = (await outbox.orderBy('order').first())?.order ?? 1;
  const entries = fresh.map((one, index) => ({ ...one, order: first - fresh.length + index }));
  // an entry without its order is what the table takes, and what it gives is one with it
  await outbox.bulkAdd(entries as unknown as InsertType<Entry, 'order'>[]);
}
