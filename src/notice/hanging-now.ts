import type { Posting } from './posting.ts';

/** The sheets that hang now, the last one hung first. */
export function hangingNow(postings: readonly Posting[] = []): readonly Posting[] {
  return postings
    .filter(({ down }) => down === undefined)
    .toSorted((a, b) => Date.parse(b.hungAt) - Date.parse(a.hungAt));
}
