import { useId, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { NoticeSummary } from '../../device/database.ts';
import { type Duty, groupedBy } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { dutyPath, useDutyWords } from '../hooks/use-duty-words.ts';
import { useNoticeMarks } from '../hooks/use-notice-marks.ts';
import { useFewerChoices } from '../hooks/use-text-size.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { shortTitle } from '../short-title.ts';
import { Button, LinkButton } from './button.tsx';
import styles from './duty-list.module.css';
import { Icon } from './icon.tsx';

/** So many cards are seen at once; more are a list. */
const CARDS = 3;
/** So many lines below them, until a person asks for the others. */
const LINES = 6;

/** Duties that one page settles together, and the first to end of them, which speaks for all. */
interface Task {
  readonly duty: Duty;
  readonly count: number;
  /** What tells its notice from others of the same title; empty where none has it. */
  readonly mark?: string;
}

/** What to do now as cards, the most pressing first, and below it what comes later. */
export function DutyList({
  duties,
  session,
  noticeOf = () => undefined,
}: {
  duties: readonly Duty[];
  session: Session;
  /** The notice that a duty is about, where it is on the phone. */
  noticeOf?: (duty: Duty) => NoticeSummary | undefined;
}) {
  const { t } = useTranslation();
  const id = useId();
  const hasFewer = useFewerChoices();
  const [isWhole, setWhole] = useState(false);
  const cards = hasFewer ? 1 : CARDS;
  const tasks = useMemo(() => tasksOf(duties), [duties]);
  const toldApart = useToldApart(tasks, noticeOf);
  const pressing = tasks.filter(({ duty }) => duty.isPressing);
  const lines = hasFewer ? 0 : LINES;
  const rest = [...pressing.slice(cards), ...tasks.filter(({ duty }) => !duty.isPressing)];
  const shown = isWhole ? rest : rest.slice(0, lines);
  return (
    <section
      className={styles['duties']}
      aria-labelledby={id}
      {...(isWhole ? { 'data-opened': '' } : {})}
    >
      <h2 id={id}>{t('app.duty.title')}</h2>
      {pressing.length === 0 && (
        <p className={styles['allDone']}>
          <Icon name="check" />
          {t('app.duty.none')}
        </p>
      )}
      {pressing
        .slice(0, cards)
        .map(toldApart)
        .map((task, index) => (
          <DutyCard key={keyOf(task.duty)} {...task} session={session} isFirst={index === 0} />
        ))}
      {shown.length > 0 && (
        <ul className={styles['rest']}>
          {shown.map(toldApart).map((task) => (
            <DutyLine key={keyOf(task.duty)} {...task} session={session} />
          ))}
        </ul>
      )}
      {shown.length < rest.length && (
        <Button weight="quiet" onClick={() => setWhole(true)}>
          {t('app.duty.more', { count: rest.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** One thing to do: what, by when, and the one button for it. Only lateness is marked in red. */
function DutyCard({
  duty,
  count,
  mark,
  session,
  isFirst,
}: Task & { session: Session; isFirst: boolean }) {
  const { titleOf, what, step } = useDutyWords();
  const id = useId();
  return (
    <article className={`${styles['card']} ${isLate(duty) ? styles['late'] : ''}`}>
      <h3 id={`${id}-title`}>{shortTitle(session, duty.village, titleOf(duty))}</h3>
      <p>
        <VillageName duty={duty} session={session} />
        {what(duty, count)}
      </p>
      {mark && <p>{mark}</p>}
      <DutyTimeLine duty={duty} />
      <LinkButton
        to={dutyPath(duty)}
        weight={isFirst ? 'primary' : 'secondary'}
        aria-describedby={`${id}-title`}
      >
        {step(duty)}
      </LinkButton>
    </article>
  );
}

function DutyLine({ duty, count, mark, session }: Task & { session: Session }) {
  const { titleOf, what } = useDutyWords();
  return (
    <li>
      <Link to={dutyPath(duty)} className={styles['way']}>
        <span className={styles['words']}>
          <span>{shortTitle(session, duty.village, titleOf(duty))}</span>
          <span className={styles['line']}>
            <VillageName duty={duty} session={session} />
            {what(duty, count)}
          </span>
          {mark && <span className={styles['line']}>{mark}</span>}
          <DutyTimeLine duty={duty} />
        </span>
        <Icon name="next" isSmall />
      </Link>
    </li>
  );
}

/** By when, on a line of its own; nothing where no day is set. */
function DutyTimeLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const { when } = useDutyWords();
  if (!duty.when) return null;
  return (
    <span className={isLate(duty) ? styles['lateWords'] : styles['time']}>
      {when(duty)}
      {duty.when.provisional && ` ${t('app.duty.provisional')}`}
    </span>
  );
}

/** Which village it is, for people with several. */
function VillageName({ duty, session }: { duty: Duty; session: Session }) {
  if (session.villages.length < 2) return null;
  const name = session.villages.find(({ code }) => code === duty.village)?.name;
  return name ? <>{name} · </> : null;
}

function isLate({ when }: Duty): boolean {
  return when?.standing.kind === 'overdue';
}

/** Notices that are called alike among all tasks say when they are open and when they were changed. */
function useToldApart(
  tasks: readonly Task[],
  noticeOf: (duty: Duty) => NoticeSummary | undefined,
): (task: Task) => Task {
  const marksOf = useNoticeMarks(useToday());
  const byTitle = useMemo(() => groupedBy(tasks, ({ duty }) => titleKeyOf(duty)), [tasks]);
  // only of those that are shown: there may be thousands behind them
  return (task) => {
    const alike = byTitle.get(titleKeyOf(task.duty))?.length ?? 0;
    const notice = alike > 1 ? noticeOf(task.duty) : undefined;
    return notice ? { ...task, mark: marksOf(notice).join(' · ') } : task;
  };
}

function titleKeyOf({ village, title }: Duty): string {
  return `${village} ${title}`;
}

/** In the order of the duties, each task where its first one stands. */
function tasksOf(duties: readonly Duty[]): Task[] {
  return [...groupedBy(duties, keyOf).values()].flatMap(([duty, ...others]) =>
    duty ? [{ duty, count: 1 + others.length }] : [],
  );
}

/** The objections to one notice are one task. */
function keyOf({ kind, village, about }: Duty): string {
  return [kind, village, about.kind === 'item' ? about.item : about.notice].join(' ');
}
