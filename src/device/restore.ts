import type { VillageCode } from '../notice/index.ts';
import { backedUpTables } from './backup.ts';
import type { BackupInFile } from './backup-file.ts';
import type { BackedUpNotice, Backup } from './backup-format.ts';
import type { DeviceDatabase, OutboxEntry, StoredNotice } from './database.ts';
import { contextOf } from './deed.ts';
import { freezePendingSave, keyOf, queueOf } from './outbox.ts';
import { rebase, type Step } from './rebase.ts';
import { restoreAttachments, restoreBeside } from './restore-beside.ts';
import { touchedOf, writeNotices } from './write-notices.ts';

/** What a restore brought. */
export interface Restored {
  /** Notices that this device did not have. */
  readonly notices: number;
  /** Steps that wait to be sent from here now. */
  readonly steps: number;
  /** Steps that this device had already, sent or waiting. */
  readonly known: number;
  /** Photographs and recordings that this device did not have. */
  readonly attachments: number;
}

/**
 * Brings a backup's work onto this device, all of it or nothing. What is here already is not taken
 * twice, and nothing here is overwritten: where both changed the same place, both values stand in
 * conflict. The steps keep their ids, so that it does not matter which phone sends them first.
 */
export function restoreBackup(database: DeviceDatabase, backup: BackupInFile): Promise<Restored> {
  return database.transaction('rw', backedUpTables(database), async () => {
    const known = await idsOnDevice(database);
    const outbox = new Map<string, Backup['outbox']>();
    for (const entry of backup.outbox) {
      const key = keyOf(entry.village, entry.notice);
      outbox.set(key, [...(outbox.get(key) ?? []), entry]);
    }
    let notices = 0;
    let steps = 0;
    for (const backedUp of backup.notices) {
      const { village, code } = backedUp.head;
      const entries = outbox.get(keyOf(village, code)) ?? [];
      const fresh = entries.filter(({ id }) => !known.has(id)).length;
      const stored = await database.notices.get([village, code]);
      if (stored && fresh === 0) continue;
      if (!stored) notices += 1;
      steps += fresh;
      await restoreNotice(database, backedUp, entries, known, stored);
    }
    await database.refused.bulkPut(backup.refused.filter(({ id }) => !known.has(id)));
    const remembered = (await database.read('remembered')) ?? {};
    for (const [village, values] of Object.entries(backup.remembered)) {
      remembered[village] = { ...values, ...remembered[village] };
    }
    await database.keep('remembered', remembered);
    const keys = backup.households.map(({ village, id }): [VillageCode, string] => [village, id]);
    const held = await database.households.bulkGet(keys);
    await database.households.bulkAdd(backup.households.filter((_one, index) => !held[index]));
    const beside = await restoreBeside(database, backup);
    const { outbox: one, objectionOutbox: another, exemptionOutbox: third } = backup;
    const all = one.length + another.length + third.length;
    return {
      notices,
      steps: steps + beside,
      known: all - steps - beside,
      attachments: await restoreAttachments(database, backup.attachments),
    };
  });
}

async function restoreNotice(
  database: DeviceDatabase,
  backedUp: BackedUpNotice,
  entries: Backup['outbox'],
  known: ReadonlySet<string>,
  stored: StoredNotice | undefined,
): Promise<void> {
  const { village, code } = backedUp.head;
  const fresh = (entry: OutboxEntry) => !known.has(entry.id);
  if (!stored) {
    await database.outbox.bulkAdd(entries.filter(fresh));
    await put(database, { village, code, edition: 0, ...backedUp });
    return;
  }
  await freezePendingSave(database, stored);
  const session = await database.read('session');
  const steps = entries.map(
    // what is known is in what this device shows already
    (entry): Step => ({ entry, fate: fresh(entry) ? 'waiting' : 'accepted' }),
  );
  const from: StoredNotice = { village, code, edition: 0, ...backedUp };
  const { head, carried, document } = rebase(from, stored.head, steps, false, (at) =>
    contextOf(session, village, code, at),
  );
  const carriedById = new Map(carried.map((entry) => [entry.id, entry]));
  await database.outbox.bulkAdd(
    entries.filter(fresh).map((entry) => carriedById.get(entry.id) ?? entry),
  );
  await put(database, { ...stored, head, ...(document ? { document } : {}) });
}

async function put(database: DeviceDatabase, notice: StoredNotice): Promise<void> {
  const waiting = (await queueOf(database, notice.village, notice.code)).length;
  const touchedAt = touchedOf(notice.head);
  await writeNotices(database, [{ notice, waiting, touchedAt }]);
}

/** The ids of everything this device did or does, as far as it remembers. */
async function idsOnDevice(database: DeviceDatabase): Promise<ReadonlySet<string>> {
  const waiting = await database.outbox.orderBy('id').keys();
  const sent = await database.sent.toCollection().primaryKeys();
  const refused = await database.refused.toCollection().primaryKeys();
  return new Set([...waiting, ...sent, ...refused].map(String));
}
