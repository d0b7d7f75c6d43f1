import { SharedFileStore } from './shared-file-store.ts';

/** Absent where the browser keeps nothing for a page, as over plain HTTP. */
export const sharedFiles =
  'caches' in globalThis ? new SharedFileStore(caches, () => new Date()) : undefined;

/** What one page hands to the next: which of the tables is to be taken in. */
export interface SharedFileChoice {
  readonly shared: string;
}

/** The table that a person chose on the page before; undefined where none was. */
export function chosenShared(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('shared' in state)) return undefined;
  return typeof state.shared === 'string' ? state.shared : undefined;
}
