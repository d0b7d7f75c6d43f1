import { mayAct, type VillageCode } from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';
import type { DeviceDatabase, OutboxEntry, StoredNotice } from './database.ts';
import { contextOf } from './deed.ts';
import { keyOf, queueOf } from './outbox.ts';
import { carriedOver } from './rebase.ts';
import { writeNotices } from './write-notices.ts';

/**
 * A server that was set back to an older backup has lost work that it once accepted. Each device
 * sends again what it sent itself, under the same ids, so that nothing happens twice. What is still
 * missing days later, because its author's phone is gone, is sent by whoever has it.
 */

/** So long do the authors' own phones have to send again, before others send the content alone. */
const AUTHORS_DAYS = 3;

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
  const histories = (await database.read('histories')) ?? {};
  const due = Object.entries(histories).filter(
    ([, { restartedAt }]) =>
      restartedAt !== undefined &&
      Date.parse(serverTime) - Date.parse(restartedAt) >= AUTHORS_DAYS * 86_400_000,
  );
  if (due.length === 0) return;
  for (const [name, history] of due) {
    const village = name as VillageCode; // the keys of a record of villages
    await makeGood(database, village, history.number, serverTime);
    const { restartedAt: _past, ...rest } = history;
    histories[village] = rest;
  }
  await database.keep('histories', histories);
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
  if (!isQueued) {
    const action = { kind: 'pending-save' } as const;
    await database.outbox.add({ id, village, notice: code, action, at, attempted: false });
  }
  const waiting = queue.length + (isQueued ? 0 : 1);
  await writeNotices(database, [{ notice, waiting, touchedAt: at }]);
}
