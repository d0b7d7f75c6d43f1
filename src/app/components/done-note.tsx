import { useLiveQuery } from 'dexie-react-hooks';
import { useLocation } from 'react-router';
import type { StoredNotice } from '../../device/index.ts';
import { database } from '../database.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './done-note.module.css';

/** The steps that somebody else waits for. */
const STEPS = ['submit', 'return', 'publish', 'withdraw', 'close'] as const;
export type DoneStep = (typeof STEPS)[number];

/** A step as the next page finds it in its place in the history: done on the page before. */
export interface DoneBefore {
  readonly done: DoneStep;
}

/**
 * What was just done to a notice, and whether anybody else can know it yet: a step that waits for
 * signal is named as long as it waits, after a restart too.
 */
export function DoneNote({
  stored: { village, code, head, refusal },
  done,
}: {
  stored: StoredNotice;
  /** The last step done on this page. */
  done: string | undefined;
}) {
  const { t } = useTranslation();
  const { state } = useLocation();
  const waiting = useLiveQuery(
    () => database.outbox.where('[village+notice]').equals([village, code]).toArray(),
    [village, code],
  );
  if (!waiting || refusal) return null;
  const here = stepIn(waiting.at(-1)?.action.kind);
  const step = here ?? stepIn(done) ?? doneBefore(state);
  // an address keeps its place in the history for days, and others go on meanwhile
  if (!step || (!here && !stands(step, head))) return null;
  const where = waiting.length === 0 ? 'sent' : 'here';
  return (
    <p className={styles[where]} role="status">
      {t(`app.done.${where}.${step}`)}
    </p>
  );
}

/** Whether a notice still is as a step left it. */
function stands(step: DoneStep, { stage, standing }: StoredNotice['head']): boolean {
  switch (step) {
    case 'submit':
      return stage === 'submitted';
    case 'return':
      return stage === 'draft';
    case 'publish':
      return stage === 'settled' && standing === 'published';
    case 'withdraw':
      return standing === 'withdrawn';
    case 'close':
      return standing === 'closed';
  }
}

function stepIn(kind: string | undefined): DoneStep | undefined {
  return STEPS.find((step) => step === kind);
}

function doneBefore(state: unknown): DoneStep | undefined {
  const done = typeof state === 'object' && state && 'done' in state ? state.done : undefined;
  return typeof done === 'string' ? stepIn(done) : undefined;
}
