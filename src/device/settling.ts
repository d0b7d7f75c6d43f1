import {
  type ActionContext,
  contentDigest,
  type NoticeDocument,
  type VillageCode,
} from '../notice/index.ts';
import type { MutationResult, Session, SyncResponse } from '../protocol/index.ts';
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
import { rebase, type Step } from './rebase.ts';
import type { Change, TouchedNotice } from './touched-notices.ts';
import { touchedOf, type WrittenNotice, writeNotices } from './write-notices.ts';

/** What an answer says that settling needs. */
export interface Answered {
  readonly response: Pick<SyncResponse, 'more' | 'serverTime'>;
  readonly results: ReadonlyMap<string, MutationResult>;
  readonly histories: Readonly<Record<VillageCode, VillageHistory>>;
  /** Ids of what a set-back server is sent again. */
  readonly again: ReadonlySet<string>;
  readonly session: Session | undefined;
}

/**
 * Settles notice after notice by an answer, and collects all that it changes, so that it is written in
 * a few large requests.
 */
export class Settling {
  private readonly answered: Answered;
  private readonly notices: WrittenNotice[] = [];
  private readonly kept: OutboxEntry[] = [];
  private readonly gone: number[] = [];
  private readonly sent: SentEntry[] = [];
  private readonly refused: RefusedEntry[] = [];
  private readonly outlived: string[] = [];

  constructor(answered: Answered) {
    this.answered = answered;
  }

  settle(touched: TouchedNotice): void {
    const { key, stored, queue, touchedAt } = touched;
    const change = this.isNews(stored, touched.change) ? touched.change : undefined;
    const steps = queue.map((entry) => this.stepOf(entry));
    const isTaken = steps.some(({ fate }) => fate === 'accepted');
    if (isTaken && !change && this.answered.response.more) {
      // its state comes on a later page; until then the answer waits, and so does the notice
      for (const { entry, fate } of steps) if (fate !== 'waiting') this.kept.push(entry);
      return;
    }
    for (const step of steps) this.leaveOutbox(step);
    // what a save said that was refused before, a later one says again or the person has replaced
    if (steps.some(isAnsweredSave)) this.outlived.push(...touched.refusedSaves);
    if ((!stored || steps.length === 0) && !change) return;
    this.notices.push(this.written(key, stored, change, steps, touchedAt));
  }

  /** `standing` are the places that were found taken in a stretch of the outbox. */
  async write(database: DeviceDatabase, standing: readonly number[]): Promise<void> {
    await database.refused.bulkDelete(this.outlived);
    await Promise.all([
      leave(database, this.gone, standing),
      database.outbox.bulkPut(this.kept),
      database.sent.bulkPut(this.sent),
      database.refused.bulkPut(this.refused),
      writeNotices(database, this.notices),
    ]);
  }

  private historyOf(village: VillageCode): number {
    return this.answered.histories[village]?.number ?? 0;
  }

  /** Whether a change says more than is known; one that came late or twice does not. */
  private isNews(stored: StoredNotice | undefined, change: Change | undefined): boolean {
    if (!change) return false;
    if (stored?.sequence === undefined) return true;
    const isSameHistory = (stored.history ?? 0) === this.historyOf(stored.village);
    return !isSameHistory || change.sequence > stored.sequence;
  }

  private stepOf(entry: OutboxEntry): Step {
    const result = this.answered.results.get(entry.id);
    const { serverTime } = this.answered.response;
    if (result) {
      const { id: _known, ...answer } = result;
      return { entry: { ...entry, answer, answeredAt: serverTime }, fate: result.outcome };
    }
    if (entry.answer) return { entry, fate: entry.answer.outcome };
    return { entry, fate: this.answered.again.has(entry.id) ? 'sent-again' : 'waiting' };
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
      const { serverTime } = this.answered.response;
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
    return contextOf(this.answered.session, village, code, at);
  }
}

/**
 * Takes entries out of the outbox: what stands side by side in it in one request, as the many of a
 * page mostly do. `known` are all the places taken in a stretch of it; where that has not all of them
 * it is looked up.
 */
async function leave(
  { outbox }: DeviceDatabase,
  gone: readonly number[],
  known: readonly number[],
): Promise<void> {
  if (gone.length === 0) return;
  const leaving = new Set(gone);
  const isKnown = known.filter((order) => leaving.has(order)).length === leaving.size;
  const [first, last] = [Math.min(...gone), Math.max(...gone)];
  const standing = isKnown
    ? known
    : await outbox.where('order').between(first, last, true, true).primaryKeys();
  const runs: { first: number; last: number }[] = [];
  let run: (typeof runs)[number] | undefined;
  for (const order of standing) {
    if (order === undefined || !leaving.has(order)) {
      run = undefined;
    } else if (run) {
      run.last = order;
    } else {
      run = { first: order, last: order };
      runs.push(run);
    }
  }
  await Promise.all(
    runs.map((one) => outbox.where('order').between(one.first, one.last, true, true).delete()),
  );
}

function isAnsweredSave({ entry, fate }: Step): boolean {
  return entry.action.kind === 'save' && (fate === 'accepted' || fate === 'refused');
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
