import type { NoticeSummary } from '../../device/index.ts';
import { useNoticeMarks } from '../hooks/use-notice-marks.ts';
import { useToday } from '../hooks/use-today.ts';

/** Earlier notices to choose from in a list, each with what tells it from others of its title. */
export function EarlierOptions({ notices }: { notices: readonly NoticeSummary[] }) {
  const marksOf = useNoticeMarks(useToday());
  return notices.map((one) => (
    <option key={one.code} value={one.code}>
      {[one.title, ...marksOf(one)].join(' · ')}
    </option>
  ));
}
