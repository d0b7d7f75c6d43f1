import {
  applyExemptionAction,
  canonicalJson,
  type Exemption,
  type ExemptionAction,
  type ExemptionRefusal,
  encodeBase32,
  oversees,
  type VillageCode,
} from '../notice/index.ts';
import { redactBeforeStorage } from '../privacy/index.ts';
import type { ExemptionsRequest, ExemptionsResponse, Session } from '../protocol/index.ts';
import { bringBack, isCovered, queueInFront } from './bring-back.ts';
import type { DeviceDatabase, ExemptionEntry, StoredExemption } from './database.ts';
import {
  dropNeedless,
  type MatterNames,
  type MattersTaken,
  mattersAsked,
  takeMattersIn,
} from './matters.ts';

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

const NAMES: MatterNames = { cursors: 'exemptionCursors', marks: 'exemptionHistories' };

/** What one request asks and says about items that do not apply. */
export interface ExemptionsAsked {
  readonly entries: readonly ExemptionEntry[];
  readonly request: ExemptionsRequest;
}

/**
 * The part of the next request that is about items that do not apply; undefined for whoever oversees
 * villages, who is told with their deadlines.
 */
export async function exemptionsAsked(
  database: DeviceDatabase,
  session: Session,
): Promise<ExemptionsAsked | undefined> {
  if (oversees(session.person.role) || session.villages.length === 0) return undefined;
  return mattersAsked(database, session, database.exemptionOutbox, NAMES);
}

/** Takes in what was answered and told; see `takeMattersIn`. */
export async function takeExemptionsIn(
  database: DeviceDatabase,
  asked: ExemptionsAsked,
  told: ExemptionsResponse,
  untouched: readonly VillageCode[],
  now: Date,
): Promise<MattersTaken> {
  const tables = [database.exemptions, database.exemptionOutbox];
  const take = async (restarted: readonly VillageCode[]) => {
    const exemptions = new Map(told.changes.map(({ exemption }) => [exemption.item, exemption]));
    for (const village of restarted) await queueLost(database, village, exemptions, now);
    for (const entry of asked.entries) {
      const result = told.results.find(({ id }) => id === entry.id);
      if (!result || entry.order === undefined) continue;
      await database.exemptionOutbox.delete(entry.order);
      if (result.outcome === 'accepted') continue;
      const stored = await database.exemptions.get([entry.village, entry.item]);
      if (stored) await database.exemptions.put({ ...stored, refusal: result.code });
    }
    for (const { exemption, seal } of told.changes) await keepTold(database, exemption, seal);
    await settleRefused(database, asked.entries);
  };
  return takeMattersIn(database, asked, told, untouched, { names: NAMES, tables, take });
}

/** Queues what a set-back server no longer has, in front of whatever waits. */
async function queueLost(
  database: DeviceDatabase,
  village: VillageCode,
  told: ReadonlyMap<string, Exemption>,
  now: Date,
): Promise<void> {
  const held = await database.exemptions
    .where('[village+item]')
    .between([village, ''], [village, '\uffff'])
    .toArray();
  const at = now.toISOString();
  const lost = held.flatMap(({ item, base, seal }) =>
    base && seal && !isCovered(base, told.get(item))
      ? [{ village, item, at, action: bringBack({ exemption: base, seal }) }]
      : [],
  );
  await queueInFront(database.exemptionOutbox, lost);
}

/** Keeps what the server tells of an item; what still waits here is told again after it was sent. */
export async function keepTold(
  database: DeviceDatabase,
  exemption: Exemption,
  seal?: string,
): Promise<void> {
  const { village, item } = exemption;
  const stored = await database.exemptions.get([village, item]);
  const { seal: former, ...rest } = stored ?? { village, item };
  // who tells the same without its seal takes nothing from it
  const isSame = stored?.base && canonicalJson(stored.base) === canonicalJson(exemption);
  const ownSeal = seal ?? (isSame ? former : undefined);
  const waiting = await waitingFor(database, exemption).toArray();
  const remaining = await dropNeedless(
    database.exemptionOutbox,
    waiting,
    ({ action }) => action.kind === 'bring-back' && isCovered(action.exemption, exemption),
  );
  const head = remaining.length > 0 && stored ? stored.head : exemption;
  await database.exemptions.put({
    ...{ ...rest, base: exemption, head },
    ...(ownSeal ? { seal: ownSeal } : {}),
  });
}

/** What was refused does not stand: the item shows what the server holds, and why. */
async function settleRefused(
  database: DeviceDatabase,
  entries: readonly ExemptionEntry[],
): Promise<void> {
  for (const { village, item } of entries) {
    const stored = await database.exemptions.get([village, item]);
    if (!stored?.refusal) continue;
    if ((await waitingFor(database, { village, item }).count()) > 0) continue;
    await database.exemptions.put({ ...stored, head: stored.base ?? { village, item, steps: [] } });
  }
}

function waitingFor(
  database: DeviceDatabase,
  { village, item }: Pick<StoredExemption, 'village' | 'item'>,
) {
  return database.exemptionOutbox.where('[village+item]').equals([village, item]);
}
