import { deadlineOf, type PlainDay, parsePlainDay } from '../../calendar/index.ts';
import { itemOutlineOf } from '../../catalogue/index.ts';
import type { NoticeSummary } from '../../device/index.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import styles from './deadline.module.css';
import { DeadlineLine } from './deadline-line.tsx';

/** In a list: by when a notice must be public, while it is not. */
export function DeadlineOfSummary({ summary, today }: { summary: NoticeSummary; today: PlainDay }) {
  const { calendar, catalogues } = useHeldReference();
  const start = parsePlainDay(summary.deadlineStart ?? '');
  if (!start || summary.revisions.length > 0) return null;
  const item = itemOutlineOf(summary.template, summary.templateVersion, catalogues);
  const deadline = item && deadlineOf(item.rule, start, calendar);
  if (deadline?.kind !== 'day') return null;
  return (
    <span className={styles['inList']}>
      <DeadlineLine deadline={deadline} today={today} calendar={calendar} />
    </span>
  );
}
