import { useLiveQuery } from 'dexie-react-hooks';
import { history } from '../device.ts';
import type { Draft } from './use-draft.ts';

/** How many steps of a draft can be taken back and done again; live. */
export function useSteps({ stored }: Draft): { undo: number; redo: number } {
  const { village, code } = stored;
  const counts = useLiveQuery(() => history.counts(village, code), [village, code]);
  return counts ?? { undo: 0, redo: 0 };
}
