import { type Template, templateOf } from '../catalogue/templates/index.ts';
import {
  type ActionContext,
  type Author,
  applyAction,
  composeDocument,
  composeTitle,
  contentDigest,
  drawNoticeCode,
  emptyContent,
  isSamePlace,
  mergeContent,
  type Notice,
  type NoticeAction,
  type NoticeCode,
  type NoticeContent,
  type Outcome,
  periodOf,
  unionOfConflicts,
  type VillageCode,
  withoutForbidden,
} from '../notice/index.ts';
import { placeOf, yimeiPlaces } from '../places/index.ts';
import type { DeviceDatabase, NoticeSummary, OutboxEntry, StoredNotice } from './database.ts';

/** What the store needs of the world outside. */
export interface StoreSurroundings {
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * The notices on this device and everything a person does to them. Each change and its outbox entry
 * are one transaction: what is shown as saved is on its way, what failed has changed nothing.
 */
export class NoticeStore {
  private readonly database: DeviceDatabase;
  private readonly surroundings: StoreSurroundings;

  constructor(database: DeviceDatabase, surroundings: StoreSurroundings) {
    this.database = database;
    this.surroundings = surroundings;
  }

  /** Starts a notice from a template, with what the village typed last time; gives its code. */
  async create(template: Template, village: VillageCode): Promise<NoticeCode> {
    const code = drawNoticeCode(this.surroundings.randomBytes);
    const remembered = (await this.database.read('remembered'))?.[village] ?? {};
    await this.save(village, code, emptyContent(template, remembered));
    return code;
  }

  /**
   * Keeps the content as typed and queues it; durable when the promise resolves. `ground` is the
   * stored notice the typing started from: where another tab or a sync has changed it meanwhile, the
   * two are merged. Gives what is stored now.
   */
  async save(
    village: VillageCode,
    code: NoticeCode,
    content: NoticeContent,
    ground?: StoredNotice,
  ): Promise<StoredNotice> {
    const { database } = this;
    return database.transaction('rw', this.tables(), async () => {
      const stored = await database.notices.get([village, code]);
      const by = await this.author();
      const template = templateOf(content.template, content.templateVersion);
      const clean = template ? withoutForbidden(template, content, stored?.head.content) : content;
      const head = stored
        ? edited(stored, clean, by, ground)
        : await this.started(village, code, clean, by);
      const queue = await database.outbox
        .where('[village+notice]')
        .equals([village, code])
        .sortBy('order');
      if (queue.at(-1)?.action.kind !== 'pending-save') {
        await database.outbox.add(this.entry(village, code, { kind: 'pending-save' }));
      }
      const { refusal: _answered, ...rest } = stored ?? {};
      await this.remember(village, clean);
      return this.put({ ...rest, village, code, head });
    });
  }

  /**
   * Does something other than typing: submit, return, publish, withdraw, settle. Shows its effect at
   * once and queues it for the server, which decides.
   */
  async act(
    village: VillageCode,
    code: NoticeCode,
    action: Exclude<NoticeAction, { kind: 'save' }>,
  ): Promise<Outcome> {
    const { database } = this;
    return database.transaction('rw', this.tables(), async () => {
      const stored = await database.notices.get([village, code]);
      const outcome = applyAction(stored?.head, action, await this.context(village, code));
      if (!outcome.ok || !stored) return outcome;
      await this.freezePendingSave(stored);
      await database.outbox.add(this.entry(village, code, action));
      const { refusal: _answered, ...rest } = stored;
      const document = outcome.published?.document;
      await this.put({ ...rest, head: outcome.notice, ...(document ? { document } : {}) });
      return outcome;
    });
  }

  /** The action that would publish what the notice holds now; undefined while it cannot be composed. */
  publication(notice: Notice): Extract<NoticeAction, { kind: 'publish' }> | undefined {
    const template = templateOf(notice.content.template, notice.content.templateVersion);
    const place = placeOf(yimeiPlaces, notice.village);
    if (!template || !place) return undefined;
    return {
      kind: 'publish',
      revision: notice.revisions.length + 1,
      contentDigest: contentDigest(notice.content),
      document: composeDocument(template, notice.content, place),
    };
  }

  /** Writes a notice with its summary; to be called inside a transaction over `tables()`. */
  async put(written: Omit<StoredNotice, 'edition'>): Promise<StoredNotice> {
    const { database } = this;
    const before = await database.notices.get([written.village, written.code]);
    const stored: StoredNotice = { ...written, edition: (before?.edition ?? 0) + 1 };
    const waiting = await database.outbox
      .where('[village+notice]')
      .equals([stored.village, stored.code])
      .count();
    await database.notices.put(stored);
    await database.summaries.put(summaryOf(stored, waiting, this.surroundings.now()));
    return stored;
  }

  tables() {
    const { notices, summaries, outbox, refused, kept } = this.database;
    return [notices, summaries, outbox, refused, kept];
  }

  async context(village: VillageCode, code: NoticeCode): Promise<ActionContext> {
    const session = await this.database.read('session');
    const settings = session?.villages.find((one) => one.code === village);
    return {
      village,
      code,
      by: await this.author(),
      onePersonMayPublish: settings?.onePersonMayPublish ?? false,
      contentAt: () => undefined,
    };
  }

  /**
   * Gives a queued save the content that stands now, so that later typing cannot slip under an
   * action that was taken on it.
   */
  async freezePendingSave(stored: StoredNotice): Promise<OutboxEntry | undefined> {
    const queue = await this.database.outbox
      .where('[village+notice]')
      .equals([stored.village, stored.code])
      .sortBy('order');
    const last = queue.at(-1);
    if (last?.action.kind !== 'pending-save') return undefined;
    const frozen: OutboxEntry = { ...last, action: saveOf(stored) };
    await this.database.outbox.put(frozen);
    return frozen;
  }

  private async author(): Promise<Author> {
    const person = (await this.database.read('session'))?.person;
    return {
      person: person?.id ?? '',
      name: person?.name ?? '',
      at: this.surroundings.now().toISOString(),
    };
  }

  private async started(
    village: VillageCode,
    code: NoticeCode,
    content: NoticeContent,
    by: Author,
  ): Promise<Notice> {
    const save = { kind: 'save', baseVersion: 0, content, conflicts: [] } as const;
    const outcome = applyAction(
      undefined,
      { ...save, conflicts: [] },
      {
        ...(await this.context(village, code)),
        by,
      },
    );
    if (!outcome.ok) throw new Error(`a new notice was refused: ${outcome.refusal}`);
    // version 1 is the server's to give
    return { ...outcome.notice, version: 0 };
  }

  private entry(
    village: VillageCode,
    notice: NoticeCode,
    action: OutboxEntry['action'],
  ): OutboxEntry {
    return {
      id: this.drawId(),
      village,
      notice,
      action,
      at: this.surroundings.now().toISOString(),
      attempted: false,
    };
  }

  private drawId(): string {
    const bytes = this.surroundings.randomBytes(16);
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  private async remember(village: VillageCode, content: NoticeContent): Promise<void> {
    const template = templateOf(content.template, content.templateVersion);
    const fields = template?.fields.filter((field) => field.remembered) ?? [];
    const all = (await this.database.read('remembered')) ?? {};
    const known = all[village] ?? {};
    const typed = fields
      .map((field): [string, string] => [field.id, content.fields[field.id] ?? ''])
      .filter(([id, value]) => value !== '' && value !== known[id]);
    if (typed.length === 0) return;
    await this.database.keep('remembered', {
      ...all,
      [village]: { ...known, ...Object.fromEntries(typed) },
    });
  }
}

/** The save that sends what the notice holds, told from the server's version it started from. */
export function saveOf(stored: StoredNotice): Extract<NoticeAction, { kind: 'save' }> {
  const known = stored.base?.conflicts ?? [];
  return {
    kind: 'save',
    baseVersion: stored.base?.version ?? 0,
    content: stored.head.content,
    conflicts: stored.head.conflicts.filter(
      (one) => !known.some((other) => isSamePlace(one.place, other.place)),
    ),
  };
}

function edited(
  stored: StoredNotice,
  content: NoticeContent,
  by: Author,
  ground: StoredNotice | undefined,
): Notice {
  const { head } = stored;
  const isUnchangedBelow = !ground || ground.edition === stored.edition;
  const merged = isUnchangedBelow
    ? { content, conflicts: [] }
    : mergeContent(ground.head.content, { content: head.content, by: head.saved }, { content, by });
  return {
    ...head,
    content: merged.content,
    conflicts: [...unionOfConflicts(head.conflicts, merged.conflicts)],
    stage: head.stage === 'settled' ? 'draft' : head.stage,
    drafters: head.drafters.includes(by.person) ? head.drafters : [...head.drafters, by.person],
    saved: by,
  };
}

function summaryOf(stored: StoredNotice, waiting: number, now: Date): NoticeSummary {
  const { village, code, head } = stored;
  const { template: id, templateVersion } = head.content;
  const template = templateOf(id, templateVersion);
  const place = placeOf(yimeiPlaces, village);
  const period = stored.document?.period ?? (template && periodOf(template, head.content));
  return {
    village,
    code,
    template: id,
    templateVersion,
    title:
      template && place
        ? composeTitle(template, head.content, place)
        : (stored.document?.title ?? id),
    stage: head.stage,
    standing: head.standing,
    remarks: head.remarks,
    revisions: head.revisions,
    ...(period ? { period: { from: period.from, to: period.to } } : {}),
    waiting,
    refused: stored.refusal !== undefined,
    touchedAt: now.toISOString(),
  };
}
