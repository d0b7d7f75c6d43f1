/** What only this device knows: it is never sent, and a new phone begins without it. */

import type {
  ContentChange,
  NoticeCode,
  NoticeDocument,
  RosterCells,
  VillageCode,
} from '../../notice/index.ts';

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

/** The words that a reviewer on this device had read when they last returned a notice. */
export interface ReviewedNotice {
  readonly village: VillageCode;
  readonly code: NoticeCode;
  readonly document: NoticeDocument;
  /** An ISO instant. */
  readonly at: string;
}
