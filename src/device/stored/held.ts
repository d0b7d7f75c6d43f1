/** What holds in the district, and what is to be said to this person on the coming days. */

import type { PlainDay, WorkingCalendar } from '../../calendar/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';

/** What holds in the district, as this device last heard of it. */
export interface HeldReference {
  /** The server's mark of this state. */
  readonly etag: string;
  readonly calendar: WorkingCalendar;
  /** Every version of the district's own catalogues. */
  readonly catalogues: readonly Catalogue[];
  /** Ids of the catalogues that villages use; empty where nobody has said. */
  readonly inForce: readonly string[];
}

export interface Reminder {
  readonly title: string;
  readonly body: string;
}

/** What a person asked for, and what is to be said on the coming days. */
export interface HeldReminders {
  readonly isOn: boolean;
  /** By day; none for a day on which nothing presses. */
  readonly forecast: Readonly<Record<PlainDay, Reminder>>;
  /** The day on which the last one was told. */
  readonly toldOn?: PlainDay;
}
