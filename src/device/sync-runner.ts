import type { SyncState } from './database.ts';
import { asOnlySyncer } from './one-syncer.ts';

/** First pause after a failure; doubled with each further one. */
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 5 * 60_000;
/** Typing settles before it is sent, but is not put off for ever. */
const SETTLE_MILLISECONDS = 1_500;
const LONGEST_SETTLE_MILLISECONDS = 15_000;
/** While the app is open, somebody else's work is looked for this often. */
const LOOK_MILLISECONDS = 60_000;
/** While another page is at it, this one asks again this often. */
const OTHERS_MILLISECONDS = 10_000;
/** Another page that has been at it for so long is frozen, not slow. */
const STUCK_MILLISECONDS = 10 * 60_000;

export interface SyncRunner {
  /** A sync is wanted: at once, or when typing has settled. */
  readonly want: (urgency: 'now' | 'soon') => void;
  readonly stop: () => void;
}

/**
 * Decides when to sync: at start, when signal or the person returns, after an edit, and now and
 * then. After a failure it waits longer and longer, with jitter, so that a town's phones do not come
 * back all at once. One page syncs at a time where the browser has Web Locks. What `synchronise`
 * throws goes to `report`, and counts as a failure.
 */
export function startSyncRunner(
  synchronise: () => Promise<SyncState>,
  random: () => number,
  report: (error: unknown) => void = reportError,
): SyncRunner {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isRunning = false;
  let isWantedAgain = false;
  let isStopped = false;
  let wantedSince: number | undefined;
  let othersSince: number | undefined;

  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void run(), milliseconds);
  };

  const attempt = async (): Promise<void> => {
    const isStuck =
      othersSince !== undefined && performance.now() - othersSince > STUCK_MILLISECONDS;
    try {
      const state = await asOnlySyncer(synchronise, isStuck);
      othersSince = state ? undefined : (othersSince ?? performance.now());
      failures = state?.trouble ? failures + 1 : 0;
    } catch (error) {
      failures += 1;
      // a page that took over lets go of the lock, which is no failure of this one's work
      if (!(error instanceof DOMException && error.name === 'AbortError')) report(error);
    }
  };

  const pause = (): number => {
    if (failures > 0) return pauseAfter(failures, random);
    return othersSince === undefined ? LOOK_MILLISECONDS : OTHERS_MILLISECONDS;
  };

  const run = async (): Promise<void> => {
    wantedSince = undefined;
    if (isRunning) {
      isWantedAgain = true;
      return;
    }
    isRunning = true;
    isWantedAgain = false;
    await attempt();
    isRunning = false;
    if (isWantedAgain) now();
    // what was done meanwhile is not put off until the next look
    else if (wantedSince !== undefined) soon();
    else plan(pause());
  };

  const soon = (): void => {
    wantedSince ??= performance.now();
    const latest = wantedSince + LONGEST_SETTLE_MILLISECONDS - performance.now();
    plan(Math.max(0, Math.min(SETTLE_MILLISECONDS, latest)));
  };
  const now = (): void => plan(0);
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') now();
  };
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', whenSeen);
  now();

  return {
    want: (urgency) => (urgency === 'now' ? now() : soon()),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', whenSeen);
    },
  };
}

/** Exponential, capped, with jitter between half and the whole. */
function pauseAfter(failures: number, random: () => number): number {
  const pause = Math.min(
    FIRST_PAUSE_MILLISECONDS * 2 ** (failures - 1),
    LONGEST_PAUSE_MILLISECONDS,
  );
  return pause * (0.5 + random() / 2);
}
