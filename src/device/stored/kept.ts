/** Single values, kept by name: where the sync stands, and what a person chose on this device. */

import type { Grid, ImportChoices, PackDetails } from '../../catalogue/import/index.ts';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import type { HeldReference, HeldReminders } from './held.ts';
import type { HeldSupervision } from './supervision.ts';

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

/** Single values by name. */
export interface Kept {
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
  /** Recordings taken down from here; `againUntil`: a set-back server may have them back. */
  removedRecordings: readonly {
    readonly village: VillageCode;
    readonly notice: NoticeCode;
    readonly recording: string;
    readonly at: string;
    readonly againUntil?: string;
  }[];
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
