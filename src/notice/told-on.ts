import { todayIn } from '../calendar/index.ts';
import type { NoticeForDuties } from './duties.ts';

/**
 * The day that tells for which year or quarter a notice discloses its item: the one its time limit
 * runs from, else that of its first publication; '' while there is neither.
 */
export function toldOn({
  deadlineStart,
  revisions,
}: Pick<NoticeForDuties, 'deadlineStart' | 'revisions'>): string {
  const publishedAt = revisions[0]?.by.at;
  return deadlineStart ?? (publishedAt ? todayIn(new Date(publishedAt)) : '');
}
