/** What was done here and its way to the server: waiting, sent, refused. */

import type { NoticeAction, NoticeCode, VillageCode } from '../../notice/index.ts';

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
