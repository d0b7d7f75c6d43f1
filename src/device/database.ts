import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Grid, ImportChoices, PackDetails } from '../catalogue/import/index.ts';
import type {
  ContentChange,
  Notice,
  NoticeAction,
  NoticeCode,
  NoticeContent,
  NoticeDocument,
  ObjectionCode,
  RosterCells,
  VillageCode,
} from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';
import type { ExemptionEntry, StoredExemption } from './exemptions.ts';
import { forgettingPicture } from './first-picture.ts';
import type { HeldReference } from './held-reference.ts';
import type { ObjectionEntry, StoredObjection } from './objections.ts';
import { packingRows } from './packed-rows.ts';
import type { HeldReminders } from './reminder.ts';
import { roughSummaries } from './rough-summary.ts';
import { markOlderSummaries, type SummaryMarks } from './summary-marks.ts';
import type { HeldSupervision, StoredFacts } from './supervision.ts';

export type NoticeKey = [VillageCode, NoticeCode];

/** A notice on this device: what the server is known to hold, and what this device makes of it. */
export interface StoredNotice {
  readonly village: VillageCode;
  readonly code: NoticeCode;
  /** Counts every write of this record. */
  readonly edition: number;
  /** With every local action applied; `head.content` is what the person sees and types. */
  readonly head: Notice;
  /** The server's state that `head` grew from; absent for a notice it has never told of. */
  readonly base?: Notice;
  /** Where `base` stands in the village's sequence; absent where that is not known. */
  readonly sequence?: number;
  /** The number of the village's history that `base` is from; absent is the first, 0. */
  readonly history?: number;
  /** The words of the last published revision, as they hang on the wall. */
  readonly document?: NoticeDocument;
  /** The same as the server told it, without a publication that still waits here. */
  readonly baseDocument?: NoticeDocument;
  /**
   * Why the server turned the last action away; gone with the next success or edit. After a refused
   * save the content stays in `head`, set aside: it is sent again with the next edit or action.
   */
  readonly refusal?: { readonly code: string; readonly action: NoticeAction['kind'] };
  /** What an older backup of the server lacks and nobody has sent again yet. */
  readonly lost?: LostContent;
}

/** Content that the server once had, and what it was left with when it was set back. */
export interface LostContent {
  readonly version: number;
  readonly content: NoticeContent;
  readonly ground: NoticeContent;
}

/** What lists need of a notice, so that no list ever loads contents. */
export interface NoticeSummary
  extends Pick<
      Notice,
      'village' | 'code' | 'stage' | 'standing' | 'remarks' | 'revisions' | 'postings'
    >,
    SummaryMarks {
  readonly template: string;
  readonly templateVersion: number;
  readonly title: string;
  readonly period?: { readonly from: string; readonly to: string };
  /** The day from which the time limit runs; absent while nobody has said so. */
  readonly deadlineStart?: string;
  /** How many entries of this notice the outbox has: actions that the server has not answered. */
  readonly waiting: number;
  readonly refused: boolean;
  /** When it was last changed on this device or by the server, as an ISO instant. */
  readonly touchedAt: string;
  /** Set where title and period are still to be composed (1, since an index takes no true). */
  readonly rough?: 1;
}

/** A notice as it is written, with what only its writer knows. */
export interface Unsummed {
  readonly stored: StoredNotice;
  /** How many actions of it wait for an answer. */
  readonly waiting: number;
  /** An ISO instant. */
  readonly touchedAt: string;
}

/** How notices are summed up when they are written, inside the same transaction. */
export type Summarise = (
  database: DeviceDatabase,
  notices: readonly Unsummed[],
) => Promise<NoticeSummary[]>;

/** A mutation on its way to the server. */
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
  readonly action: NoticeAction | PendingSave;
  readonly at: string;
  /**
   * Set before the first attempt to send: from then on the entry never changes. Before it, a save
   * has its content, but not yet the version that it starts from.
   */
  readonly attempted: boolean;
  /** The server's answer, kept here until the state that it led to has been told too. */
  readonly answer?: Answer;
  /** When `answer` came, by the server's clock. */
  readonly answeredAt?: string;
}

export interface PendingSave {
  readonly kind: 'pending-save';
}

export type Answer =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly code: string };

/** A mutation that the server accepted; kept for a while, since a server can lose what it had. */
export interface SentEntry extends OutboxEntry {
  readonly order: number;
  readonly action: NoticeAction;
  readonly answeredAt: string;
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
  /** Of the last answer from the server, an ISO instant of the device's clock. */
  readonly succeededAt?: string;
  /** Why the last attempt failed: no network, the server's fault, signed out, app too old. */
  readonly trouble?: 'offline' | 'server' | 'signed-out' | 'update-needed' | 'storage';
  /** Server clock minus device clock, in milliseconds, at the last answer. */
  readonly clockSkew?: number;
}

/** What is known of a village's history on the server. */
export interface VillageHistory {
  /** Counts how often the server was set back to an older backup. */
  readonly number: number;
  /** The server's mark that goes with the cursor. */
  readonly mark?: string;
  /** When it was set back, by the server's clock, until what it lost has been made good. */
  readonly restartedAt?: string;
}

/** A pasted table with its corrections, and what a person said of it. */
export interface CatalogueDraftOnDevice {
  readonly grid: Grid;
  readonly choices: ImportChoices;
  readonly details: Partial<PackDetails>;
}

/** The words that a reviewer on this device had read when they last returned a notice. */
export interface ReviewedNotice {
  readonly village: VillageCode;
  readonly code: NoticeCode;
  readonly document: NoticeDocument;
  /** An ISO instant. */
  readonly at: string;
}

/** A photograph taken here, kept until the server has it and for a while after. */
export interface StoredPhotograph {
  /** SHA-256 over `jpeg`, 64 hexadecimal digits. */
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly jpeg: ArrayBuffer;
  readonly takenAt: string;
  readonly state: 'waiting' | 'uploaded' | 'refused';
  /** How much of it the server has, in bytes. */
  readonly sent: number;
  /** Where an upload that broke off goes on. */
  readonly uploadUrl?: string;
}

/** A notice read aloud on this device, kept until the server has it and for a while after. */
export interface StoredRecording {
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /** The revision whose words were read. */
  readonly revision: number;
  /** As the browser's recorder names it: audio/webm;codecs=opus. */
  readonly type: string;
  /** An ISO instant. */
  readonly startedAt: string;
  /** Of sound, pauses left out. */
  readonly seconds: number;
  /**
   * 'recording' while pieces come; 'made' once they are one sound that nobody has chosen yet; then as
   * with photographs.
   */
  readonly state: 'recording' | 'made' | 'waiting' | 'uploaded' | 'refused';
  /** The whole sound, and SHA-256 over it (64 hexadecimal digits), once it is made. */
  readonly sound?: ArrayBuffer;
  readonly digest?: string;
  /** How much of it the server has, in bytes. */
  readonly sent: number;
  /** Where an upload that broke off goes on. */
  readonly uploadUrl?: string;
}

/** A few seconds of a recording that is under way, so that a dead battery takes no more than these. */
export interface RecordingPiece {
  readonly recording: string;
  /** From 0. */
  readonly number: number;
  readonly bytes: ArrayBuffer;
  /** How long the recording was when this piece ended. */
  readonly seconds: number;
  /** An ISO instant. */
  readonly at: string;
}

/** One thing that a person did to a draft, to be taken back or done again. */
export interface UndoStep {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /** Ascending: the order in which things were done. */
  readonly number: number;
  readonly change: ContentChange;
  /** An ISO instant. */
  readonly at: string;
  /** 1 where it has been taken back. */
  readonly undone: 0 | 1;
}

/** A household of the village, entered once and chosen from in each notice. */
export interface RosterHousehold {
  readonly village: VillageCode;
  readonly id: string;
  readonly cells: RosterCells;
}

/** That a revision's sheets were printed on this device, or made into a file for a printer. */
export interface PrintedRevision {
  readonly id?: number;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly revision: number;
  /** An ISO instant. */
  readonly at: string;
  readonly way: 'printer' | 'pdf' | 'images';
  readonly sheets: number;
  readonly paper: 'A4' | 'A3';
}

/** Single values by name. */
interface Kept {
  session: Session;
  /** A link that is being accepted, and the secret of that attempt; gone once this device is in. */
  enrolling: { readonly token: string; readonly attempt: string };
  /** When the session was last read from the server, an ISO instant of the device's clock. */
  sessionReadAt: string;
  cursors: Record<VillageCode, number>;
  histories: Record<VillageCode, VillageHistory>;
  /** How far each village's objections are known. */
  objectionCursors: Record<VillageCode, number>;
  /** The marks that came with these cursors. */
  objectionHistories: Record<VillageCode, string>;
  exemptionHistories: Record<VillageCode, string>;
  /** How far it is known of each village which items do not apply. */
  exemptionCursors: Record<VillageCode, number>;
  /** Villages and years that are overseen from this device. */
  supervision: HeldSupervision;
  /** The villages whose notices are held whole where not all are, the one looked at last first. */
  followed: readonly VillageCode[];
  /** Whether the person wants to be reminded, and of what. */
  reminders: HeldReminders;
  sync: SyncState;
  /** The village that the person works in. */
  village: VillageCode;
  /** For each village, the last typed values of fields that templates remember. */
  remembered: Record<string, Record<string, string>>;
  /** What holds in the district: holidays and catalogues. */
  reference: HeldReference;
  /** When it was last asked after, an ISO instant of the device's clock. */
  referenceReadAt: string;
  /** The catalogue that the person looks at, by its id. */
  catalogue: string;
  /** A catalogue being brought in, as far as an administrator has got with it. */
  catalogueDraft: CatalogueDraftOnDevice;
  /** Where people led a file's headings before, by `headingKey`; null leads nowhere. */
  headings: Record<string, string | null>;
  /** For each village, offices' and leaders' numbers that a person said may be shown. */
  allowedNumbers: Record<string, readonly string[]>;
  /** Whether photographs and recordings wait for Wi-Fi. */
  waitsForWifi: boolean;
  /** Names this database, so that the second copy of a lost one is known for what it is. */
  store: string;
  /** When the person last saved a backup file, an ISO instant. */
  backedUpAt: string;
  /** When the browser was last asked to keep the storage for good, an ISO instant. */
  persistenceAskedAt: string;
}

export type KeptName = keyof Kept;

/** What makes rows large, by table: stored as text, told apart in writing and reading. */
const LARGE_PARTS = {
  notices: ['base', 'head', 'baseDocument', 'document', 'lost'],
  outbox: ['action'],
  sent: ['action'],
  refused: ['action'],
};

/**
 * The device's database. Schema versions are only ever added, and a new one only adds: an older
 * program in another tab goes on working with it.
 */
export class DeviceDatabase extends Dexie {
  readonly notices!: Table<StoredNotice, NoticeKey>;
  readonly summaries!: Table<NoticeSummary, NoticeKey>;
  readonly outbox!: EntityTable<OutboxEntry, 'order'>;
  readonly sent!: Table<SentEntry, string>;
  readonly refused!: Table<RefusedEntry, string>;
  readonly undoSteps!: Table<UndoStep, [VillageCode, NoticeCode, number]>;
  readonly households!: Table<RosterHousehold, [VillageCode, string]>;
  readonly kept!: Table<{ name: KeptName; value: unknown }, KeptName>;
  readonly printed!: EntityTable<PrintedRevision, 'id'>;
  readonly reviewed!: Table<ReviewedNotice, NoticeKey>;
  readonly photographs!: Table<StoredPhotograph, string>;
  readonly objections!: Table<StoredObjection, [VillageCode, ObjectionCode]>;
  readonly objectionOutbox!: EntityTable<ObjectionEntry, 'order'>;
  readonly exemptions!: Table<StoredExemption, [VillageCode, string]>;
  readonly exemptionOutbox!: EntityTable<ExemptionEntry, 'order'>;
  readonly facts!: Table<StoredFacts, [string, string]>;
  readonly recordings!: Table<StoredRecording, string>;
  readonly recordingPieces!: Table<RecordingPiece, [string, number]>;

  readonly summarise: Summarise;

  /** The worker, which is to stay small, sums up roughly; a page gives `summarise`. */
  constructor(name = 'village-noticeboard', summarise: Summarise = roughSummaries) {
    // strict: a 'saved' that a dead battery can take back would be a lie
    super(name, { chromeTransactionDurability: 'strict' });
    this.summarise = summarise;
    this.use(packingRows(LARGE_PARTS));
    this.use(forgettingPicture());
    this.version(1).stores({
      notices: '[village+code]',
      summaries: '[village+code], [village+touchedAt]',
      outbox: '++order, &id, [village+notice]',
      refused: 'id, [village+notice]',
      kept: 'name',
    });
    this.version(2).stores({
      summaries: '[village+code], [village+touchedAt], rough',
      outbox: '++order, &id, [village+notice], answeredAt',
      sent: 'id, village, answeredAt',
    });
    this.version(3).stores({
      reviewed: '[village+code]',
      photographs: 'id, [village+notice], state',
    });
    this.version(4).stores({
      undoSteps: '[village+notice+number], [village+notice+undone+number], [village+notice+undone]',
      households: '[village+id], village',
    });
    this.version(5).stores({
      printed: '++id, [village+notice]',
    });
    this.version(6).stores({
      objections: '[village+code], [village+notice]',
      objectionOutbox: '++order, &id, [village+objection]',
    });
    this.version(7).stores({
      exemptions: '[village+item]',
      exemptionOutbox: '++order, &id, [village+item]',
      facts: '[village+code], *years',
    });
    this.version(7)
      .stores({
        recordings: 'id, [village+notice], state',
        recordingPieces: '[recording+number]',
      })
      // photographs came with objections that an older program was told of without them
      .upgrade((transaction) => transaction.table('kept').delete('objectionCursors'));
    this.version(8)
      .stores({
        summaries:
          '[village+code], [village+touchedAt], rough, [village+lastCall], [village+item+toldOn]',
      })
      .upgrade(markOlderSummaries);
    // how long they have waited is told without reading them
    this.version(9).stores({
      photographs: 'id, [village+notice], state, [state+takenAt]',
      recordings: 'id, [village+notice], state, [state+startedAt]',
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

  /** The tables that change together when a notice does. */
  workTables() {
    return [this.notices, this.summaries, this.outbox, this.sent, this.refused, this.kept];
  }
}

/** Whether a failed write failed for want of room; the transaction it was in has left no trace. */
export function isStorageFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown }; // Dexie nests the cause
  return name === 'QuotaExceededError' || isStorageFull(inner);
}
