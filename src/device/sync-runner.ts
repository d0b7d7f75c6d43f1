import type { SyncState } from './database.ts';

/** First pause after a failure; doubled with each further one. */
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 5 * 60_000;
/** Typing settles before it is sent. */
const SETTLE_MILLISECONDS = 1_500;
/** While the app is open, somebody else's work is looked for this often. */
const LOOK_MILLISECONDS = 60_000;
const LOCK = 'village-noticeboard-sync';

export interface SyncRunner {
  /** A sync is wanted: at once, or when typing has settled. */
  readonly want: (urgency: 'now' | 'soon') => void;
  readonly stop: () => void;
}

/**
 * Decides when to sync: at start, when signal or the person returns, after an edit, and now and
 * then. After a failure it waits longer and longer, with jitter, so that a town's phones do not come
 * back all at once. One tab syncs at a time where the browser has Web Locks.
 */
export function startSyncRunner(
  synchronise: () => Promise<SyncState>,
  random: () => number,
): SyncRunner {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isRunning = false;
  let isWantedAgain = false;

  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), milliseconds);
  };

  const run = async (): Promise<void> => {
    if (isRunning) {
      isWantedAgain = true;
      return;
    }
    isRunning = true;
    isWantedAgain = false;
    try {
      const state = await inOneTab(synchronise);
      failures = state?.trouble ? failures + 1 : 0;
    } finally {
      isRunning = false;
      plan(isWantedAgain ? 0 : failures > 0 ? pauseAfter(failures, random) : LOOK_MILLISECONDS);
    }
  };

  const now = (): void => plan(0);
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') now();
  };
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', whenSeen);
  now();

  return {
    want: (urgency) => plan(urgency === 'now' ? 0 : SETTLE_MILLISECONDS),
    stop: () => {
      clearTimeout(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', whenSeen);
    },
  };
}

/** Exponential, capped, with full jitter between half and the whole. */
function pauseAfter(failures: number, random: () => number): number {
  const pause = Math.min(
    FIRST_PAUSE_MILLISECONDS * 2 ** (failures - 1),
    LONGEST_PAUSE_MILLISECONDS,
  );
  return pause * (0.5 + random() / 2);
}

async function inOneTab(work: () => Promise<SyncState>): Promise<SyncState | undefined> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock ? work() : undefined,
  );
}
