import type { Backup } from './backup-format.ts';
import type { DeviceDatabase, OutboxEntry } from './database.ts';
import { saveOf } from './outbox.ts';

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
    const session = await database.read('session');
    const notices = await database.notices.toArray();
    const outbox = await database.outbox.orderBy('order').toArray();
    await database.keep('backedUpAt', now.toISOString());
    const backup: Backup = {
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
    return backup;
  });
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
