import { mayAct, type VillageCode } from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';
import type {
  DeviceDatabase,
  OutboxEntry,
  StoredNotice,
  StoredPhotograph,
  StoredRecording,
} from './database.ts';
import { contextOf } from './deed.ts';
import { keyOf, queueOf, saveOf } from './outbox.ts';
import { carriedOver } from './rebase.ts';
import { writeNotices } from './write-notices.ts';

/**
 * A server that was set back to an older backup has lost work that it once accepted. Each device
 * sends again what it sent itself, under the same ids, so that nothing happens twice. What is still
 * missing days later, because its author's phone is gone, is sent by whoever has it.
 */

/** So long do the authors' own phones have to send again, before others send the content alone. */
const AUTHORS_DAYS = 3;
/** So long may a phone that was off bring back a recording that somebody else had taken down. */
const REMOVED_AGAIN_DAYS = 14;

/**
 * Puts what these villages' server once accepted back into the outbox, each in its old place. Gives
 * the ids; to be called inside a transaction over the work tables.
 */
export async function sendAgain(
  database: DeviceDatabase,
  villages: readonly VillageCode[],
): Promise<ReadonlySet<string>> {
  if (villages.length === 0) return new Set();
  const sent = await database.sent
    .where('village')
    .anyOf([...villages])
    .toArray();
  const again = sent.map(({ answeredAt: _then, ...entry }): OutboxEntry => entry);
  await database.outbox.bulkPut(again);
  await database.sent.bulkDelete(again.map(({ id }) => id));
  // an answer of the former history says nothing in this one
  await database.outbox
    .where('answeredAt')
    .above('')
    .filter(({ village }) => villages.includes(village))
    .modify((entry) => {
      delete (entry as { answer?: unknown }).answer;
      delete (entry as { answeredAt?: unknown }).answeredAt;
    });
  await recount(database, again);
  return new Set(again.map(({ id }) => id));
}

/**
 * Sends photographs and recordings again that this phone still has: what the server knew of them is
 * gone with its newest days, and perhaps the files too. Recordings that were taken down are to be taken
 * down again.
 */
export async function sendFilesAgain(
  database: DeviceDatabase,
  villages: readonly VillageCode[],
  now: Date,
): Promise<void> {
  if (villages.length === 0) return;
  const isLost = ({ village }: { readonly village: VillageCode }) => villages.includes(village);
  await removeAgain(database, isLost, now);
  const { photographs, recordings } = database;
  await photographs.where('state').equals('uploaded').filter(isLost).modify(waitAgain);
  await recordings.where('state').equals('uploaded').filter(isLost).modify(waitAgain);
}

async function removeAgain(
  database: DeviceDatabase,
  isLost: (one: { readonly village: VillageCode }) => boolean,
  now: Date,
): Promise<void> {
  const removed = (await database.read('removedRecordings')) ?? [];
  if (!removed.some(isLost)) return;
  const againUntil = new Date(now.getTime() + REMOVED_AGAIN_DAYS * 86_400_000).toISOString();
  const marked = removed.map((one) => (isLost(one) ? { ...one, againUntil } : one));
  await database.keep('removedRecordings', marked);
}

function waitAgain(_file: object, row: { value: StoredPhotograph | StoredRecording }): void {
  const { uploadUrl: _former, ...rest } = row.value;
  row.value = { ...rest, state: 'waiting', sent: 0 };
}

/** Sees to it that the summaries tell how much waits, now that more does. */
async function recount(database: DeviceDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  const keys = new Map(
    entries.map(({ village, notice }) => [keyOf(village, notice), [village, notice] as const]),
  );
  for (const key of keys.values()) {
    const waiting = (await queueOf(database, ...key)).length;
    await database.summaries.update([...key], { waiting });
  }
}

/**
 * Sends on what a set-back server still lacks when its authors have had their days; `serverTime` is
 * an ISO instant. To be called inside a transaction over the work tables, when all is taken in.
 */
export async function makeGoodLosses(database: DeviceDatabase, serverTime: string): Promise<void> {
  const histories = { ...(await database.read('histories')) };
  let hasChanged = false;
  for (const [name, history] of Object.entries(histories)) {
    const { restartedAt, ...rest } = history;
    if (restartedAt === undefined) continue;
    const village = name as VillageCode; // the keys of a record of villages
    const days = (Date.parse(serverTime) - Date.parse(restartedAt)) / 86_400_000;
    if (days >= 0 && days < AUTHORS_DAYS) continue;
    hasChanged = true;
    if (days < 0) {
      // the server's clock ran ahead when it was set back: the days are counted from now
      histories[village] = { ...history, restartedAt: serverTime };
      continue;
    }
    await makeGood(database, village, history.number, serverTime);
    histories[village] = rest;
  }
  if (hasChanged) await database.keep('histories', histories);
}

async function makeGood(
  database: DeviceDatabase,
  village: VillageCode,
  history: number,
  at: string,
): Promise<void> {
  const session = await database.read('session');
  const settings = session?.villages.find((one) => one.code === village);
  if (!session || !settings || !mayAct(session.person.role, 'save', settings)) return;
  const notices = await database.notices
    .where('[village+code]')
    .between([village, ''], [village, '\uffff'])
    .toArray();
  for (const { lost, ...stored } of notices) {
    const isUnknown = stored.base !== undefined && (stored.history ?? 0) < history;
    if (!lost && !isUnknown) continue;
    const context = contextOf(session, village, stored.code, at);
    const typed = lost && { content: lost.content, conflicts: [] };
    const seen = lost && { ...stored.head, content: lost.ground };
    const head = typed ? carriedOver(seen, stored.head, typed, context) : stored.head;
    await queueSave(database, { ...stored, head }, makeGoodId(stored, history, session), at);
  }
}

/** This device makes good a notice's loss once in each history. */
function makeGoodId({ code }: StoredNotice, history: number, { device }: Session): string {
  return `${code}-again-${history}-${device.id.replace(/[^0-9A-Za-z_-]/g, '').slice(0, 36)}`;
}

async function queueSave(
  database: DeviceDatabase,
  notice: StoredNotice,
  id: string,
  at: string,
): Promise<void> {
  const { village, code } = notice;
  const queue = await queueOf(database, village, code);
  const isQueued = queue.at(-1)?.action.kind === 'pending-save';
  const standing = queue.find(({ action }) => action.kind !== 'save');
  if (!isQueued) {
    const entry = { id, village, notice: code, at, attempted: false };
    if (standing?.order === undefined) {
      await database.outbox.add({ ...entry, action: { kind: 'pending-save' } });
    } else {
      // what was done on top of the content and waits for it comes behind it
      const order = await orderBefore(database, standing.order);
      await database.outbox.add({ ...entry, action: saveOf(notice), order });
    }
  }
  const waiting = queue.length + (isQueued ? 0 : 1);
  await writeNotices(database, [{ notice, waiting, touchedAt: at }]);
}

/** A place in the outbox between an entry and the one before it. */
async function orderBefore(database: DeviceDatabase, order: number): Promise<number> {
  const [former = order - 1] = await database.outbox
    .where('order')
    .below(order)
    .reverse()
    .limit(1)
    .primaryKeys();
  return (former + order) / 2;
}
