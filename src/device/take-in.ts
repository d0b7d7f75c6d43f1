import {
  type ActionContext,
  contentDigest,
  type Notice,
  type NoticeDocument,
  type VillageCode,
} from '../notice/index.ts';
import type {
  MutationResult,
  NoticeChange,
  Session,
  SyncRequest,
  SyncResponse,
} from '../protocol/index.ts';
import type {
  DeviceDatabase,
  LostContent,
  NoticeKey,
  OutboxEntry,
  RefusedEntry,
  SentEntry,
  StoredNotice,
  VillageHistory,
} from './database.ts';
import { contextOf } from './deed.ts';
import { type FrozenEntry, keyOf } from './outbox.ts';
import { rebase, type Step } from './rebase.ts';
import { makeGoodLosses, sendAgain } from './restart.ts';
import { SyncTrouble } from './trouble.ts';
import { touchedOf, type WrittenNotice, writeNotices } from './write-notices.ts';

/** One request, with what the device knew when it was made. */
export interface Exchange {
  readonly entries: readonly FrozenEntry[];
  readonly request: SyncRequest;
  readonly histories: Readonly<Record<VillageCode, VillageHistory>>;
  readonly sentAt: Date;
}

export interface Taken {
  /** Whether anything got further, by this answer or beside it: an entry, a cursor, a restart. */
  readonly hasMoved: boolean;
  /** The villages whose server was set back to an older backup. */
  readonly restarted: readonly VillageCode[];
  readonly changes: number;
}

/** What the server accepted stays on the device for this long at least. */
const SENT_DAYS = 15;

/**
 * Takes an answer in: results, changes and the cursors that they reach, as one transaction. Harmless
 * when it comes twice, late, or beside that of another tab.
 *
 * @throws SyncTrouble when the answer leaves out what it may not.
 */
export function takeIn(
  database: DeviceDatabase,
  exchange: Exchange,
  response: SyncResponse,
  now: Date,
): Promise<Taken> {
  return database.transaction('rw', database.workTables(), async () => {
    const session = await database.read('session');
    const histories = { ...(await database.read('histories')) };
    const cursors = { ...(await database.read('cursors')) };
    const { asked, outdated, restarted } = villagesOf(exchange, response, histories);

    for (const village of restarted) {
      const number = (histories[village]?.number ?? 0) + 1;
      histories[village] = { number, restartedAt: response.serverTime };
    }
    const again = await sendAgain(database, restarted);
    const hasCursorMoved = moveCursors(asked, restarted, response, cursors, histories);
    const waiting = await stillWaiting(database, exchange, outdated);
    const ids = new Set(waiting.map(({ id }) => id));
    const results = new Map(
      response.results.filter(({ id }) => ids.has(id)).map((result) => [result.id, result]),
    );
    const answered = waiting.filter(({ id }) => results.has(id));
    const changes = response.changes
      .filter(({ notice }) => asked.has(notice.village))
      .map((change) => completed(change, exchange.entries));

    const notices = await noticesTouched(database, changes, answered, !response.more);
    const writing = new Writing(response, histories, results, again, session);
    for (const notice of notices) writing.settle(notice);
    await writing.write(database);

    await database.keep('cursors', cursors);
    await database.keep('histories', histories);
    await database.keep('sync', stateAfter(response, exchange.sentAt, now));
    if (!response.more) {
      await makeGoodLosses(database, response.serverTime);
      await database.sent
        .where('answeredAt')
        .below(daysBefore(response.serverTime, SENT_DAYS))
        .delete();
    }
    return {
      hasMoved:
        hasCursorMoved ||
        results.size > 0 ||
        restarted.length > 0 ||
        waiting.length < exchange.entries.length,
      restarted,
      changes: changes.length,
    };
  });
}

/** Turns one entry away on this side, because no server will take it. */
export function setAside(
  database: DeviceDatabase,
  entry: FrozenEntry,
  code: string,
): Promise<void> {
  return database.transaction('rw', database.workTables(), async () => {
    const session = await database.read('session');
    const histories = (await database.read('histories')) ?? {};
    const results = new Map<string, MutationResult>();
    results.set(entry.id, { id: entry.id, outcome: 'refused', code });
    const notices = await noticesTouched(database, [], [entry], false);
    const response = { more: true, serverTime: entry.at };
    const writing = new Writing(response, histories, results, new Set(), session);
    for (const notice of notices) writing.settle(notice);
    await writing.write(database);
  });
}

interface Change {
  readonly sequence: number;
  readonly notice: Notice;
  readonly document?: NoticeDocument;
}

/** A notice that the answer speaks of, with all that is known of it here. */
interface TouchedNotice {
  readonly key: NoticeKey;
  readonly stored: StoredNotice | undefined;
  readonly queue: readonly OutboxEntry[];
  readonly change: Change | undefined;
  readonly touchedAt: string;
  readonly refusedSaves: readonly string[];
}

interface Villages {
  /** Those that the answer may tell changes of. */
  readonly asked: ReadonlySet<VillageCode>;
  /** Those whose server was found set back since the request was made: this answer is from before. */
  readonly outdated: ReadonlySet<VillageCode>;
  /** Those whose server turns out to be set back by this answer. */
  readonly restarted: readonly VillageCode[];
}

function villagesOf(
  { request, histories }: Exchange,
  response: SyncResponse,
  known: Readonly<Record<VillageCode, VillageHistory>>,
): Villages {
  const asked = new Set<VillageCode>();
  const outdated = new Set<VillageCode>();
  const restarted: VillageCode[] = [];
  for (const [name, cursor = 0] of Object.entries(request.cursors)) {
    const village = name as VillageCode; // the keys of a record of villages
    if ((known[village]?.number ?? 0) !== (histories[village]?.number ?? 0)) {
      outdated.add(village);
      continue;
    }
    asked.add(village);
    const reached = response.cursors[village] ?? cursor;
    if (reached < cursor || response.restarted?.includes(village)) restarted.push(village);
  }
  return { asked, outdated, restarted };
}

function moveCursors(
  asked: ReadonlySet<VillageCode>,
  restarted: readonly VillageCode[],
  response: SyncResponse,
  cursors: Record<VillageCode, number>,
  histories: Record<VillageCode, VillageHistory>,
): boolean {
  let hasMoved = false;
  for (const village of asked) {
    const reached = response.cursors[village];
    const before = cursors[village] ?? 0;
    if (reached === undefined || (reached < before && !restarted.includes(village))) continue;
    hasMoved ||= reached !== before;
    cursors[village] = reached;
    const { mark: _former, ...history } = histories[village] ?? { number: 0 };
    const mark = response.histories?.[village];
    histories[village] = mark === undefined ? history : { ...history, mark };
  }
  return hasMoved;
}

/** What was sent and still waits; another tab may have taken some answers in already. */
async function stillWaiting(
  database: DeviceDatabase,
  { entries }: Exchange,
  outdated: ReadonlySet<VillageCode>,
): Promise<readonly FrozenEntry[]> {
  const orders = entries.map(({ order }) => order);
  const found = new Set(await database.outbox.where('order').anyOf(orders).primaryKeys());
  return entries.filter(({ order, village }) => found.has(order) && !outdated.has(village));
}

/** The change with what the request itself carried put back in. */
function completed({ sequence, notice, document }: NoticeChange, entries: readonly FrozenEntry[]) {
  const { content, ...rest } = notice;
  const own = entries.filter(
    (entry) => entry.village === notice.village && entry.notice === notice.code,
  );
  const sent = own.flatMap(({ action }) => (action.kind === 'save' ? [action.content] : []));
  const published = own.flatMap(({ action }) =>
    action.kind === 'publish' ? [action.document] : [],
  );
  const whole = content ?? sent.at(-1);
  if (!whole) throw new SyncTrouble('server');
  const words = document ?? (notice.revisions.length > 0 ? published.at(-1) : undefined);
  const change: Change = {
    sequence,
    notice: { ...rest, content: whole },
    ...(words ? { document: words } : {}),
  };
  return change;
}

async function noticesTouched(
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
    for (const { village, notice } of await database.outbox
      .where('answeredAt')
      .above('')
      .toArray()) {
      add(village, notice);
    }
  }
  const list = [...keys.values()];
  const [stored, summaries, waiting, refusals] = await Promise.all([
    database.notices.bulkGet(list),
    database.summaries.bulkGet(list),
    database.outbox.count(),
    database.refused.count(),
  ]);
  const ofEach = <Row>(isNone: boolean, read: (key: NoticeKey) => Promise<Row[]>) =>
    Promise.all(list.map((key) => (isNone ? [] : read(key))));
  const queues = await ofEach(waiting === 0, (key) =>
    database.outbox.where('[village+notice]').equals(key).sortBy('order'),
  );
  const refused = await ofEach(refusals === 0, (key) =>
    database.refused.where('[village+notice]').equals(key).toArray(),
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

/** Collects all that an answer changes, so that it is written in a few large requests. */
class Writing {
  private readonly response: Pick<SyncResponse, 'more' | 'serverTime'>;
  private readonly histories: Readonly<Record<VillageCode, VillageHistory>>;
  private readonly results: ReadonlyMap<string, MutationResult>;
  private readonly again: ReadonlySet<string>;
  private readonly session: Session | undefined;

  private readonly notices: WrittenNotice[] = [];
  private readonly kept: OutboxEntry[] = [];
  private readonly gone: number[] = [];
  private readonly sent: SentEntry[] = [];
  private readonly refused: RefusedEntry[] = [];
  private readonly outlived: string[] = [];

  constructor(
    response: Pick<SyncResponse, 'more' | 'serverTime'>,
    histories: Readonly<Record<VillageCode, VillageHistory>>,
    results: ReadonlyMap<string, MutationResult>,
    again: ReadonlySet<string>,
    session: Session | undefined,
  ) {
    this.response = response;
    this.histories = histories;
    this.results = results;
    this.again = again;
    this.session = session;
  }

  settle(touched: TouchedNotice): void {
    const { key, stored, queue, touchedAt } = touched;
    const change = this.isNews(stored, touched.change) ? touched.change : undefined;
    const steps = queue.map((entry) => this.stepOf(entry));
    const isTaken = steps.some(({ fate }) => fate === 'accepted');
    if (isTaken && !change && this.response.more) {
      // its state comes on a later page; until then the answer waits, and so does the notice
      for (const { entry, fate } of steps) if (fate !== 'waiting') this.kept.push(entry);
      return;
    }
    for (const step of steps) this.leaveOutbox(step);
    if (isTaken) this.outlived.push(...touched.refusedSaves);
    if ((!stored || steps.length === 0) && !change) return;
    this.notices.push(this.written(key, stored, change, steps, touchedAt));
  }

  async write(database: DeviceDatabase): Promise<void> {
    await database.refused.bulkDelete(this.outlived);
    await Promise.all([
      database.outbox.bulkDelete(this.gone),
      database.outbox.bulkPut(this.kept),
      database.sent.bulkPut(this.sent),
      database.refused.bulkPut(this.refused),
      writeNotices(database, this.notices),
    ]);
  }

  private historyOf(village: VillageCode): number {
    return this.histories[village]?.number ?? 0;
  }

  /** Whether a change says more than is known; one that came late or twice does not. */
  private isNews(stored: StoredNotice | undefined, change: Change | undefined): boolean {
    if (!change) return false;
    if (stored?.sequence === undefined) return true;
    const isSameHistory = (stored.history ?? 0) === this.historyOf(stored.village);
    return !isSameHistory || change.sequence > stored.sequence;
  }

  private stepOf(entry: OutboxEntry): Step {
    const result = this.results.get(entry.id);
    const { serverTime } = this.response;
    if (result) {
      const { id: _known, ...answer } = result;
      return { entry: { ...entry, answer, answeredAt: serverTime }, fate: result.outcome };
    }
    if (entry.answer) return { entry, fate: entry.answer.outcome };
    return { entry, fate: this.again.has(entry.id) ? 'sent-again' : 'waiting' };
  }

  private leaveOutbox({ entry, fate }: Step): void {
    const { order, action, answer, answeredAt } = entry;
    if (fate === 'waiting' || fate === 'sent-again' || order === undefined) return;
    this.gone.push(order);
    if (action.kind === 'pending-save') return;
    if (answer?.outcome === 'refused') {
      const { id, village, notice, at } = entry;
      this.refused.push({ id, village, notice, action, at, code: answer.code });
    } else {
      const { answer: _known, ...rest } = entry;
      const { serverTime } = this.response;
      this.sent.push({ ...rest, order, action, answeredAt: answeredAt ?? serverTime });
    }
  }

  private written(
    [village, code]: NoticeKey,
    before: StoredNotice | undefined,
    change: Change | undefined,
    steps: readonly Step[],
    touchedAt: string,
  ): WrittenNotice {
    const base = change?.notice ?? before?.base;
    const stored = before ?? (base && { village, code, edition: 0, head: base });
    if (!stored) throw new Error('an answer about a notice that is nowhere');
    const refusal = refusalAfter(stored.refusal, steps);
    const waiting = steps.filter(({ fate }) => fate === 'waiting' || fate === 'sent-again');
    const isPending = waiting.some(({ entry }) => entry.action.kind === 'pending-save');
    const hasTail = isPending || refusal?.action === 'save';
    const { head, carried, document } = rebase(stored, base, steps, hasTail, (at) =>
      this.contextAt(village, code, at),
    );
    this.kept.push(...carried);
    const baseDocument = documentOf(before, change);
    const shown = document ?? baseDocument;
    const lost = lostOf(before, change);
    const sequence = change?.sequence ?? before?.sequence;
    const history = change ? this.historyOf(village) : before?.history;
    const latest = touchedOf(head);
    return {
      notice: {
        village,
        code,
        edition: stored.edition,
        head,
        ...(base ? { base } : {}),
        ...(sequence === undefined ? {} : { sequence }),
        ...(history === undefined ? {} : { history }),
        ...(shown ? { document: shown } : {}),
        ...(baseDocument ? { baseDocument } : {}),
        ...(refusal ? { refusal } : {}),
        ...(lost ? { lost } : {}),
      },
      waiting: waiting.length,
      touchedAt: touchedAt > latest ? touchedAt : latest,
    };
  }

  private contextAt(village: VillageCode, code: NoticeKey[1], at: string): ActionContext {
    return contextOf(this.session, village, code, at);
  }
}

/**
 * The refusal that stands after the steps. That of a save stands until another save says what it
 * said: up to then its content is set aside.
 */
function refusalAfter(
  before: StoredNotice['refusal'],
  steps: readonly Step[],
): StoredNotice['refusal'] {
  let refusal = before;
  for (const { entry, fate } of steps) {
    const { kind } = entry.action;
    const { answer } = entry;
    const isSave = kind === 'save' || kind === 'pending-save';
    if (answer?.outcome === 'refused' && kind !== 'pending-save') {
      if (refusal?.action !== 'save') refusal = { code: answer.code, action: kind };
    } else if (isSave || (fate === 'accepted' && refusal?.action !== 'save')) {
      refusal = undefined;
    }
  }
  return refusal;
}

function documentOf(
  before: StoredNotice | undefined,
  change: Change | undefined,
): NoticeDocument | undefined {
  if (!change) return before?.baseDocument;
  if (change.notice.revisions.length === 0) return undefined;
  return change.document ?? before?.baseDocument;
}

/** What the server no longer has of a notice, when it tells an older version than it once did. */
function lostOf(
  before: StoredNotice | undefined,
  change: Change | undefined,
): LostContent | undefined {
  if (!change) return before?.lost;
  const { version, content } = change.notice;
  if (before?.lost) return before.lost.version > version ? before.lost : undefined;
  const { base } = before ?? {};
  if (!base || base.version <= version) return undefined;
  if (contentDigest(base.content) === contentDigest(content)) return undefined;
  return { version: base.version, content: base.content, ground: content };
}

function stateAfter({ serverTime }: SyncResponse, sentAt: Date, now: Date) {
  const middle = (sentAt.getTime() + now.getTime()) / 2;
  return { succeededAt: now.toISOString(), clockSkew: Date.parse(serverTime) - middle };
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}
