import type { Field, Table } from '../catalogue/templates/index.ts';
import type { NoticeContent } from './content.ts';

/** Whether a field or table is asked, given what was answered before. */
export function isAsked(
  part: Pick<Field, 'askedWhen'> | Pick<Table, 'askedWhen'>,
  content: NoticeContent,
): boolean {
  if (!part.askedWhen) return true;
  return (content.fields[part.askedWhen.field] ?? '') === part.askedWhen.is;
}
