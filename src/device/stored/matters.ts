/** Objections and items that do not apply, and what was done about them on its way to the server. */

import type {
  Exemption,
  ExemptionAction,
  NoticeCode,
  Objection,
  ObjectionAction,
  ObjectionCode,
  VillageCode,
} from '../../notice/index.ts';
import type { BringBackExemption, BringBackObjection } from '../../protocol/index.ts';

/** An objection on this device: what the server holds, and what this device makes of it. */
export interface StoredObjection {
  readonly village: VillageCode;
  readonly code: ObjectionCode;
  readonly notice: NoticeCode;
  /** With every step that still waits to be sent. */
  readonly head: Objection;
  /** As the server told it; absent for one that was written down here and waits. */
  readonly base?: Objection;
  /** The server's seal on `base`, by which it is brought back where the server has lost it. */
  readonly seal?: string;
  /** An answer that somebody is writing, kept with each key. */
  readonly draft?: string;
  /** Why the server turned the last step away. */
  readonly refusal?: string;
}

/** A step on its way to the server. */
export interface ObjectionEntry {
  /** Ascending: the order in which things were done. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly objection: ObjectionCode;
  readonly action: ObjectionAction | BringBackObjection;
  readonly at: string;
}

/** An item that does not apply, on this device: what the server holds, and what was said here. */
export interface StoredExemption {
  readonly village: VillageCode;
  readonly item: string;
  /** With what still waits to be sent. */
  readonly head: Exemption;
  /** As the server told it; absent for what was first said here and waits. */
  readonly base?: Exemption;
  /** The server's seal on `base`, by which it is brought back where the server has lost it. */
  readonly seal?: string;
  /** Why the server turned the last word away. */
  readonly refusal?: string;
}

/** What was said, on its way to the server. */
export interface ExemptionEntry {
  /** Ascending: the order in which things were said. */
  readonly order?: number;
  readonly id: string;
  readonly village: VillageCode;
  readonly item: string;
  readonly action: ExemptionAction | BringBackExemption;
  readonly at: string;
}
