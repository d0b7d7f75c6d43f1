import { useId } from 'react';
import { Link } from 'react-router';
import type { Duty } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { dutyPath, useDutyWords } from '../hooks/use-duty-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { LinkButton } from './button.tsx';
import styles from './duty-list.module.css';
import { Icon } from './icon.tsx';

/** So many cards are seen at once; more are a list. */
const CARDS = 3;

/** What to do now as cards, the most pressing first, and below it what comes later. */
export function DutyList({ duties, session }: { duties: readonly Duty[]; session: Session }) {
  const { t } = useTranslation();
  const pressing = duties.filter(({ isPressing }) => isPressing);
  const rest = [...pressing.slice(CARDS), ...duties.filter(({ isPressing }) => !isPressing)];
  return (
    <section className={styles['duties']} aria-labelledby="duties">
      <h2 id="duties">{t('app.duty.title')}</h2>
      {pressing.length === 0 && (
        <p className={styles['none']}>
          <Icon name="check" />
          {t('app.duty.none')}
        </p>
      )}
      {pressing.slice(0, CARDS).map((duty, index) => (
        <DutyCard key={keyOf(duty)} duty={duty} session={session} isFirst={index === 0} />
      ))}
      {rest.length > 0 && (
        <ul className={styles['rest']}>
          {rest.map((duty) => (
            <DutyLine key={keyOf(duty)} duty={duty} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One thing to do: what, by when, and the one button for it. Only lateness is marked in red. */
function DutyCard({ duty, session, isFirst }: { duty: Duty; session: Session; isFirst: boolean }) {
  const { what, when, step } = useDutyWords();
  const id = useId();
  const isLate = duty.when?.standing.kind === 'overdue';
  return (
    <article className={`${styles['card']} ${isLate ? styles['late'] : ''}`}>
      <h3 id={`${id}-title`}>{duty.title}</h3>
      <p>
        <VillageName duty={duty} session={session} />
        {what(duty)}
        {duty.when && <span className={isLate ? styles['lateWords'] : ''}> {when(duty)}</span>}
        <Provisional duty={duty} />
      </p>
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
  const { what, when } = useDutyWords();
  return (
    <li>
      <Link to={dutyPath(duty)}>
        <span className={styles['words']}>
          <span>{duty.title}</span>
          <span className={styles['line']}>
            <VillageName duty={duty} session={session} />
            {what(duty)} {when(duty)}
            <Provisional duty={duty} />
          </span>
        </span>
        <Icon name="next" isSmall />
      </Link>
    </li>
  );
}

/** Which village it is, for people with several. */
function VillageName({ duty, session }: { duty: Duty; session: Session }) {
  if (session.villages.length < 2) return null;
  const name = session.villages.find(({ code }) => code === duty.village)?.name;
  return name ? <>{name} · </> : null;
}

function Provisional({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  return duty.when?.provisional ? <> {t('app.duty.provisional')}</> : null;
}

function keyOf({ kind, village, about }: Duty): string {
  return [kind, village, JSON.stringify(about)].join(' ');
}
