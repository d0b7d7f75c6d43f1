import Dexie, { type EntityTable, type Table } from 'dexie';
import type {
  Notice,
  NoticeAction,
  NoticeCode,
  NoticeContent,
  NoticeDocument,
  VillageCode,
} from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';

export type NoticeKey = [VillageCode, NoticeCode];

/** A notice on this device: what the server is known to hold, and what this device makes of it. */
export interface StoredNotice {
  readonly village: VillageCode;
  readonly code: NoticeCode;
  /** Counts every write of this record, so that a writer knows whether another came between. */
  readonly edition: number;
  /** With every local action applied; `head.content` is what the person sees and types. */
  readonly head: Notice;
  /** The server's state that `head` grew from; absent for a notice it has never heard of. */
  readonly base?: Notice;
  /** The words of the last published revision, as they hang on the wall. */
  readonly document?: NoticeDocument;
  /** Why the server turned the last action away; gone with the next success or edit. */
  readonly refusal?: { readonly code: string; readonly action: NoticeAction['kind'] };
}

/** What lists need of a notice, so that no list ever loads contents. */
export interface NoticeSummary
  extends Pick<Notice, 'village' | 'code' | 'stage' | 'standing' | 'remarks' | 'revisions'> {
  readonly template: string;
  readonly templateVersion: number;
  readonly title: string;
  readonly period?: { readonly from: string; readonly to: string };
  /** How many actions of this notice the server has not answered. */
  readonly waiting: number;
  readonly refused: boolean;
  /** When it was last changed on this device or by the server, as an ISO instant. */
  readonly touchedAt: string;
}

/** A mutation waiting to be answered. */
export interface OutboxEntry {
  /** Ascending: the order in which things were done. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /**
   * What was done. A save at the notice's tail that was never sent has no content of its own: it
   * stands for whatever the notice holds when it is sent (`pending-save`).
   */
  readonly action: NoticeAction | { readonly kind: 'pending-save' };
  readonly at: string;
  /** Set before the first attempt to send: from then on the entry never changes. */
  readonly attempted: boolean;
}

/** An entry that the server refused, kept with its reason: nothing a person did disappears. */
export interface RefusedEntry {
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly action: NoticeAction;
  readonly at: string;
  readonly code: string;
}

export interface SyncState {
  /** Of the last answer from the server, an ISO instant. */
  readonly succeededAt?: string;
  /** Why the last attempt failed: no network, the server's fault, signed out, app too old. */
  readonly trouble?: 'offline' | 'server' | 'signed-out' | 'update-needed' | 'storage';
  /** Server clock minus device clock, in milliseconds, at the last answer. */
  readonly clockSkew?: number;
}

/** Single values by name. */
interface Kept {
  session: Session;
  cursors: Record<VillageCode, number>;
  sync: SyncState;
  /** The village that the person works in. */
  village: VillageCode;
  /** For each village, the last typed values of fields that templates remember. */
  remembered: Record<string, Record<string, string>>;
}

export type KeptName = keyof Kept;

/**
 * The device's database. Schema versions are only ever added: a new one carries old data over.
 */
export class DeviceDatabase extends Dexie {
  readonly notices!: Table<StoredNotice, NoticeKey>;
  readonly summaries!: Table<NoticeSummary, NoticeKey>;
  readonly outbox!: EntityTable<OutboxEntry, 'order'>;
  readonly refused!: Table<RefusedEntry, string>;
  readonly kept!: Table<{ name: KeptName; value: unknown }, KeptName>;

  constructor(name = 'village-noticeboard') {
    // strict: a 'saved' that a dead battery can take back would be a lie
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      notices: '[village+code]',
      summaries: '[village+code], [village+touchedAt]',
      outbox: '++order, &id, [village+notice]',
      refused: 'id, [village+notice]',
      kept: 'name',
    });
  }

  async read<Name extends KeptName>(name: Name): Promise<Kept[Name] | undefined> {
    const row = await this.kept.get(name);
    // written by `keep` under the same name, hence of its type
    return row?.value as Kept[Name] | undefined;
  }

  async keep<Name extends KeptName>(name: Name, value: Kept[Name]): Promise<void> {
    await this.kept.put({ name, value });
  }
}

/** The content an empty base stands for, when the server never had any. */
export function emptyBase(content: NoticeContent): NoticeContent {
  return { ...content, fields: {}, tables: {} };
}
