import Dexie, { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';

/**
 * A value read from the device's database that follows every change: read once for all who show it,
 * and from before the first of them shows. While changes come one upon the other, as in a long sync,
 * it takes no more than a fifth of the time: after each reading it rests, and then reads the last
 * state.
 */
export interface LiveValue<Value> {
  readonly subscribe: (listener: () => void) => () => void;
  /** Undefined until it has been read; throws what the reading threw. */
  readonly get: () => Value | undefined;
  /** Reads it once more, for this caller alone. */
  readonly query: () => Promise<Value>;
  /** Resolves when it has been read, or cannot be. */
  readonly read: () => Promise<void>;
}

/** It rests so many times as long as it took to read and to show. */
const REST = 4;
/** What is shown is never older than this. */
const LONGEST_REST_MILLISECONDS = 1_500;

export function liveValue<Value>(query: () => Promise<Value>): LiveValue<Value> {
  const listeners = new Set<() => void>();
  let state: { readonly value: Value } | { readonly error: unknown } | undefined;
  let reading: Promise<void> | undefined;
  const rested = restingBetween();
  const start = (): Promise<void> => {
    reading ??= new Promise((resolve) => {
      const tell = (next: typeof state) => {
        state = next;
        resolve();
        for (const listener of listeners) listener();
      };
      liveQuery(async () => rested(query)).subscribe({
        // undefined where a later reading took its place
        next: (told) => told && tell(told),
        error: (error) => tell({ error }),
      });
    });
    return reading;
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      void start();
      return () => listeners.delete(listener);
    },
    get: () => {
      if (state && 'error' in state) throw state.error;
      return state?.value;
    },
    query,
    read: start,
  };
}

/** Runs one reading after the other with a rest between, and of those that wait the last alone. */
function restingBetween() {
  let rest: PromiseLike<void> = Dexie.Promise.resolve();
  let last = 0;
  return async <Value>(query: () => Promise<Value>): Promise<{ value: Value } | undefined> => {
    last += 1;
    const turn = last;
    // by Dexie's own promise, which keeps what this reading looks at known to it
    await rest;
    if (turn !== last) return undefined;
    let end = () => {};
    rest = new Dexie.Promise<void>((resolve) => {
      end = resolve;
    });
    const began = performance.now();
    try {
      return { value: await query() };
    } finally {
      // what it told has been shown by then
      setTimeout(() => {
        const took = performance.now() - began;
        setTimeout(end, Math.min(LONGEST_REST_MILLISECONDS, REST * took));
      });
    }
  };
}

export function useLiveValue<Value>(live: LiveValue<Value>): Value | undefined {
  return useSyncExternalStore(live.subscribe, live.get);
}
