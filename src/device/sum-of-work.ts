import type { NoticeSummary, SyncState } from './database.ts';

/**
 * How far a notice's work has come, as a cadre asks it: it is on this phone only and will not leave
 * by itself; it waits for signal; it is with the server; everybody can read it.
 */
export type WorkState = 'phone-only' | 'waiting' | 'sent' | 'published';

/** What the person can do about it; 'wait' is: nothing, it goes by itself. */
export type WorkAdvice =
  | 'nothing'
  | 'wait'
  /** The server fails, with a good link: it is tried again, and somebody there has to look. */
  | 'server'
  /** The phone believes in a link, and nothing comes through: a Wi-Fi's own page, a wrong clock. */
  | 'no-way-through'
  | 'look-at-refused'
  /** What was refused and let go is on this phone only, until it goes with the next edit. */
  | 'edit-to-send'
  | 'free-space'
  | 'enrol-again'
  | 'update';

export interface SumOfWork {
  readonly counts: Readonly<Record<WorkState, number>>;
  /** That of the notice which has come least far; 'sent' where there is none. */
  readonly state: WorkState;
  readonly advice: WorkAdvice;
}

type Told = Pick<NoticeSummary, 'waiting' | 'refused' | 'stage' | 'standing'>;

/** How far one notice has come, by its summary and the state of the last sync. */
export function workStateOf(summary: Told, sync: SyncState): WorkState {
  if (summary.refused) return 'phone-only';
  if (summary.waiting > 0) return isSelfHealing(sync.trouble) ? 'waiting' : 'phone-only';
  const isPublic = summary.standing === 'published' || summary.standing === 'closed';
  return summary.stage === 'settled' && isPublic ? 'published' : 'sent';
}

/**
 * How far all of them have come, and what the person can do. `refusedSteps` are those that stand on
 * the list of what was turned away; `hasLink` is whether the phone itself believes in a link.
 */
export function sumOfWork(
  summaries: Iterable<Told>,
  sync: SyncState,
  refusedSteps: number,
  hasLink = false,
): SumOfWork {
  const counts: Record<WorkState, number> = { 'phone-only': 0, waiting: 0, sent: 0, published: 0 };
  let hasRefused = false;
  for (const summary of summaries) {
    counts[workStateOf(summary, sync)] += 1;
    hasRefused ||= summary.refused;
  }
  const order: readonly WorkState[] = ['phone-only', 'waiting', 'sent', 'published'];
  const state = order.find((one) => counts[one] > 0) ?? 'sent';
  const refused = refusedSteps > 0 ? 'look-at-refused' : hasRefused ? 'edit-to-send' : undefined;
  const advice = adviceFor(sync.trouble, refused, hasLink, counts.waiting > 0);
  return { counts, state, advice };
}

/** Whether what waits goes by itself once the server can be reached. */
export function isSelfHealing(trouble: SyncState['trouble']): boolean {
  return trouble === undefined || trouble === 'offline' || trouble === 'server';
}

function adviceFor(
  trouble: SyncState['trouble'],
  refused: 'look-at-refused' | 'edit-to-send' | undefined,
  hasLink: boolean,
  isWaiting: boolean,
): WorkAdvice {
  if (trouble === 'update-needed') return 'update';
  if (trouble === 'signed-out') return 'enrol-again';
  if (trouble === 'storage') return 'free-space';
  if (refused) return refused;
  if (trouble === 'server') return 'server';
  if (trouble === 'offline' && hasLink) return 'no-way-through';
  return isWaiting ? 'wait' : 'nothing';
}
