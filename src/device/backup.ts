import type { Backup } from './backup-format.ts';
import type { DeviceDatabase, NoticeKey, OutboxEntry, StoredNotice } from './database.ts';
import { keyOf, saveOf } from './outbox.ts';

/**
 * A backup: one file with everything that was typed on this device and not only what waits. It
 * carries nothing that signs anybody in, so that whoever finds it can send nothing with it.
 */

/** The tables that a backup is made of and restored to, all in one transaction. */
export function backedUpTables(database: DeviceDatabase) {
  return [
    ...database.workTables(),
    database.households,
    database.objections,
    database.objectionOutbox,
    database.exemptions,
    database.exemptionOutbox,
    database.printed,
    database.reviewed,
    database.photographs,
    database.recordings,
  ];
}

/**
 * Everything on this device but photographs and recordings, which are read when the file is written.
 * The saves that wait are given their content first: from then on the same id stands for the same
 * words, on whichever phone they are sent.
 */
export function makeBackup(database: DeviceDatabase, now: Date): Promise<Backup> {
  return database.transaction('rw', backedUpTables(database), async () => {
    await freezePendingSaves(database);
    await database.keep('backedUpAt', now.toISOString());
    const outbox = await database.outbox.orderBy('order').toArray();
    return backupOf(database, now, await database.notices.toArray(), outbox);
  });
}

/**
 * The same of what the server does not have: of notices only those in which something waits or was
 * refused. It changes nothing here: a save that waits has the content that stands now, and may have
 * more by the time it is sent, under the same id.
 */
export function backupOfUnsent(database: DeviceDatabase, now: Date): Promise<Backup> {
  return database.transaction('r', backedUpTables(database), async () => {
    const outbox = await database.outbox.orderBy('order').toArray();
    const refused = await database.refused.toArray();
    const keys = new Map(
      [...outbox, ...refused].map(({ village, notice }) => [
        keyOf(village, notice),
        [village, notice] as NoticeKey,
      ]),
    );
    const notices = (await database.notices.bulkGet([...keys.values()])).filter(
      (stored) => stored !== undefined,
    );
    const byKey = new Map(notices.map((stored) => [keyOf(stored.village, stored.code), stored]));
    const complete = outbox.map((entry) => {
      const stored = byKey.get(keyOf(entry.village, entry.notice));
      const isPending = entry.action.kind === 'pending-save';
      return stored && isPending ? { ...entry, action: saveOf(stored) } : entry;
    });
    return backupOf(database, now, notices, complete);
  });
}

async function backupOf(
  database: DeviceDatabase,
  now: Date,
  notices: readonly StoredNotice[],
  outbox: readonly OutboxEntry[],
): Promise<Backup> {
  const session = await database.read('session');
  return {
    kind: 'village-noticeboard-backup',
    format: 2,
    madeAt: now.toISOString(),
    person: { id: session?.person.id ?? '', name: session?.person.name ?? '' },
    notices: notices.map(({ head, base, document, baseDocument, refusal }) => ({
      head,
      ...(base ? { base } : {}),
      ...(document ? { document } : {}),
      ...(baseDocument ? { baseDocument } : {}),
      ...(refusal ? { refusal } : {}),
    })),
    outbox: outbox.flatMap(backedUp),
    refused: await database.refused.toArray(),
    remembered: (await database.read('remembered')) ?? {},
    households: await database.households.toArray(),
    ...(await objectionsWithWork(database)),
    ...(await exemptionsWithWork(database)),
    printed: (await database.printed.toArray()).map(({ id: _own, ...one }) => one),
    reviewed: await database.reviewed.toArray(),
    allowedNumbers: mutable(await database.read('allowedNumbers')),
    headings: (await database.read('headings')) ?? {},
  };
}

function mutable(numbers: Readonly<Record<string, readonly string[]>> = {}) {
  return Object.fromEntries(Object.entries(numbers).map(([village, some]) => [village, [...some]]));
}

/** Objections in which something was done here that the server has not taken; it has all others. */
async function objectionsWithWork(
  database: DeviceDatabase,
): Promise<Pick<Backup, 'objections' | 'objectionOutbox'>> {
  const outbox = await database.objectionOutbox.orderBy('order').toArray();
  const waiting = new Set(outbox.map(({ village, objection }) => `${village}/${objection}`));
  const all = await database.objections.toArray();
  return {
    objections: all
      .filter(
        ({ village, code, draft, refusal }) =>
          Boolean(draft) || refusal !== undefined || waiting.has(`${village}/${code}`),
      )
      .map(({ head, base, draft, refusal }) => ({
        head,
        ...(base ? { base } : {}),
        ...(draft ? { draft } : {}),
        ...(refusal === undefined ? {} : { refusal }),
      })),
    objectionOutbox: outbox.map(({ order: _order, ...entry }) => entry),
  };
}

async function exemptionsWithWork(
  database: DeviceDatabase,
): Promise<Pick<Backup, 'exemptions' | 'exemptionOutbox'>> {
  const outbox = await database.exemptionOutbox.orderBy('order').toArray();
  const waiting = new Set(outbox.map(({ village, item }) => `${village}/${item}`));
  const all = await database.exemptions.toArray();
  return {
    exemptions: all
      .filter(
        ({ village, item, refusal }) => refusal !== undefined || waiting.has(`${village}/${item}`),
      )
      .map(({ head, base, refusal }) => ({
        head,
        ...(base ? { base } : {}),
        ...(refusal === undefined ? {} : { refusal }),
      })),
    exemptionOutbox: outbox.map(({ order: _order, ...entry }) => entry),
  };
}

async function freezePendingSaves(database: DeviceDatabase): Promise<void> {
  const pending = await database.outbox
    .filter(({ action }) => action.kind === 'pending-save')
    .toArray();
  for (const entry of pending) {
    const stored = await database.notices.get([entry.village, entry.notice]);
    if (stored) await database.outbox.put({ ...entry, action: saveOf(stored) });
  }
}

function backedUp(entry: OutboxEntry): Backup['outbox'] {
  const { id, village, notice, action, at, attempted } = entry;
  return action.kind === 'pending-save' ? [] : [{ id, village, notice, action, at, attempted }];
}
