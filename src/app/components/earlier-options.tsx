import type { NoticeSummary } from '../../device/index.ts';
import { useSession } from '../hooks/use-device.ts';
import { useNoticeMarks } from '../hooks/use-notice-marks.ts';
import { useToday } from '../hooks/use-today.ts';
import { shortTitle } from '../short-title.ts';

/** Earlier notices to choose from in a list, each with what tells it from others of its title. */
export function EarlierOptions({ notices }: { notices: readonly NoticeSummary[] }) {
  const session = useSession();
  const marksOf = useNoticeMarks(useToday());
  // all of them are of one village: its name would push aside what tells them apart
  const titleOf = ({ village, title }: NoticeSummary) =>
    session ? shortTitle(session, village, title) : title;
  return notices.map((one) => (
    <option key={one.code} value={one.code}>
      {[titleOf(one), ...marksOf(one)].join(' · ')}
    </option>
  ));
}
