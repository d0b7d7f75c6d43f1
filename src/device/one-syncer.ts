/** Pages and worker of one browser share it. */
const LOCK = 'village-noticeboard-sync';

/** The part of the browser's lock manager that is used here. */
export interface Locks {
  request<Value>(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    work: (lock: unknown) => Promise<Value> | undefined,
  ): Promise<Value | undefined>;
}

/**
 * Does the work unless another page or the worker is at it; undefined then. `isStuck` takes the work
 * over: a page that the phone froze in the middle of it would keep all others from it for ever. Two
 * at once are a waste, never a harm. Where the browser has no locks, everybody works.
 */
export async function asOnlySyncer<Value>(
  work: () => Promise<Value>,
  isStuck = false,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<Value | undefined> {
  if (!locks) return work();
  if (isStuck) return locks.request(LOCK, { steal: true }, work);
  return locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
