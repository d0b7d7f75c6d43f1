import * as v from 'valibot';
import {
  type NoticeAction,
  NoticeActionSchema,
  NoticeCodeSchema,
  NoticeDocumentSchema,
  NoticeSchema,
  VillageCodeSchema,
} from '../notice/index.ts';
import type { DeviceDatabase, OutboxEntry } from './database.ts';
import { saveOf } from './outbox.ts';

/**
 * A backup: one file with everything that was typed on this device and not only what waits. It
 * carries nothing that signs anybody in, so that whoever finds it can send nothing with it.
 */

const ACTION_KINDS = [
  'save',
  'settle',
  'submit',
  'return',
  'publish',
  'withdraw',
  'close',
  'comment',
  'post',
  'takeDown',
] as const satisfies readonly NoticeAction['kind'][];
const Instant = v.pipe(v.string(), v.maxLength(40));
const EntrySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{8,64}$/)),
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  action: NoticeActionSchema,
  at: Instant,
});

const BackedUpNoticeSchema = v.strictObject({
  head: NoticeSchema,
  base: v.exactOptional(NoticeSchema),
  document: v.exactOptional(NoticeDocumentSchema),
  baseDocument: v.exactOptional(NoticeDocumentSchema),
  refusal: v.exactOptional(v.strictObject({ code: v.string(), action: v.picklist(ACTION_KINDS) })),
});
export type BackedUpNotice = v.InferOutput<typeof BackedUpNoticeSchema>;

export const BackupSchema = v.strictObject({
  kind: v.literal('village-noticeboard-backup'),
  format: v.literal(1),
  madeAt: Instant,
  /** Whose phone it was, for people to know it by. */
  person: v.strictObject({ id: v.string(), name: v.string() }),
  notices: v.array(BackedUpNoticeSchema),
  /** What waited, in the order in which it was done. */
  outbox: v.array(v.strictObject({ ...EntrySchema.entries, attempted: v.boolean() })),
  refused: v.array(v.strictObject({ ...EntrySchema.entries, code: v.string() })),
  remembered: v.record(v.string(), v.record(v.string(), v.string())),
  households: v.array(
    v.strictObject({
      village: VillageCodeSchema,
      id: v.pipe(v.string(), v.maxLength(64)),
      cells: v.record(v.string(), v.string()),
    }),
  ),
});
export type Backup = v.InferOutput<typeof BackupSchema>;

/** Why a file cannot be restored. */
export type BackupProblem = 'not-a-backup' | 'damaged' | 'too-new' | 'cannot-unpack';

/**
 * Everything on this device, as one value. The saves that wait are given their content first: from
 * then on the same id stands for the same words, on whichever phone they are sent.
 */
export function makeBackup(database: DeviceDatabase, now: Date): Promise<Backup> {
  const tables = [...database.workTables(), database.households];
  return database.transaction('rw', tables, async () => {
    await freezePendingSaves(database);
    const session = await database.read('session');
    const notices = await database.notices.toArray();
    const outbox = await database.outbox.orderBy('order').toArray();
    const refused = await database.refused.toArray();
    const remembered = (await database.read('remembered')) ?? {};
    await database.keep('backedUpAt', now.toISOString());
    const backup: Backup = {
      kind: 'village-noticeboard-backup',
      format: 1,
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
      refused,
      remembered,
      households: await database.households.toArray(),
    };
    return backup;
  });
}

/** The backup as a file: JSON, packed where the browser can. */
export async function packBackup(backup: Backup): Promise<Blob> {
  const text = new Blob([JSON.stringify(backup)], { type: 'application/json' });
  if (!('CompressionStream' in globalThis)) return text;
  const packed = text.stream().pipeThrough(new CompressionStream('gzip'));
  return new Blob([await new Response(packed).arrayBuffer()], { type: 'application/gzip' });
}

/** What a file holds, or why it cannot be restored. Reads packed and plain ones. */
export async function unpackBackup(
  file: Blob,
): Promise<
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problem: BackupProblem }
> {
  const problem = (one: BackupProblem) => ({ ok: false, problem: one }) as const;
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  if (isPacked && !('DecompressionStream' in globalThis)) return problem('cannot-unpack');
  let value: unknown;
  try {
    const plain = isPacked
      ? file.stream().pipeThrough(new DecompressionStream('gzip'))
      : file.stream();
    value = JSON.parse(await new Response(plain).text());
  } catch {
    // half a file, or none of ours
    return problem(isPacked ? 'damaged' : 'not-a-backup');
  }
  const parsed = v.safeParse(BackupSchema, value);
  if (parsed.success) return { ok: true, backup: parsed.output };
  const label = v.safeParse(v.looseObject({ kind: v.string(), format: v.number() }), value);
  if (!label.success || label.output.kind !== 'village-noticeboard-backup') {
    return problem('not-a-backup');
  }
  return problem(label.output.format > 1 ? 'too-new' : 'damaged');
}

/** A name for the file that says what and when, and nothing of anybody. */
export function backupFileName({ madeAt }: Backup): string {
  return `cunwu-gongshilan-${madeAt.slice(0, 16).replace(/[^0-9]/g, '')}.json.gz`;
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
