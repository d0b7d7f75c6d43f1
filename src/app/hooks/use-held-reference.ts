import type { HeldReference } from '../../device/database.ts';
import { SEED_REFERENCE } from '../../device/held-reference.ts';
import { heldReference } from '../first-reads.ts';
import { useLiveValue } from '../live-value.ts';

/** The district's holidays and catalogues as this device last heard of them. */
export function useHeldReference(): HeldReference {
  return useLiveValue(heldReference) ?? SEED_REFERENCE;
}
