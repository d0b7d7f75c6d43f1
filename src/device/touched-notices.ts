import type { Notice, NoticeDocument, VillageCode } from '../notice/index.ts';
import type { NoticeChange } from '../protocol/index.ts';
import type {
  DeviceDatabase,
  NoticeKey,
  NoticeSummary,
  OutboxEntry,
  StoredNotice,
} from './database.ts';
import { type FrozenEntry, keyOf, queueOf } from './outbox.ts';
import { SyncTrouble } from './trouble.ts';

/** A notice as the server told it, whole. */
export interface Change {
  readonly sequence: number;
  readonly notice: Notice;
  readonly document?: NoticeDocument;
}

/** A notice that the answer speaks of, with all that is known of it here. */
export interface TouchedNotice {
  readonly key: NoticeKey;
  readonly stored: StoredNotice | undefined;
  readonly queue: readonly OutboxEntry[];
  readonly change: Change | undefined;
  readonly touchedAt: string;
  readonly refusedSaves: readonly string[];
}

/** Entries by their notices, as `keyOf` names these, each in its order. */
export function byNotice<Entry extends OutboxEntry>(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.village, entry.notice);
    const own = found.get(key);
    if (own) own.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

/**
 * The change with what the request itself carried put back in; `entries` are its entries by notice.
 *
 * @throws SyncTrouble when the request did not carry what is left out.
 */
export function completed(
  { sequence, notice, document }: NoticeChange,
  entries: ReadonlyMap<string, readonly FrozenEntry[]>,
): Change {
  const { content, ...rest } = notice;
  const own = entries.get(keyOf(notice.village, notice.code)) ?? [];
  const sent = own.flatMap(({ action }) => (action.kind === 'save' ? [action.content] : []));
  const published = own.flatMap(({ action }) =>
    action.kind === 'publish' ? [action.document] : [],
  );
  const whole = content ?? sent.at(-1);
  if (!whole) throw new SyncTrouble('server');
  const words = document ?? (notice.revisions.length > 0 ? published.at(-1) : undefined);
  return {
    sequence,
    notice: { ...rest, content: whole },
    ...(words ? { document: words } : {}),
  };
}

/**
 * Everything the device knows of the notices that an answer is about, in a few large reads: those that
 * changed, those of the entries that were answered, and when nothing more is to come those that were
 * answered on an earlier page. `answered` are in the order in which they were done. To be called
 * inside a transaction over the work tables.
 */
export async function noticesTouched(
  database: DeviceDatabase,
  changes: readonly Change[],
  answered: readonly OutboxEntry[],
  isComplete: boolean,
): Promise<TouchedNotice[]> {
  const keys = new Map<string, NoticeKey>();
  const add = (village: VillageCode, code: NoticeKey[1]) =>
    keys.set(keyOf(village, code), [village, code]);
  const changed = new Map(changes.map((one) => [keyOf(one.notice.village, one.notice.code), one]));
  for (const { notice } of changes) add(notice.village, notice.code);
  for (const { village, notice } of answered) add(village, notice);
  if (isComplete) {
    // what was answered on an earlier page is settled, now that nothing more is to be told
    const earlier = database.outbox.where('answeredAt').above('');
    // mostly nothing was, and a browser counts that in less time than it lists it
    const found = (await earlier.count()) > 0 ? await earlier.toArray() : [];
    for (const { village, notice } of found) add(village, notice);
  }
  const list = [...keys.values()];
  const [stored, isAnyWaiting, refusals] = await Promise.all([
    database.notices.bulkGet(list),
    answered.length > 0 ||
      database.outbox
        .limit(1)
        .primaryKeys()
        .then((keys) => keys.length > 0),
    database.refused.count(),
  ]);
  const summaries = await summariesOf(database, list, stored);
  const told = byNotice(answered);
  const queues = await Promise.all(
    list.map((key, index) => {
      const own = told.get(keyOf(...key));
      // mostly what was answered is all that waited: then there is nothing to look up
      if (own && summaries[index]?.waiting === own.length) return own;
      return isAnyWaiting ? queueOf(database, ...key) : [];
    }),
  );
  const refused = await Promise.all(
    list.map((key) =>
      refusals === 0 ? [] : database.refused.where('[village+notice]').equals(key).toArray(),
    ),
  );
  return list.map((key, index) => ({
    key,
    stored: stored[index],
    queue: queues[index] ?? [],
    change: changed.get(keyOf(...key)),
    touchedAt: summaries[index]?.touchedAt ?? '',
    refusedSaves: (refused[index] ?? [])
      .filter(({ action }) => action.kind === 'save')
      .map(({ id }) => id),
  }));
}

/** The summaries of what is here, in the places of its keys: a first pull finds nothing to read. */
async function summariesOf(
  database: DeviceDatabase,
  keys: readonly NoticeKey[],
  stored: readonly (StoredNotice | undefined)[],
): Promise<readonly (NoticeSummary | undefined)[]> {
  const here = keys.filter((_key, index) => stored[index]);
  const found = (await database.summaries.bulkGet(here)).values();
  return stored.map((one) => one && found.next().value);
}
