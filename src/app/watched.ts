import { useSyncExternalStore } from 'react';

/** A value that small parts of a page watch by themselves, so that the page itself stays as it is. */
export interface Watched<Value> {
  readonly current: () => Value;
  readonly set: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function watched<Value>(first: Value): Watched<Value> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    current: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useWatched<Value>({ subscribe, current }: Watched<Value>): Value {
  return useSyncExternalStore(subscribe, current);
}
