import type { Catalogue } from '../catalogue/index.ts';
import { type Field, type Template, templateOf } from '../catalogue/templates/index.ts';
import {
  type Author,
  applyAction,
  begunNotice,
  composeDocument,
  conflictsAfterEdit,
  contentDigest,
  drawNoticeCode,
  emptyContent,
  mergeContent,
  type Notice,
  type NoticeAction,
  type NoticeCode,
  type NoticeContent,
  type Outcome,
  optionFields,
  type Row,
  rememberedKey,
  type VillageCode,
  withoutForbidden,
  withTyping,
} from '../notice/index.ts';
import { placeOf, yimeiPlaces } from '../places/index.ts';
import type {
  DeviceDatabase,
  NoticeKey,
  NoticeSummary,
  OutboxEntry,
  RefusedEntry,
  StoredNotice,
} from './database.ts';
import { authorOf, contextOf } from './deed.ts';
import { freezePendingSave, queueOf } from './outbox.ts';
import { templateBehind } from './reference.ts';
import { writeNotices } from './write-notices.ts';

/** What the store needs of the world outside. */
export interface StoreSurroundings {
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Told after each edit or action is durable, so that a sync can be planned. */
  readonly onDone?: () => void;
}

/**
 * The notices on this device and everything a person does to them. Each change and its outbox entry
 * are one transaction: what is shown as saved is on its way, what failed has changed nothing.
 */
export class NoticeStore {
  private readonly database: DeviceDatabase;
  private readonly surroundings: StoreSurroundings;
  /** The notice that is being typed; nothing else was saved here since. */
  private lastSaved: NoticeKey | undefined;
  /** What each village typed last, as far as it went through here and is durable. */
  private remembered: Remembered = {};

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
   * content that the typing started from: where another tab or a sync has changed the notice since,
   * the two are merged. Gives what is stored now.
   *
   * @throws what the browser throws when it cannot write (`isStorageFull`); then nothing has changed.
   */
  async save(
    village: VillageCode,
    code: NoticeCode,
    content: NoticeContent,
    ground?: NoticeContent,
  ): Promise<StoredNotice> {
    const { database } = this;
    let remembered: Remembered | undefined;
    const saved = await database.transaction('rw', database.workTables(), async () => {
      const at = this.now();
      // side by side: somebody is typing
      const [template, session, stored, queue, told] = await Promise.all([
        templateBehind(database, content),
        database.read('session'),
        database.notices.get([village, code]),
        queueOf(database, village, code),
        this.summaryOfLast(village, code),
      ]);
      const by = authorOf(session, at);
      const cleaned = (typed: NoticeContent) =>
        template ? withoutForbidden(template, typed, stored?.head.content) : typed;
      const clean = cleaned(content);
      if (stored && isSameContent(clean, stored.head.content)) return stored;
      const head = stored
        ? edited(stored.head, clean, by, ground && cleaned(ground))
        : begunNotice({ content: clean, conflicts: [] }, contextOf(session, village, code, at));
      const { refusal: _answered, ...rest } = stored ?? { edition: 0 };
      const isQueued = queue.at(-1)?.action.kind === 'pending-save';
      const waiting = queue.length + (isQueued ? 0 : 1);
      const [written, , known] = await Promise.all([
        this.write({ ...rest, village, code, head }, waiting, at, told),
        isQueued || database.outbox.add(this.pendingSave(village, code, at)),
        template && this.remember(village, clean, template),
      ]);
      remembered = known;
      this.lastSaved = [village, code];
      return written;
    });
    if (remembered) this.remembered = remembered;
    this.surroundings.onDone?.();
    return saved;
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
    const outcome = await database.transaction('rw', database.workTables(), async () => {
      const at = this.now();
      const session = await database.read('session');
      const stored = await database.notices.get([village, code]);
      const done = applyAction(stored?.head, action, contextOf(session, village, code, at));
      if (!done.ok || !stored) return done;
      // what was set aside is part of what the person acts on
      if (stored.refusal?.action === 'save') await this.queuePendingSave(village, code, at);
      await freezePendingSave(database, stored);
      await database.outbox.add(this.entry(village, code, action, at));
      const waiting = (await queueOf(database, village, code)).length;
      const { refusal: _answered, ...rest } = stored;
      const document = done.published?.document;
      const written = { ...rest, head: done.notice, ...(document ? { document } : {}) };
      await this.write(written, waiting, at);
      return done;
    });
    if (outcome.ok) this.surroundings.onDone?.();
    return outcome;
  }

  /**
   * The action that would publish what the notice holds now; undefined while it cannot be composed.
   * `catalogues` are the district's own, for notices written by them.
   */
  publication(
    notice: Notice,
    catalogues: readonly Catalogue[] = [],
  ): Extract<NoticeAction, { kind: 'publish' }> | undefined {
    const { template: id, templateVersion } = notice.content;
    const template = templateOf(id, templateVersion, catalogues);
    const place = placeOf(yimeiPlaces, notice.village);
    if (!template || !place) return undefined;
    return {
      kind: 'publish',
      revision: notice.revisions.length + 1,
      contentDigest: contentDigest(notice.content),
      document: composeDocument(template, notice.content, place),
    };
  }

  /**
   * Sends again what the server refused, as a new mutation: of a save what the notice holds now, of
   * anything else the same. Undefined where nothing is set aside under this id.
   */
  async tryAgain(id: string): Promise<Outcome | StoredNotice | undefined> {
    const { database } = this;
    const entry = await database.refused.get(id);
    if (!entry) return undefined;
    const { village, notice: code, action } = entry;
    if (action.kind !== 'save') {
      const outcome = await this.act(village, code, action);
      if (outcome.ok) await this.letGo(entry);
      return outcome;
    }
    const queued = await database.transaction('rw', database.workTables(), async () => {
      const stored = await database.notices.get([village, code]);
      if (!stored) return undefined;
      const at = this.now();
      await database.refused.delete(id);
      const waiting = await this.queuePendingSave(village, code, at);
      const { refusal: _answered, ...rest } = stored;
      return this.write(rest, waiting, at);
    });
    this.surroundings.onDone?.();
    return queued;
  }

  /**
   * Takes a refused entry off the list, because the person has seen it and decided. With the last one
   * the notice counts as refused no more, unless it holds content that is on this phone only: that
   * stays set aside until it is sent with the next edit.
   */
  async letGo({ id }: Pick<RefusedEntry, 'id'>): Promise<void> {
    const { database } = this;
    await database.transaction('rw', database.workTables(), async () => {
      const entry = await database.refused.get(id);
      if (!entry) return;
      await database.refused.delete(id);
      const key: NoticeKey = [entry.village, entry.notice];
      const stored = await database.notices.get(key);
      const others = await database.refused.where('[village+notice]').equals(key).count();
      if (!stored?.refusal || others > 0 || holdsWhatIsNowhereElse(stored)) return;
      const { refusal: _seen, ...rest } = stored;
      const touchedAt = (await database.summaries.get(key))?.touchedAt ?? stored.head.saved.at;
      await this.write(rest, (await queueOf(database, ...key)).length, touchedAt);
    });
  }

  private now(): string {
    return this.surroundings.now().toISOString();
  }

  private async write(
    notice: StoredNotice,
    waiting: number,
    touchedAt: string,
    told?: NoticeSummary,
  ): Promise<StoredNotice> {
    const [stored] = await writeNotices(this.database, [
      { notice, waiting, touchedAt, ...(told ? { told } : {}) },
    ]);
    if (!stored) throw new Error('a notice was not written');
    return stored;
  }

  /** What lists are told of the notice that was saved last too; undefined of any other. */
  private async summaryOfLast(
    village: VillageCode,
    code: NoticeCode,
  ): Promise<NoticeSummary | undefined> {
    const [lastVillage, lastCode] = this.lastSaved ?? [];
    if (lastVillage !== village || lastCode !== code) return undefined;
    return this.database.summaries.get([village, code]);
  }

  /** Sees to it that a save of what the notice holds is queued; gives how much of it waits now. */
  private async queuePendingSave(
    village: VillageCode,
    code: NoticeCode,
    at: string,
  ): Promise<number> {
    const queue = await queueOf(this.database, village, code);
    if (queue.at(-1)?.action.kind === 'pending-save') return queue.length;
    await this.database.outbox.add(this.pendingSave(village, code, at));
    return queue.length + 1;
  }

  private pendingSave(village: VillageCode, code: NoticeCode, at: string): OutboxEntry {
    return this.entry(village, code, { kind: 'pending-save' }, at);
  }

  private entry(
    village: VillageCode,
    notice: NoticeCode,
    action: OutboxEntry['action'],
    at: string,
  ): OutboxEntry {
    return { id: this.drawId(), village, notice, action, at, attempted: false };
  }

  private drawId(): string {
    const bytes = this.surroundings.randomBytes(16);
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Keeps what the village is to find typed the next time; gives what is kept where that is more. */
  private async remember(
    village: VillageCode,
    content: NoticeContent,
    template: Template,
  ): Promise<Remembered | undefined> {
    // mostly nothing of it has changed since the last save: then nobody has to look
    if (wordsToRemember(template, content, this.remembered[village]).length === 0) return undefined;
    const all = (await this.database.read('remembered')) ?? {};
    const typed = wordsToRemember(template, content, all[village]);
    if (typed.length === 0) return all;
    const remembered = { ...all, [village]: { ...all[village], ...Object.fromEntries(typed) } };
    await this.database.keep('remembered', remembered);
    return remembered;
  }
}

type Remembered = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the content says otherwise than is `known`, by the key that it is remembered under. */
function wordsToRemember(
  template: Template,
  content: NoticeContent,
  known: Readonly<Record<string, string>> = {},
): [key: string, value: string][] {
  const differing = (field: Field, isForgotten: boolean): [string, string][] => {
    const key = rememberedKey(template, field);
    const value = content.fields[field.id] ?? '';
    if (key === undefined || value === (known[key] ?? '')) return [];
    return value === '' && !isForgotten ? [] : [[key, value]];
  };
  return [
    ...template.fields.flatMap((field) => differing(field, false)),
    // what a village no longer wants to say is not brought up again
    ...optionFields(template).flatMap((field) =>
      differing(field, Object.hasOwn(content.fields, field.id)),
    ),
  ];
}

/** Whether a refused save left content here that the server does not have. */
function holdsWhatIsNowhereElse({ refusal, head, base }: StoredNotice): boolean {
  if (refusal?.action !== 'save') return false;
  return !base || contentDigest(head.content) !== contentDigest(base.content);
}

/** The head with what was typed on `ground`, which is the head itself where nothing is said. */
function edited(
  head: Notice,
  content: NoticeContent,
  by: Author,
  ground: NoticeContent = head.content,
): Notice {
  if (isSameContent(ground, head.content)) {
    const conflicts = conflictsAfterEdit(head.conflicts, head.content, content, by);
    return withTyping(head, { content, conflicts }, by);
  }
  const merged = mergeContent(
    ground,
    { content: head.content, by: head.saved, conflicts: head.conflicts },
    { content, by },
  );
  return withTyping(head, merged, by);
}

/** To the letter; what only differs in the order of its members is merged to the same anyway. */
function isSameContent(a: NoticeContent, b: NoticeContent): boolean {
  if (a === b) return true;
  const { tables, ...others } = a;
  const { tables: otherTables, ...rest } = b;
  return (
    isSame(others, rest) &&
    isSame(Object.keys(tables), Object.keys(otherTables)) &&
    Object.entries(tables).every(([table, rows]) => isSameRows(rows, otherTables[table] ?? []))
  );
}

/** Most rows are the very same: only the others are looked at. */
function isSameRows(a: readonly Row[], b: readonly Row[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length && a.every((row, index) => row === b[index] || isSame(row, b[index]))
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
