import * as v from 'valibot';
import {
  applyAction,
  mergeContent,
  type Notice,
  type NoticeAction,
  type NoticeContent,
  unionOfConflicts,
  type VillageCode,
} from '../notice/index.ts';
import {
  type Mutation,
  type MutationResult,
  type NoticeChange,
  PROTOCOL_VERSION,
  type SyncRequest,
  type SyncResponse,
  SyncResponseSchema,
} from '../protocol/index.ts';
import {
  type DeviceDatabase,
  emptyBase,
  type OutboxEntry,
  type StoredNotice,
  type SyncState,
} from './database.ts';
import { type NoticeStore, saveOf } from './notice-store.ts';

/** Carries one request to the server; rejects with a SyncTrouble. */
export type Transport = (request: SyncRequest) => Promise<unknown>;

/** Why a sync did not come through. */
export class SyncTrouble extends Error {
  readonly trouble: NonNullable<SyncState['trouble']>;

  constructor(trouble: NonNullable<SyncState['trouble']>, options?: ErrorOptions) {
    super(`sync: ${trouble}`, options);
    this.trouble = trouble;
  }
}

/** How much one request carries at most, in characters of JSON: a page fits a weak link. */
const PAGE_CHARACTERS = 256_000;

/**
 * Sends what waits and takes what changed, until neither is left. Safe to break off at any point
 * and to repeat: an entry is frozen before it is first sent, and the server gives a repeat the
 * stored answer.
 */
export class Synchroniser {
  private readonly database: DeviceDatabase;
  private readonly store: NoticeStore;
  private readonly transport: Transport;
  private readonly now: () => Date;

  constructor(database: DeviceDatabase, store: NoticeStore, transport: Transport, now: () => Date) {
    this.database = database;
    this.store = store;
    this.transport = transport;
    this.now = now;
  }

  /** One whole sync. Notes success or trouble in the kept sync state, and never throws a SyncTrouble. */
  async synchronise(): Promise<SyncState> {
    try {
      let more = true;
      while (more) more = await this.exchangePage();
    } catch (error) {
      if (!(error instanceof SyncTrouble)) throw error;
      const { trouble } = error;
      const before = (await this.database.read('sync')) ?? {};
      await this.database.keep('sync', { ...before, trouble });
    }
    return (await this.database.read('sync')) ?? {};
  }

  /** One request and its answer; true when something is left to send or to take. */
  private async exchangePage(): Promise<boolean> {
    const entries = await this.nextPage();
    const session = await this.database.read('session');
    if (!session) throw new SyncTrouble('signed-out');
    const kept = (await this.database.read('cursors')) ?? {};
    const cursors: Record<VillageCode, number> = {};
    for (const { code } of session.villages) cursors[code] = kept[code] ?? 0;
    const sentAt = this.now();
    const answer = await this.transport({
      protocol: PROTOCOL_VERSION,
      sentAt: sentAt.toISOString(),
      cursors,
      mutations: entries.map(mutationOf),
    });
    const parsed = v.safeParse(SyncResponseSchema, answer);
    if (!parsed.success) throw new SyncTrouble('server');
    await this.takeIn(entries, parsed.output);
    await this.noteSuccess(parsed.output, sentAt);
    const waiting = await this.database.outbox.count();
    return parsed.output.more || waiting > 0;
  }

  /**
   * The oldest entries that fit a page, each frozen and marked as attempted before it leaves. A
   * notice's second save waits for the answer to its first: only then is its base known.
   */
  private async nextPage(): Promise<OutboxEntry[]> {
    const { database } = this;
    return database.transaction('rw', this.store.tables(), async () => {
      const page: OutboxEntry[] = [];
      const saved = new Set<string>();
      const held = new Set<string>();
      let characters = 0;
      for (const entry of await database.outbox.orderBy('order').toArray()) {
        const key = `${entry.village}/${entry.notice}`;
        const isSave = entry.action.kind === 'save' || entry.action.kind === 'pending-save';
        if (held.has(key)) continue;
        if (isSave && saved.has(key)) {
          held.add(key);
          continue;
        }
        const frozen = await this.frozen(entry);
        characters += JSON.stringify(frozen.action).length;
        if (page.length > 0 && characters > PAGE_CHARACTERS) break;
        const attempted = { ...frozen, attempted: true };
        if (!entry.attempted) await database.outbox.put(attempted);
        page.push(attempted);
        if (isSave) saved.add(key);
      }
      return page;
    });
  }

  private async frozen(entry: OutboxEntry): Promise<OutboxEntry> {
    if (entry.action.kind !== 'pending-save') return entry;
    const stored = await this.database.notices.get([entry.village, entry.notice]);
    if (!stored) throw new Error('a queued save without its notice');
    return { ...entry, action: saveOf(stored) };
  }

  /** Takes results and changes in, as one transaction with the cursor that they reach. */
  private async takeIn(entries: readonly OutboxEntry[], response: SyncResponse): Promise<void> {
    const { database } = this;
    await database.transaction('rw', this.store.tables(), async () => {
      const results = new Map(response.results.map((result) => [result.id, result]));
      const answered = entries.filter((entry) => results.has(entry.id));
      for (const entry of answered) await this.settleEntry(entry, results.get(entry.id));

      const changes = new Map(response.changes.map((one) => [keyOf(one.notice), one]));
      for (const change of changes.values()) {
        const sent = answered.filter(
          (one) => one.village === change.notice.village && one.notice === change.notice.code,
        );
        await this.takeChange(change, sent);
      }
      for (const entry of answered) {
        if (!changes.has(keyOf({ village: entry.village, code: entry.notice }))) {
          await this.refresh(entry);
        }
      }
      const cursors = (await database.read('cursors')) ?? {};
      await database.keep('cursors', Object.assign(cursors, response.cursors));
    });
  }

  private async settleEntry(entry: OutboxEntry, result: MutationResult | undefined): Promise<void> {
    const { database } = this;
    if (entry.order !== undefined) await database.outbox.delete(entry.order);
    if (result?.outcome !== 'refused' || entry.action.kind === 'pending-save') return;
    const { id, village, notice, action, at } = entry;
    await database.refused.put({ id, village, notice, action, at, code: result.code });
    const stored = await database.notices.get([village, notice]);
    if (!stored) return;
    // until the server's state comes, the notice goes back to what the server last told
    await database.notices.put({ ...stored, refusal: { code: result.code, action: action.kind } });
  }

  /**
   * Puts the server's state under whatever was typed since it was sent. What the server was sent in
   * this exchange is the common ground of the merge; else it is the last known server state.
   */
  private async takeChange(change: NoticeChange, sent: readonly OutboxEntry[]): Promise<void> {
    const server = change.notice;
    const stored = await this.database.notices.get([server.village, server.code]);
    const refusal = stored?.refusal;
    const document = change.document ?? stored?.document;
    const common = {
      village: server.village,
      code: server.code,
      base: server,
      ...(document ? { document } : {}),
      ...(refusal ? { refusal } : {}),
    };
    if (!stored) {
      await this.store.put({ ...common, head: server });
      return;
    }
    const ground = groundOf(stored, sent);
    const queue = await this.database.outbox
      .where('[village+notice]')
      .equals([server.village, server.code])
      .sortBy('order');
    const isEdited = queue.some(({ action }) => action.kind === 'pending-save');
    const typed = isEdited ? this.rebased(ground, server, stored.head) : server;
    const head = await this.withWaiting(typed, queue);
    await this.store.put({ ...common, head });
  }

  private rebased(ground: NoticeContent, server: Notice, local: Notice): Notice {
    const merged = mergeContent(
      ground,
      { content: server.content, by: server.saved },
      { content: local.content, by: local.saved },
    );
    return {
      ...server,
      content: merged.content,
      conflicts: [...unionOfConflicts(server.conflicts, merged.conflicts)],
      stage: server.stage === 'settled' ? 'draft' : server.stage,
      saved: local.saved,
    };
  }

  /** Shows the actions that still wait as if they had been taken, as `act` did when they were. */
  private async withWaiting(notice: Notice, queue: readonly OutboxEntry[]): Promise<Notice> {
    let head = notice;
    for (const { village, notice: code, action } of queue) {
      if (action.kind === 'pending-save' || action.kind === 'save') continue;
      const outcome = applyAction(head, action, await this.store.context(village, code));
      if (outcome.ok) head = outcome.notice;
    }
    return head;
  }

  /** An answer without a change (a repeat, a refusal): the notice falls back to what is known. */
  private async refresh(entry: OutboxEntry): Promise<void> {
    const stored = await this.database.notices.get([entry.village, entry.notice]);
    if (!stored) return;
    const isRefused = stored.refusal !== undefined;
    const head =
      isRefused && stored.base && entry.action.kind !== 'save'
        ? withStageOf(stored.head, stored.base)
        : stored.head;
    await this.store.put({ ...stored, head });
  }

  private async noteSuccess(response: SyncResponse, sentAt: Date): Promise<void> {
    const now = this.now();
    const middle = (sentAt.getTime() + now.getTime()) / 2;
    await this.database.keep('sync', {
      succeededAt: now.toISOString(),
      clockSkew: Date.parse(response.serverTime) - middle,
    });
  }
}

/** The content both sides share: what was just sent, or what the server was last known to hold. */
function groundOf(stored: StoredNotice, sent: readonly OutboxEntry[]): NoticeContent {
  const save = sent
    .map(({ action }) => action)
    .findLast(
      (action): action is Extract<NoticeAction, { kind: 'save' }> => action.kind === 'save',
    );
  return save?.content ?? stored.base?.content ?? emptyBase(stored.head.content);
}

function withStageOf(head: Notice, base: Notice): Notice {
  const { stage, standing, revisions, remarks, drafters } = base;
  return { ...head, stage, standing, revisions, remarks, drafters };
}

function mutationOf(entry: OutboxEntry): Mutation {
  const { id, village, notice, action, at } = entry;
  if (action.kind === 'pending-save') throw new Error('a save was sent before it was frozen');
  return { id, village, notice, action, at };
}

function keyOf({ village, code }: Pick<Notice, 'village' | 'code'>): string {
  return `${village}/${code}`;
}
