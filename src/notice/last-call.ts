import { addDays, todayIn } from '../calendar/index.ts';
import { ANNOUNCEMENT_DAYS, type NoticeForDuties } from './duties.ts';
import { hangingNow } from './hanging-now.ts';

/** Stands for a call without a last day; sorts after every day. */
export const ALWAYS = '9999-12-31';

/**
 * The last day (YYYY-MM-DD) on which a notice may call somebody to do something, as long as nothing
 * is done about it: `dutiesOf` tells nothing of it on any later day. '' where it has done with
 * calling. Lets thousands of notices at rest be passed over by an index.
 */
export function lastCallOf(
  notice: Pick<NoticeForDuties, 'stage' | 'standing' | 'revisions' | 'postings' | 'period'>,
): string {
  const { stage, standing, revisions, postings = [], period } = notice;
  if (stage !== 'settled' || hangingNow(postings).length > 0) return ALWAYS;
  const current = revisions.at(-1);
  if (!current || standing !== 'published') return '';
  if (postings.some(({ sheet }) => sheet.revision === current.revision)) return '';
  if (period) return period.to;
  // sheets of an older revision may hang that nobody recorded
  if (revisions.length > 1) return ALWAYS;
  return addDays(todayIn(new Date(current.by.at)), ANNOUNCEMENT_DAYS);
}
