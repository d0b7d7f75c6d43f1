import { useState } from 'react';

/** The first `step` of a list, so many more each time a person asks for them, and how many are left. */
export function useSomeOf<Item>(
  items: readonly Item[],
  step: number,
): { readonly shown: readonly Item[]; readonly rest: number; readonly showMore: () => void } {
  const [count, setCount] = useState(step);
  return {
    shown: items.slice(0, count),
    rest: Math.max(0, items.length - count),
    showMore: () => setCount(count + step),
  };
}
