import type { Objection } from './objection.ts';

/** received: the village has to answer; escalated: the town has to; answered: nobody has to. */
export type ObjectionState = 'received' | 'escalated' | 'answered';

/** Where an objection stands; a doubt about an answer that goes to the town opens it again. */
export function objectionState({ steps }: Pick<Objection, 'steps'>): ObjectionState {
  const last = steps.findLast(({ kind }) => kind === 'answer' || kind === 'escalate');
  if (!last) return 'received';
  return last.kind === 'answer' ? 'answered' : 'escalated';
}
