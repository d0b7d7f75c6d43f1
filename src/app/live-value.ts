import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';

/**
 * A value read from the device's database that follows every change: read once for all who show it,
 * and from before the first of them shows.
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

export function liveValue<Value>(query: () => Promise<Value>): LiveValue<Value> {
  const listeners = new Set<() => void>();
  let state: { readonly value: Value } | { readonly error: unknown } | undefined;
  let reading: Promise<void> | undefined;
  const start = (): Promise<void> => {
    reading ??= new Promise((resolve) => {
      const tell = (next: typeof state) => {
        state = next;
        resolve();
        for (const listener of listeners) listener();
      };
      liveQuery(query).subscribe({
        next: (value) => tell({ value }),
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

export function useLiveValue<Value>(live: LiveValue<Value>): Value | undefined {
  return useSyncExternalStore(live.subscribe, live.get);
}
