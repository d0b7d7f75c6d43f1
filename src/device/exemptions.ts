import * as v from 'valibot';
import {
  applyExemptionAction,
  type Exemption,
  type ExemptionAction,
  type ExemptionRefusal,
  encodeBase32,
  oversees,
  type VillageCode,
} from '../notice/index.ts';
import { redactBeforeStorage } from '../privacy/index.ts';
import {
  type ExemptionsResponse,
  PROTOCOL_VERSION,
  type Session,
  SyncResponseSchema,
} from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import type { Transport } from './sync.ts';
import { RequestRejected, SyncTrouble } from './trouble.ts';

/** An item that does not apply, on this device: what the server holds, and what was said here. */
export interface StoredExemption {
  readonly village: VillageCode;
  readonly item: string;
  /** With what still waits to be sent. */
  readonly head: Exemption;
  /** As the server told it; absent for what was first said here and waits. */
  readonly base?: Exemption;
  /** Why the server turned the last word away. */
  readonly refusal?: string;
}

/** What was said, on its way to the server. */
export interface ExemptionEntry {
  /** Ascending: the order in which things were said. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
  readonly item: string;
  readonly action: ExemptionAction;
  readonly at: string;
}

/** How many one request carries. */
const PAGE = 50;

/**
 * Says that an item does not apply to a village, or that it does again: at once and without signal,
 * with its entry for the server in one transaction. Numbers that must not leave the phone are masked
 * first. Returns why it cannot be done; undefined where it was.
 */
export async function declareExemption(
  database: DeviceDatabase,
  { village, item }: Pick<StoredExemption, 'village' | 'item'>,
  typed: ExemptionAction,
  surroundings: {
    readonly now: () => Date;
    readonly randomBytes: (length: number) => Uint8Array;
  },
): Promise<ExemptionRefusal | 'signed-out' | undefined> {
  const session = await database.read('session');
  if (!session) return 'signed-out';
  const action = withoutForbidden(typed);
  const at = surroundings.now().toISOString();
  const by = { person: session.person.id, name: session.person.name, at };
  const tables = [database.exemptions, database.exemptionOutbox];
  return database.transaction('rw', tables, async () => {
    const stored = await database.exemptions.get([village, item]);
    const outcome = applyExemptionAction(stored?.head, action, { village, item, by });
    if (!outcome.ok) return outcome.refusal;
    const { refusal: _refusal, ...rest } = stored ?? { village, item };
    await database.exemptions.put({ ...rest, head: outcome.exemption });
    const id = encodeBase32(surroundings.randomBytes(16));
    await database.exemptionOutbox.add({ id, village, item, action, at });
    return undefined;
  });
}

function withoutForbidden(action: ExemptionAction): ExemptionAction {
  if (action.kind === 'end') return action;
  return { ...action, reason: redactBeforeStorage(action.reason, { where: 'text' }).text };
}

/**
 * Sends what waits about items that do not apply and takes in what others said. It asks only where
 * something waits or a village has moved on since it last asked. Safe to break off and to repeat.
 * Rejects with the transport's SyncTrouble.
 */
export async function syncExemptions(
  database: DeviceDatabase,
  transport: Transport,
  now: () => Date,
): Promise<void> {
  for (;;) {
    const session = await database.read('session');
    // whoever oversees villages is told with their deadlines
    if (!session || oversees(session.person.role)) return;
    const entries = await database.exemptionOutbox.orderBy('order').limit(PAGE).toArray();
    const cursors = await cursorsBehind(database, session);
    if (entries.length === 0 && Object.keys(cursors).length === 0) return;
    const answer = await transport({
      protocol: PROTOCOL_VERSION,
      sentAt: now().toISOString(),
      cursors: {} as Record<VillageCode, number>, // no notices are asked for
      mutations: [],
      exemptions: {
        cursors,
        mutations: entries.map(({ order: _order, ...mutation }) => mutation),
      },
    });
    const parsed = v.safeParse(SyncResponseSchema, answer);
    if (!parsed.success) throw new SyncTrouble('server');
    const { exemptions } = parsed.output;
    if (!exemptions) return;
    await takeIn(database, entries, exemptions);
    if (exemptions.results.length < entries.length) throw new RequestRejected('unreadable', false);
    if (entries.length < PAGE) return;
  }
}

/** The villages that have changed since they were last asked, and those where something waits. */
async function cursorsBehind(
  database: DeviceDatabase,
  session: Session,
): Promise<Record<VillageCode, number>> {
  const notices = (await database.read('cursors')) ?? {};
  const kept = (await database.read('exemptionCursors')) ?? {};
  const waiting = new Set((await database.exemptionOutbox.toArray()).map(({ village }) => village));
  const behind = session.villages.filter(
    ({ code }) => waiting.has(code) || (notices[code] ?? 0) !== (kept[code] ?? 0),
  );
  // keyed by codes
  return Object.fromEntries(behind.map(({ code }) => [code, kept[code] ?? 0])) as Record<
    VillageCode,
    number
  >;
}

async function takeIn(
  database: DeviceDatabase,
  entries: readonly ExemptionEntry[],
  { results, changes, cursors }: ExemptionsResponse,
): Promise<void> {
  const tables = [database.exemptions, database.exemptionOutbox, database.kept];
  await database.transaction('rw', tables, async () => {
    const answers = new Map(results.map((result) => [result.id, result]));
    for (const entry of entries) {
      const result = answers.get(entry.id);
      if (!result || entry.order === undefined) continue;
      await database.exemptionOutbox.delete(entry.order);
      if (result.outcome === 'accepted') continue;
      const stored = await database.exemptions.get([entry.village, entry.item]);
      if (stored) await database.exemptions.put({ ...stored, refusal: result.code });
    }
    for (const { exemption } of changes) await keepTold(database, exemption);
    await settleRefused(database, entries);
    const kept = (await database.read('exemptionCursors')) ?? {};
    // both are keyed by codes; the schema's type says that any may be absent
    await database.keep('exemptionCursors', { ...kept, ...cursors } as Record<VillageCode, number>);
  });
}

/** Keeps what the server tells of an item; what still waits here is told again after it was sent. */
export async function keepTold(database: DeviceDatabase, exemption: Exemption): Promise<void> {
  const { village, item } = exemption;
  const stored = await database.exemptions.get([village, item]);
  const isWaiting = (await waitingFor(database, exemption)) > 0;
  const head = isWaiting && stored ? stored.head : exemption;
  await database.exemptions.put({ ...(stored ?? { village, item }), base: exemption, head });
}

/** What was refused does not stand: the item shows what the server holds, and why. */
async function settleRefused(
  database: DeviceDatabase,
  entries: readonly ExemptionEntry[],
): Promise<void> {
  for (const { village, item } of entries) {
    const stored = await database.exemptions.get([village, item]);
    if (!stored?.refusal || (await waitingFor(database, { village, item })) > 0) continue;
    await database.exemptions.put({ ...stored, head: stored.base ?? { village, item, steps: [] } });
  }
}

function waitingFor(
  database: DeviceDatabase,
  { village, item }: Pick<StoredExemption, 'village' | 'item'>,
): Promise<number> {
  return database.exemptionOutbox.where('[village+item]').equals([village, item]).count();
}
