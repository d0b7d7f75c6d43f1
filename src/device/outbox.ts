import {
  conflictsBeyond,
  contentDigest,
  type Notice,
  type NoticeAction,
  type NoticeCode,
  type VillageCode,
} from '../notice/index.ts';
import { QueuedBefore } from './awaiting.ts';
import type { DeviceDatabase, NoticeKey, OutboxEntry, StoredNotice } from './database.ts';
import { writtenPart } from './packed-rows.ts';

export type SaveAction = Extract<NoticeAction, { kind: 'save' }>;

/** An entry that may leave the device: its action is complete and will never change. */
export interface FrozenEntry extends OutboxEntry {
  readonly order: number;
  readonly action: NoticeAction;
}

export interface PageLimits {
  /** Of JSON before compression. At least one entry is taken, whatever its length. */
  readonly characters: number;
  readonly entries: number;
  /** Notices whose entries stay for now, as `keyOf` names them. */
  readonly without: ReadonlySet<string>;
  /** A page that is under way: what is behind it, of notices that no page since the first has met. */
  readonly behind?: Page;
}

export interface Page {
  readonly entries: readonly FrozenEntry[];
  /** Whether nothing waits behind them, and nothing was passed over. */
  readonly isLast: boolean;
  readonly hasHeldBack: boolean;
  /** The notices of which anything was passed over or is on the pages before: no later step leaves. */
  readonly held: ReadonlySet<string>;
  /** How long its entries are on average, in characters of JSON; 0 where there are none. */
  readonly usual: number;
}

/**
 * A page may be so much longer where all that waits fits it: a short one behind it would cost a weak
 * link another round trip.
 */
const LAST_PAGE = 1.25;
/**
 * How many entries are read at once while a page is filled: as many as it has room for, by the length
 * of those before, and some until that is known.
 */
const FIRST_CHUNK = 16;
const SMALLEST_CHUNK = 8;
const LARGEST_CHUNK = 200;

export function keyOf(village: VillageCode, notice: NoticeCode): string {
  return `${village}/${notice}`;
}

/** What waits of one notice, in the order in which it was done. */
export function queueOf(
  database: DeviceDatabase,
  village: VillageCode,
  code: NoticeCode,
): Promise<OutboxEntry[]> {
  return database.outbox.where('[village+notice]').equals([village, code]).sortBy('order');
}

/** The save that says what the notice holds, beyond what its base does. */
export function saveOf({ base, head }: StoredNotice): SaveAction {
  return withBase({ kind: 'save', baseVersion: 0, ...typedIn(head) }, base);
}

/**
 * The oldest entries that fit a page, frozen and marked as attempted before they leave. A notice's
 * second save waits for the answer to its first, since only then is the version known that it starts
 * from; whatever was done after a save that waits, waits behind it. Where the server was set back,
 * what stands on other phones' work waits until they have sent it again.
 */
export async function nextPage(database: DeviceDatabase, limits: PageLimits): Promise<Page> {
  const tables = [database.outbox, database.notices, database.kept];
  return database.transaction('rw', tables, async () => {
    const gathering = await historiesGathering(database);
    const before = new Map<string, QueuedBefore>();
    const page: FrozenEntry[] = [];
    const fresh: FrozenEntry[] = [];
    const empty: number[] = [];
    const { behind } = limits;
    const held = new Set([...limits.without, ...(behind?.held ?? [])]);
    for (const { village, notice } of behind?.entries ?? []) held.add(keyOf(village, notice));
    const saved = new Set<string>();
    let characters = 0;
    /** So many entries fit the page proper. */
    let fitting: number | undefined;
    let last = behind?.entries.at(-1)?.order ?? Number.NEGATIVE_INFINITY;
    let isLast = false;
    let hasHeldBack = behind?.hasHeldBack ?? false;
    const most = LAST_PAGE * limits.characters;
    let size = behind?.usual ? fittingChunk(limits.characters, behind.usual) : FIRST_CHUNK;
    reading: while (page.length < limits.entries) {
      const chunk = await database.outbox.where('order').above(last).limit(size).toArray();
      // beyond a full page only what is surely all that waits is worth looking into
      if (fitting !== undefined && chunk.length === size) break;
      const bases = await noticesOf(database, chunk, gathering);
      const found = page.length;
      for (const entry of chunk) {
        last = entry.order ?? last;
        const key = keyOf(entry.village, entry.notice);
        const isSave = entry.action.kind === 'save' || entry.action.kind === 'pending-save';
        if (entry.answer || (isSave && saved.has(key))) held.add(key);
        const history = gathering.get(entry.village);
        if (history !== undefined && entry.action.kind !== 'pending-save') {
          const queued = before.get(key) ?? new QueuedBefore();
          before.set(key, queued);
          const stored = bases.get(key);
          const told = stored?.history === history ? stored.base : undefined;
          if (queued.misses(entry.action, told)) held.add(key);
          queued.add(entry.action);
        }
        if (held.has(key)) {
          hasHeldBack = true;
          continue;
        }
        const frozen = frozenEntry(entry, last, bases.get(key));
        if (!frozen) {
          empty.push(last);
          continue;
        }
        characters += writtenPart(frozen.action).length;
        if (page.length > 0 && characters > limits.characters) fitting ??= page.length;
        const isFull = page.length >= limits.entries || characters > most;
        if (page.length > 0 && isFull) break reading;
        page.push(frozen);
        if (!entry.attempted) fresh.push(frozen);
        if (isSave) saved.add(key);
      }
      isLast = chunk.length < size && !hasHeldBack;
      if (chunk.length < size) break;
      const room = (fitting === undefined ? limits.characters : most) - characters;
      // where all has to wait that was read, the way to what need not may be long
      size =
        page.length === found
          ? Math.min(LARGEST_CHUNK, 2 * size)
          : fittingChunk(room, characters / page.length);
    }
    const isWhole = isLast || fitting === undefined;
    const entries = isWhole ? page : page.slice(0, fitting);
    const leaving = new Set(entries);
    await database.outbox.bulkPut(fresh.filter((entry) => leaving.has(entry)));
    await database.outbox.bulkDelete(empty);
    return { entries, isLast, hasHeldBack, held, usual: characters / page.length || 0 };
  });
}

/** How many entries of this length fill the room, and one more. */
function fittingChunk(room: number, usual: number): number {
  const fitting = Math.ceil(room / usual) + 1;
  return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, fitting));
}

/**
 * Gives a notice's queued save the content that stands now, so that later typing cannot slip under
 * what is done next; to be called inside a transaction over outbox and notices.
 */
export async function freezePendingSave(
  database: DeviceDatabase,
  stored: StoredNotice,
): Promise<void> {
  const last = (await queueOf(database, stored.village, stored.code)).at(-1);
  if (last?.action.kind !== 'pending-save') return;
  await database.outbox.put({ ...last, action: saveOf(stored) });
}

function typedIn({ content, conflicts }: Notice): Pick<SaveAction, 'content' | 'conflicts'> {
  return { content, conflicts };
}

/** The save as it starts from what the server is known to hold. */
function withBase(save: SaveAction, base: Notice | undefined): SaveAction {
  const { baseDigest: _unknown, ...rest } = save;
  if (!base) return { ...rest, baseVersion: 0 };
  return {
    ...rest,
    baseVersion: base.version,
    baseDigest: contentDigest(base.content),
    conflicts: [...conflictsBeyond(base.conflicts, save.conflicts)],
  };
}

function frozenEntry(
  entry: OutboxEntry,
  order: number,
  stored: StoredNotice | undefined,
): FrozenEntry | undefined {
  const { action } = entry;
  if (action.kind === 'pending-save') {
    // a save that stands for a notice which is not there says nothing
    return stored && { ...entry, order, action: saveOf(stored), attempted: true };
  }
  const isOpen = action.kind === 'save' && !entry.attempted;
  const complete = isOpen ? withBase(action, stored?.base) : action;
  return { ...entry, order, action: complete, attempted: true };
}

/** The villages whose server was set back lately, each with the number of its history since. */
async function historiesGathering(database: DeviceDatabase): Promise<ReadonlyMap<string, number>> {
  const histories = Object.entries((await database.read('histories')) ?? {});
  const gathering = histories.filter(([, { restartedAt }]) => restartedAt !== undefined);
  return new Map(gathering.map(([village, { number }]) => [village, number]));
}

/** The notices that have to be looked at before these entries are sent, by `keyOf`. */
async function noticesOf(
  database: DeviceDatabase,
  entries: readonly OutboxEntry[],
  gathering: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, StoredNotice>> {
  const open = entries.filter(
    ({ village, action, attempted }) =>
      action.kind === 'pending-save' ||
      (action.kind === 'save' && !attempted) ||
      gathering.has(village),
  );
  const keys = open.map(({ village, notice }): NoticeKey => [village, notice]);
  const found = await database.notices.bulkGet(keys);
  return new Map(found.flatMap((one) => (one ? [[keyOf(one.village, one.code), one]] : [])));
}
