import { Link } from 'react-router';
import type { PlainDay } from '../../calendar/index.ts';
import type { NoticeSummary } from '../../device/index.ts';
import { type NoticeState, stateOf } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { useNoticeMarks } from '../hooks/use-notice-marks.ts';
import { useFewerChoices } from '../hooks/use-text-size.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { shortTitle } from '../short-title.ts';
import { LinkButton } from './button.tsx';
import { DeadlineOfSummary } from './deadline-of-summary.tsx';
import { Icon } from './icon.tsx';
import styles from './notice-list.module.css';
import { Pill, type Tone } from './pill.tsx';

export const STATE_TONES: Readonly<Record<NoticeState, Tone>> = {
  draft: 'plain',
  returned: 'err',
  submitted: 'act',
  amending: 'plain',
  published: 'ok',
  inPublicity: 'ok',
  publicityOver: 'plain',
  withdrawn: 'err',
  closed: 'plain',
};

/** How many are shown where a person wants fewer choices. */
const FEW = 3;

/** Notices as rows: what it is, how it stands, and whether the server has it. */
export function NoticeList({
  recent,
  count,
  session,
}: {
  /** Those touched last. */
  recent: readonly NoticeSummary[];
  /** How many there are in all; the others have a page of their own. */
  count: number;
  session: Session;
}) {
  const { t } = useTranslation();
  const today = useToday();
  const hasFewer = useFewerChoices();
  const shown = hasFewer ? recent.slice(0, FEW) : recent;
  return (
    <>
      <ul className={styles['list']}>
        {shown.map((summary) => (
          <NoticeListItem
            key={`${summary.village}/${summary.code}`}
            summary={summary}
            title={shortTitle(session, summary.village, summary.title)}
            today={today}
          />
        ))}
      </ul>
      {shown.length < count && (
        <LinkButton weight="secondary" to="/notices">
          <Icon name="search" />
          {t('app.home.all', { count })}
        </LinkButton>
      )}
    </>
  );
}

function NoticeListItem({
  summary,
  title,
  today,
}: {
  summary: NoticeSummary;
  title: string;
  today: PlainDay;
}) {
  const marksOf = useNoticeMarks(today);
  return (
    <li>
      <Link className={styles['item']} to={`/n/${summary.village}/${summary.code}`}>
        <span className={styles['title']}>{title}</span>
        <SummaryState summary={summary} today={today} />
        <DeadlineOfSummary summary={summary} today={today} />
        <SummaryLine summary={summary} marks={marksOf(summary)} />
      </Link>
    </li>
  );
}

/** The word for a notice's state on a day. */
export function SummaryState({ summary, today }: { summary: NoticeSummary; today: PlainDay }) {
  const { t } = useTranslation();
  const state = stateOf(summary, summary.period, today);
  return <Pill tone={STATE_TONES[state]} label={t(`notice.state.${state}`)} />;
}

/** What tells it from others of its title, and whether the server has it. */
export function SummaryLine({
  summary,
  marks,
}: {
  summary: NoticeSummary;
  marks: readonly string[];
}) {
  const { t } = useTranslation();
  return (
    <span className={styles['line']}>
      {marks.join(' · ')}
      {summary.refused && <span className={styles['refused']}> · {t('app.home.refused')}</span>}
      {summary.waiting > 0 && !summary.refused && (
        <span className={styles['waiting']}> · {t('app.home.waiting')}</span>
      )}
    </span>
  );
}
