import { seedCalendar, todayIn } from '../calendar/index.ts';
import {
  ANSWER_WORKING_DAYS,
  answerDay,
  applyObjectionAction,
  drawObjectionCode,
  encodeBase32,
  hasStep,
  type NoticeCode,
  type Objection,
  type ObjectionAction,
  type ObjectionCode,
  type ObjectionRefusal,
  type VillageCode,
} from '../notice/index.ts';
import { redactBeforeStorage } from '../privacy/index.ts';
import type {
  MutationResult,
  ObjectionChange,
  ObjectionsRequest,
  ObjectionsResponse,
  Session,
} from '../protocol/index.ts';
import { bringBack, isCovered, queueInFront } from './bring-back.ts';
import type { DeviceDatabase, ObjectionEntry, StoredObjection } from './database.ts';
import {
  dropNeedless,
  type MatterNames,
  type MattersTaken,
  mattersAsked,
  takeMattersIn,
} from './matters.ts';

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

const NAMES: MatterNames = { cursors: 'objectionCursors', marks: 'objectionHistories' };

/** What one request asks and says about objections. */
export interface ObjectionsAsked {
  readonly entries: readonly ObjectionEntry[];
  readonly request: ObjectionsRequest;
}

/** The part of the next request that is about objections; undefined where nobody is in charge of any. */
export async function objectionsAsked(
  database: DeviceDatabase,
  session: Session,
): Promise<ObjectionsAsked | undefined> {
  if (session.villages.length === 0) return undefined;
  const asked = await mattersAsked(database, session, database.objectionOutbox, NAMES);
  return { ...asked, request: { ...asked.request, photographs: true } };
}

/** Takes in what was answered and told; see `takeMattersIn`. */
export async function takeObjectionsIn(
  database: DeviceDatabase,
  asked: ObjectionsAsked,
  told: ObjectionsResponse,
  untouched: readonly VillageCode[],
  now: Date,
): Promise<MattersTaken> {
  const tables = [database.objections, database.objectionOutbox, database.notices];
  const take = async (restarted: readonly VillageCode[]) => {
    const person = (await database.read('session'))?.person.id;
    const objections = new Map(told.changes.map(({ objection }) => [objection.code, objection]));
    for (const village of restarted) await queueLost(database, village, objections, now);
    for (const entry of asked.entries) {
      const result = told.results.find(({ id }) => id === entry.id);
      if (result) await takeAnswerIn(database, entry, result, person);
    }
    for (const change of told.changes) await takeChangeIn(database, change);
  };
  return takeMattersIn(database, asked, told, untouched, { names: NAMES, tables, take });
}

async function takeAnswerIn(
  database: DeviceDatabase,
  entry: ObjectionEntry,
  result: MutationResult,
  person: string | undefined,
): Promise<void> {
  if (entry.order === undefined) return;
  await database.objectionOutbox.delete(entry.order);
  const stored = await database.objections.get([entry.village, entry.objection]);
  if (!stored || result.outcome === 'accepted') return;
  // what was written and turned away is not lost: it is a draft again
  const draft = wordsIn(entry.action, stored, person);
  await database.objections.put({
    ...stored,
    head: stored.base ?? stored.head,
    refusal: result.code,
    ...(draft === undefined ? {} : { draft }),
  });
}

/** What the person of this phone had written that now stands nowhere else. */
function wordsIn(
  action: ObjectionEntry['action'],
  { base, seal }: StoredObjection,
  person: string | undefined,
): string | undefined {
  if (action.kind !== 'bring-back') return 'text' in action ? action.text : undefined;
  // under the same seal it is still what was told before the server lost it
  const there = seal === action.seal ? undefined : base;
  const own = action.objection.steps.findLast(
    (step) =>
      step.kind === 'answer' && step.by.person === person && !(there && hasStep(there, step)),
  );
  return own?.kind === 'answer' ? own.text : undefined;
}

async function takeChangeIn(
  database: DeviceDatabase,
  { objection, seal }: ObjectionChange,
): Promise<void> {
  const { village, code, notice } = objection;
  const stored = await database.objections.get([village, code]);
  const { seal: _former, ...rest } = stored ?? { village, code, notice };
  const waiting = await database.objectionOutbox
    .where('[village+objection]')
    .equals([village, code])
    .toArray();
  const remaining = await dropNeedless(
    database.objectionOutbox,
    waiting,
    ({ action }) => action.kind === 'bring-back' && isCovered(action.objection, objection),
  );
  // a step that still waits is told again after it was sent
  const head = remaining.length > 0 && stored ? stored.head : objection;
  await database.objections.put({ ...rest, base: objection, head, ...(seal ? { seal } : {}) });
}

/** Queues what a set-back server no longer has, in front of whatever waits. */
async function queueLost(
  database: DeviceDatabase,
  village: VillageCode,
  told: ReadonlyMap<ObjectionCode, Objection>,
  now: Date,
): Promise<void> {
  const held = await database.objections
    .where('[village+code]')
    .between([village, ''], [village, '\uffff'])
    .toArray();
  const at = now.toISOString();
  const lost = held.flatMap(({ code: objection, notice, base, seal }) =>
    base && seal && !isCovered(base, told.get(objection))
      ? [{ village, notice, objection, at, action: bringBack({ objection: base, seal }) }]
      : [],
  );
  await queueInFront(database.objectionOutbox, lost);
}
