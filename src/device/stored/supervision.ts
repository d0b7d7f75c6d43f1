/** What is known of villages that are overseen from this device. */

import type { NoticeFacts } from '../../notice/index.ts';
import type { SupervisedVillage, SupervisionRequest } from '../../protocol/index.ts';

/** A notice of a supervised village, as far as deadlines go: never its content. */
export interface StoredFacts {
  readonly village: string;
  readonly code: string;
  /** Where they stand in the village's sequence. */
  readonly sequence: number;
  /** The years whose picture it is part of. */
  readonly years: readonly number[];
  readonly facts: NoticeFacts;
}

/** What is known of supervised villages: who they are, and how far each year was told. */
export interface HeldSupervision {
  readonly villages: readonly SupervisedVillage[];
  readonly years: Readonly<Record<number, HeldYear>>;
}

export interface HeldYear {
  readonly cursors: SupervisionRequest['cursors'];
  readonly histories: SupervisionRequest['histories'];
  /** When it was last told whole, an ISO instant of the device's clock. */
  readonly readAt: string;
}
