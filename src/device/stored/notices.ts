/** A notice on this device, whole and in sum. */

import type {
  Notice,
  NoticeAction,
  NoticeCode,
  NoticeContent,
  NoticeDocument,
  VillageCode,
} from '../../notice/index.ts';

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

/**
 * What summaries are found by, so that the first screen reads the few notices that call for
 * something and not the thousands that rest.
 */
export interface SummaryMarks {
  /** The last day on which the notice may call for something; see `lastCallOf`. */
  readonly lastCall: string;
  /** The day that tells for which year or quarter it discloses its item; '' where there is none. */
  readonly toldOn: string;
  /** The catalogue item's id; absent where its template is not known here. */
  readonly item?: string;
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
