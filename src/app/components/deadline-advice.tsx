import type { Template } from '../../catalogue/templates/index.ts';
import { dueOf, type NoticeContent } from '../../notice/index.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './deadline.module.css';
import { DeadlineLine } from './deadline-line.tsx';

/** Under the field from which the time limit runs: the last day that it leads to. */
export function DeadlineAdvice({
  template,
  content,
}: {
  template: Template;
  content: NoticeContent;
}) {
  const { t } = useTranslation();
  const { calendar, catalogues } = useHeldReference();
  const today = useToday();
  const deadline = dueOf(template, content, calendar, catalogues);
  if (deadline?.kind !== 'day') return null;
  return (
    <div className={styles['advice']} role="status" aria-label={t('app.deadline.title')}>
      <DeadlineLine deadline={deadline} today={today} calendar={calendar} />
    </div>
  );
}
