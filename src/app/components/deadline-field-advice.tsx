import type { Field, Template } from '../../catalogue/templates/index.ts';
import type { NoticeContent } from '../../notice/index.ts';
import { DeadlineAdvice } from './deadline-advice.tsx';
import { DeadlinePeriod } from './deadline-period.tsx';

/** What the calendar has to say of a field: the last day to publish, or the end of the period. */
export function DeadlineFieldAdvice({
  field,
  template,
  content,
}: {
  field: Field;
  template: Template;
  content: NoticeContent;
}) {
  if (field.id === template.deadlineFrom) {
    return <DeadlineAdvice template={template} content={content} />;
  }
  return field.id === 'publicityDays' ? (
    <DeadlinePeriod template={template} content={content} />
  ) : null;
}
