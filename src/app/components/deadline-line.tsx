import {
  type Deadline,
  type PlainDay,
  standingOf,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts';
import { useDayWords } from '../hooks/use-day-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './deadline.module.css';
import { DeadlineProvisional } from './deadline-provisional.tsx';

/** Working days before the last one from which a person is warned. */
const SOON = 5;

interface DeadlineLineProps {
  readonly deadline: Extract<Deadline, { kind: 'day' }>;
  readonly today: PlainDay;
  /** When it was first published; absent while it is not. */
  readonly publishedOn?: PlainDay | undefined;
  readonly calendar: WorkingCalendar;
}

/** By when a notice must be public and how long that still is, or whether it was in time. */
export function DeadlineLine(props: DeadlineLineProps) {
  const { t } = useTranslation();
  const dayWords = useDayWords();
  const { tone, text } = useStanding(props);
  return (
    <span className={styles['line']}>
      <span className={styles['words']}>
        <span>{t('app.deadline.last', { day: dayWords(props.deadline.day) })}</span>
        <span className={styles[tone]}>{text}</span>
      </span>
      {props.deadline.provisional && <DeadlineProvisional />}
    </span>
  );
}

type Tone = 'plain' | 'warn' | 'err' | 'ok';

function useStanding({ deadline, today, publishedOn, calendar }: DeadlineLineProps): {
  tone: Tone;
  text: string;
} {
  const { t } = useTranslation();
  const { day } = deadline;
  if (publishedOn) {
    if (publishedOn <= day) return { tone: 'ok', text: t('app.deadline.inTime') };
    const { workingDays } = workingDaysBetween(day, publishedOn, calendar);
    return { tone: 'err', text: t('app.deadline.wasLate', { count: workingDays }) };
  }
  const standing = standingOf(day, today, calendar);
  switch (standing.kind) {
    case 'lastDay':
      return { tone: 'warn', text: t('app.deadline.lastDay') };
    case 'overdue':
      return { tone: 'err', text: t('app.deadline.overdue', { count: standing.workingDays }) };
    case 'ahead': {
      const tone = standing.workingDays <= SOON ? 'warn' : 'plain';
      return { tone, text: t('app.deadline.left', { count: standing.workingDays }) };
    }
  }
}
