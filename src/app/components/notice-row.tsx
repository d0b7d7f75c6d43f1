import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'react-router';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { briefTitle } from '../brief-title.ts';
import { database } from '../database.ts';
import { useNoticeMarks } from '../hooks/use-notice-marks.ts';
import { type TextSize, useTextSize } from '../hooks/use-text-size.ts';
import { useToday } from '../hooks/use-today.ts';
import { useWideScreen } from '../hooks/use-wide-screen.ts';
import { shortTitle } from '../short-title.ts';
import { SummaryLine, SummaryState } from './notice-list.tsx';
import styles from './notice-row.module.css';

/** So many full-width characters fit the lines of a title on the narrowest phone. */
const ROOM: Readonly<Record<TextSize, number>> = { normal: 28, large: 30, larger: 24, largest: 21 };

/** One of very many notices, read when its line comes into sight; blank for that blink. */
export function NoticeRow({
  village,
  code,
  session,
}: {
  village: VillageCode;
  code: NoticeCode;
  session: Session;
}) {
  const today = useToday();
  const summary = useLiveQuery(() => database.summaries.get([village, code]), [village, code]);
  const marksOf = useNoticeMarks(today);
  const size = useTextSize();
  const isWide = useWideScreen();
  if (!summary) return null;
  const title = shortTitle(session, village, summary.title);
  const marks = marksOf(summary);
  // when it was changed tells it apart where nothing else does
  const first = marks.length > 1 ? marks.slice(0, -1) : marks;
  return (
    <Link className={styles['row']} to={`/n/${village}/${code}`}>
      <span className={styles['title']}>{isWide ? title : briefTitle(title, ROOM[size])}</span>
      <span className={styles['state']}>
        <SummaryState summary={summary} today={today} />
        <SummaryLine summary={summary} marks={first} />
      </span>
    </Link>
  );
}
