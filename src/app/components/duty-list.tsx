import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Duty } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { dutyPath, useDutyWords } from '../hooks/use-duty-words.ts';
import { useFewerChoices } from '../hooks/use-text-size.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { shortTitle } from '../short-title.ts';
import { Button, LinkButton } from './button.tsx';
import styles from './duty-list.module.css';
import { Icon } from './icon.tsx';

/** So many cards are seen at once; more are a list. */
const CARDS = 3;
/** So many lines below them, until a person asks for the others. */
const LINES = 6;

/** What to do now as cards, the most pressing first, and below it what comes later. */
export function DutyList({ duties, session }: { duties: readonly Duty[]; session: Session }) {
  const { t } = useTranslation();
  const id = useId();
  const hasFewer = useFewerChoices();
  const [isWhole, setWhole] = useState(false);
  const cards = hasFewer ? 1 : CARDS;
  const pressing = duties.filter(({ isPressing }) => isPressing);
  const lines = hasFewer ? 0 : LINES;
  const rest = [...pressing.slice(cards), ...duties.filter(({ isPressing }) => !isPressing)];
  const shown = isWhole ? rest : rest.slice(0, lines);
  return (
    <section className={styles['duties']} aria-labelledby={id}>
      <h2 id={id}>{t('app.duty.title')}</h2>
      {pressing.length === 0 && (
        <p className={styles['none']}>
          <Icon name="check" />
          {t('app.duty.none')}
        </p>
      )}
      {pressing.slice(0, cards).map((duty, index) => (
        <DutyCard key={keyOf(duty)} duty={duty} session={session} isFirst={index === 0} />
      ))}
      {shown.length > 0 && (
        <ul className={styles['rest']}>
          {shown.map((duty) => (
            <DutyLine key={keyOf(duty)} duty={duty} session={session} />
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
function DutyCard({ duty, session, isFirst }: { duty: Duty; session: Session; isFirst: boolean }) {
  const { titleOf, what, step } = useDutyWords();
  const id = useId();
  return (
    <article className={`${styles['card']} ${isLate(duty) ? styles['late'] : ''}`}>
      <h3 id={`${id}-title`}>{shortTitle(session, duty.village, titleOf(duty))}</h3>
      <p>
        <VillageName duty={duty} session={session} />
        {what(duty)}
      </p>
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

function DutyLine({ duty, session }: { duty: Duty; session: Session }) {
  const { titleOf, what } = useDutyWords();
  return (
    <li>
      <Link to={dutyPath(duty)} className={styles['way']}>
        <span className={styles['words']}>
          <span>{shortTitle(session, duty.village, titleOf(duty))}</span>
          <span className={styles['line']}>
            <VillageName duty={duty} session={session} />
            {what(duty)}
          </span>
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

function keyOf({ kind, village, about }: Duty): string {
  return [kind, village, JSON.stringify(about)].join(' ');
}
