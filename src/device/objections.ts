import * as v from 'valibot';
import { seedCalendar, todayIn } from '../calendar/index.ts';
import {
  ANSWER_WORKING_DAYS,
  answerDay,
  applyObjectionAction,
  drawObjectionCode,
  encodeBase32,
  type NoticeCode,
  type Objection,
  type ObjectionAction,
  type ObjectionCode,
  type ObjectionRefusal,
  type VillageCode,
} from '../notice/index.ts';
import { redactBeforeStorage } from '../privacy/index.ts';
import { PROTOCOL_VERSION, type SyncResponse, SyncResponseSchema } from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import type { Transport } from './sync.ts';
import { RequestRejected, SyncTrouble } from './trouble.ts';

/** An objection on this device: what the server holds, and what this device makes of it. */
export interface StoredObjection {
  readonly village: VillageCode;
  readonly code: ObjectionCode;
  readonly notice: NoticeCode;
  /** With every step that still waits to be sent. */
  readonly head: Objection;
  /** As the server told it; absent for one that was written down here and waits. */
  readonly base?: Objection;
  /** An answer that somebody is writing, kept with each key. */
  readonly draft?: string;
  /** Why the server turned the last step away. */
  readonly refusal?: string;
}

/** A step on its way to the server. */
export interface ObjectionEntry {
  /** Ascending: the order in which things were done. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly objection: ObjectionCode;
  readonly action: ObjectionAction;
  readonly at: string;
}

export interface ObjectionSurroundings {
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Does something about an objection, or writes down a new one (`objection` undefined), at once and
 * without signal: the step and its entry for the server are one transaction. Numbers that must not
 * leave the phone are masked first. Returns why it cannot be done; undefined where it was.
 */
export async function handleObjection(
  database: DeviceDatabase,
  {
    village,
    notice,
    objection: known,
  }: {
    readonly village: VillageCode;
    readonly notice: NoticeCode;
    readonly objection?: ObjectionCode;
  },
  typed: ObjectionAction,
  { now, randomBytes }: ObjectionSurroundings,
): Promise<ObjectionRefusal | 'signed-out' | undefined> {
  const session = await database.read('session');
  if (!session) return 'signed-out';
  const action = withoutForbidden(typed);
  const objection = known ?? drawObjectionCode(randomBytes);
  const at = now().toISOString();
  const tables = [database.objections, database.objectionOutbox, database.notices];
  return database.transaction('rw', tables, async () => {
    const stored = await database.objections.get([village, objection]);
    const published = (await database.notices.get([village, notice]))?.base?.revisions ?? [];
    const outcome = applyObjectionAction(stored?.head, action, {
      village,
      notice,
      code: objection,
      by: { person: session.person.id, name: session.person.name, at },
      isAbove: session.person.place.length < village.length,
      revisions: published.length,
      receivedAt: at,
      // the server counts again, by the village's setting
      answerBy: answerDay(todayIn(now()), ANSWER_WORKING_DAYS, seedCalendar),
    });
    if (!outcome.ok) return outcome.refusal;
    const {
      draft: _draft,
      refusal: _refusal,
      ...rest
    } = stored ?? {
      village,
      code: objection,
      notice,
    };
    await database.objections.put({ ...rest, head: outcome.objection });
    const id = encodeBase32(randomBytes(16));
    await database.objectionOutbox.add({ id, village, notice, objection, action, at });
    return undefined;
  });
}

/** Keeps an answer that is being written. */
export async function keepObjectionDraft(
  database: DeviceDatabase,
  key: readonly [VillageCode, ObjectionCode],
  draft: string,
): Promise<void> {
  await database.objections.update([...key], { draft });
}

function withoutForbidden(action: ObjectionAction): ObjectionAction {
  const clean = (text: string) => redactBeforeStorage(text, { where: 'text' }).text;
  switch (action.kind) {
    case 'record':
      return { ...action, text: clean(action.text), name: clean(action.name) };
    case 'answer':
    case 'show':
      return { ...action, text: clean(action.text) };
    case 'escalate':
    case 'hide':
      return { ...action, reason: clean(action.reason) };
  }
}

/** How many steps one request carries. */
const PAGE = 50;

/**
 * Sends what waits about objections and takes in what changed. Safe to break off and to repeat: an
 * entry leaves the outbox in the transaction that takes its answer in, and the server gives a repeat
 * the stored one. Rejects with the transport's SyncTrouble.
 */
export async function syncObjections(
  database: DeviceDatabase,
  transport: Transport,
  now: () => Date,
): Promise<void> {
  for (;;) {
    const session = await database.read('session');
    if (!session || session.villages.length === 0) return;
    const entries = await database.objectionOutbox.orderBy('order').limit(PAGE).toArray();
    const kept = (await database.read('objectionCursors')) ?? {};
    const cursors = Object.fromEntries(
      session.villages.map(({ code }) => [code, kept[code] ?? 0]),
    ) as Record<VillageCode, number>; // keyed by codes
    const answer = await transport({
      protocol: PROTOCOL_VERSION,
      sentAt: now().toISOString(),
      cursors: {} as Record<VillageCode, number>,
      mutations: [],
      objections: {
        cursors,
        mutations: entries.map(({ order: _order, ...mutation }) => mutation),
        photographs: true,
      },
    });
    const parsed = v.safeParse(SyncResponseSchema, answer);
    if (!parsed.success) throw new SyncTrouble('server');
    const { objections } = parsed.output;
    if (!objections) return;
    await takeIn(database, entries, objections);
    const isStuck = objections.results.length < entries.length;
    if (isStuck) throw new RequestRejected('unreadable', false);
    if (!objections.more && entries.length < PAGE) return;
  }
}

async function takeIn(
  database: DeviceDatabase,
  entries: readonly ObjectionEntry[],
  { results, changes, cursors }: NonNullable<SyncResponse['objections']>,
): Promise<void> {
  const tables = [database.objections, database.objectionOutbox, database.kept];
  await database.transaction('rw', tables, async () => {
    const answers = new Map(results.map((result) => [result.id, result]));
    for (const entry of entries) {
      const result = answers.get(entry.id);
      if (!result || entry.order === undefined) continue;
      await database.objectionOutbox.delete(entry.order);
      const key: [VillageCode, ObjectionCode] = [entry.village, entry.objection];
      const stored = await database.objections.get(key);
      if (!stored || result.outcome === 'accepted') continue;
      // what was written and turned away is not lost: it is a draft again
      const words = 'text' in entry.action ? { draft: entry.action.text } : {};
      await database.objections.put({
        ...stored,
        head: stored.base ?? stored.head,
        refusal: result.code,
        ...words,
      });
    }
    for (const { objection } of changes) {
      const { village, code, notice } = objection;
      const stored = await database.objections.get([village, code]);
      const waiting = await database.objectionOutbox
        .where('[village+objection]')
        .equals([village, code])
        .count();
      // a step that still waits is told again after it was sent
      const head = waiting > 0 && stored ? stored.head : objection;
      await database.objections.put({
        ...(stored ?? { village, code, notice }),
        base: objection,
        head,
      });
    }
    const kept = (await database.read('objectionCursors')) ?? {};
    // both are keyed by codes; the schema's type says that any may be absent
    const merged = { ...kept, ...cursors } as Record<VillageCode, number>;
    await database.keep('objectionCursors', merged);
  });
}
