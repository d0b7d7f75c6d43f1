import Dexie, { type EntityTable, type Table } from 'dexie';
import type { NoticeCode, ObjectionCode, VillageCode } from '../notice/index.ts';
import { forgettingPicture } from './first-picture.ts';
import { packingRows } from './packed-rows.ts';
import { roughSummaries } from './rough-summary.ts';
import { addVersions } from './schema.ts';
import type { Kept, KeptName } from './stored/kept.ts';
import type {
  ExemptionEntry,
  ObjectionEntry,
  StoredExemption,
  StoredObjection,
} from './stored/matters.ts';
import type { RecordingPiece, StoredPhotograph, StoredRecording } from './stored/media.ts';
import type { NoticeKey, NoticeSummary, StoredNotice, Unsummed } from './stored/notices.ts';
import type {
  PrintedRevision,
  ReviewedNotice,
  RosterHousehold,
  UndoStep,
} from './stored/only-here.ts';
import type { OutboxEntry, RefusedEntry, SentEntry } from './stored/outbox.ts';
import type { StoredFacts } from './stored/supervision.ts';

export type * from './stored/held.ts';
export type * from './stored/kept.ts';
export type * from './stored/matters.ts';
export type * from './stored/media.ts';
export type * from './stored/notices.ts';
export type * from './stored/only-here.ts';
export type * from './stored/outbox.ts';
export type * from './stored/supervision.ts';

/** How notices are summed up when they are written, inside the same transaction. */
export type Summarise = (
  database: DeviceDatabase,
  notices: readonly Unsummed[],
) => Promise<NoticeSummary[]>;

/** What makes rows large, by table: stored as text, told apart in writing and reading. */
const LARGE_PARTS = {
  notices: ['base', 'head', 'baseDocument', 'document', 'lost'],
  outbox: ['action'],
  sent: ['action'],
  refused: ['action'],
};

/** The device's database; `schema.ts` has its versions, `stored/` what each row holds. */
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
    addVersions(this);
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
