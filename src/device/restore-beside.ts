import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { withStepsOf } from '../notice/index.ts';
import type { Attachment, Backup } from './backup-format.ts';
import type { DeviceDatabase } from './database.ts';

/**
 * The rest of a backup, beside its notices: objections, items that do not apply, printings, what the
 * phone had learnt, photographs and recordings. All is called inside the restore's transaction, takes
 * nothing twice and overwrites nothing.
 */

/** Gives how many steps about objections and items wait from here now that did not before. */
export async function restoreBeside(database: DeviceDatabase, backup: Backup): Promise<number> {
  const steps =
    (await restoreObjections(database, backup)) + (await restoreExemptions(database, backup));
  await restorePrintings(database, backup);
  const keys = backup.reviewed.map(({ village, code }) => [village, code] as const);
  const reviewed = await database.reviewed.bulkGet(keys.map((key) => [...key]));
  await database.reviewed.bulkAdd(backup.reviewed.filter((_one, index) => !reviewed[index]));
  await restoreLearnt(database, backup);
  return steps;
}

async function restoreObjections(
  database: DeviceDatabase,
  { objections, objectionOutbox }: Backup,
): Promise<number> {
  for (const { head, ...rest } of objections) {
    const { village, code, notice } = head;
    const stored = await database.objections.get([village, code]);
    const whole = stored
      ? { ...rest, ...stored, head: withStepsOf(stored.head, head) }
      : { ...rest, village, code, notice, head };
    await database.objections.put(whole);
  }
  const known = new Set((await database.objectionOutbox.toArray()).map(({ id }) => id));
  const fresh = objectionOutbox.filter(({ id }) => !known.has(id));
  await database.objectionOutbox.bulkAdd(fresh);
  return fresh.length;
}

async function restoreExemptions(
  database: DeviceDatabase,
  { exemptions, exemptionOutbox }: Backup,
): Promise<number> {
  for (const { head, ...rest } of exemptions) {
    const { village, item } = head;
    const stored = await database.exemptions.get([village, item]);
    const whole = stored
      ? { ...rest, ...stored, head: withStepsOf(stored.head, head) }
      : { ...rest, village, item, head };
    await database.exemptions.put(whole);
  }
  const known = new Set((await database.exemptionOutbox.toArray()).map(({ id }) => id));
  const fresh = exemptionOutbox.filter(({ id }) => !known.has(id));
  await database.exemptionOutbox.bulkAdd(fresh);
  return fresh.length;
}

async function restorePrintings(database: DeviceDatabase, { printed }: Backup): Promise<void> {
  const nameOf = ({ village, notice, revision, at, way }: Backup['printed'][number]) =>
    `${village} ${notice} ${revision} ${at} ${way}`;
  const known = new Set((await database.printed.toArray()).map(nameOf));
  await database.printed.bulkAdd(printed.filter((one) => !known.has(nameOf(one))));
}

/** What was confirmed or led somewhere once need not be again; this phone's own word counts more. */
async function restoreLearnt(database: DeviceDatabase, backup: Backup): Promise<void> {
  await database.keep('headings', { ...backup.headings, ...(await database.read('headings')) });
  const allowed = { ...(await database.read('allowedNumbers')) };
  for (const [village, numbers] of Object.entries(backup.allowedNumbers)) {
    allowed[village] = [...new Set([...(allowed[village] ?? []), ...numbers])];
  }
  await database.keep('allowedNumbers', allowed);
}

/** Gives how many photographs and recordings this device did not have; they wait to be sent. */
export async function restoreAttachments(
  database: DeviceDatabase,
  attachments: readonly Attachment[],
): Promise<number> {
  let fresh = 0;
  for (const attachment of attachments) {
    const isFresh =
      attachment.kind === 'photograph'
        ? await restorePhotograph(database, attachment)
        : await restoreRecording(database, attachment);
    if (isFresh) fresh += 1;
  }
  return fresh;
}

async function restorePhotograph(
  { photographs }: DeviceDatabase,
  { kind: _kind, bytes: jpeg, ...taken }: Extract<Attachment, { kind: 'photograph' }>,
): Promise<boolean> {
  if (await photographs.get(taken.id)) return false;
  await photographs.add({ ...taken, jpeg, state: 'waiting', sent: 0 });
  return true;
}

async function restoreRecording(
  { recordings }: DeviceDatabase,
  { kind: _kind, bytes: sound, ...made }: Extract<Attachment, { kind: 'recording' }>,
): Promise<boolean> {
  if (await recordings.get(made.id)) return false;
  const digest = bytesToHex(sha256(new Uint8Array(sound)));
  await recordings.add({ ...made, sound, digest, sent: 0 });
  return true;
}
