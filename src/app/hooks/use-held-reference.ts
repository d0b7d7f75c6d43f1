import { useLiveQuery } from 'dexie-react-hooks';
import { type HeldReference, readReference, SEED_REFERENCE } from '../../device/index.ts';
import { database } from '../device.ts';

/** The district's holidays and catalogues as this device last heard of them. */
export function useHeldReference(): HeldReference {
  return useLiveQuery(() => readReference(database), []) ?? SEED_REFERENCE;
}
