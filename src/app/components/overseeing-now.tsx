import { Link } from 'react-router';
import { addDays, partsOf } from '../../calendar/index.ts';
import { type Cell, groupedBy } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import {
  type SupervisionReading,
  type SupervisionView,
  useHeldYear,
} from '../hooks/use-supervision.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { LinkButton } from './button.tsx';
import styles from './duty-list.module.css';
import { Icon } from './icon.tsx';

/** So many lines are read on the first screen; all stand in the overview. */
const LINES = 4;
/** What is due within so many days is named before it is late. */
const SOON_DAYS = 7;
/** The holidays of a year are looked for so many days before its first deadlines reach into it. */
const ARRANGE_DAYS = 61;
/** In the first so many months of a year what the year before left open is named too. */
const MONTHS_OWED = 3;

type CellOfYear = Cell & { readonly year: number };

/**
 * What whoever looks after others' disclosure has to see to now: which villages are late or soon
 * will be, and for an administrator the year whose holidays nobody has entered. No village is ranked.
 */
export function OverseeingNow({
  session,
  reading,
  view,
}: {
  session: Session;
  reading: SupervisionReading;
  view: SupervisionView;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <>
      {session.person.role === 'administrator' && <YearToArrange />}
      <section className={styles['duties']} aria-labelledby="overseeing">
        <h2 id="overseeing">{t('app.oversight.title')}</h2>
        {reading.trouble && reading.readAt && (
          <p className={styles['waiting']}>
            {t(`app.supervision.${reading.trouble}`)}{' '}
            {t('app.supervision.lastSeen', { when: moment(reading.readAt) })}
          </p>
        )}
        {/* of a year that was told in part, nobody can say who is late */}
        {reading.villages && reading.readAt ? (
          <ThisYear view={view} />
        ) : (
          <p className={styles['waiting']} role="status">
            {t(reading.trouble ? `app.supervision.${reading.trouble}` : 'app.supervision.reading')}
          </p>
        )}
      </section>
    </>
  );
}

/** What was open at the end of a year is owed for some months more, on a phone that knew of it then. */
function ThisYear({ view }: { view: SupervisionView }) {
  const { year, month } = partsOf(useToday());
  const open = view.rows.flat().map((cell) => ({ ...cell, year }));
  return month <= MONTHS_OWED ? (
    <WithYearBefore view={view} open={open} year={year - 1} />
  ) : (
    <Villages view={view} cells={open} />
  );
}

function WithYearBefore({
  view,
  open,
  year,
}: {
  view: SupervisionView;
  open: readonly CellOfYear[];
  year: number;
}) {
  const owed = useHeldYear(view.villages, year);
  const before = (owed?.rows.flat() ?? []).map((cell) => ({ ...cell, year }));
  return <Villages view={view} cells={[...before, ...open]} />;
}

function Villages({ view, cells }: { view: SupervisionView; cells: readonly CellOfYear[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const soon = addDays(today, SOON_DAYS);
  const late = cells.filter(({ state }) => state === 'missing').toSorted(byDay);
  const next = cells
    .filter(({ state, lastDay }) => state === 'due' && lastDay !== undefined && lastDay <= soon)
    .toSorted(byDay);
  if (late.length + next.length === 0) {
    return (
      <p className={styles['allDone']}>
        <Icon name="check" />
        {t('app.oversight.allPublic')}
      </p>
    );
  }
  return (
    <>
      {late.length > 0 && (
        <article className={`${styles['card']} ${styles['late']}`}>
          <h3>
            {t('app.oversight.late', {
              count: late.length,
              villages: groupedBy(late, ({ village }) => village).size,
            })}
          </h3>
          <Lines cells={late} view={view} />
        </article>
      )}
      {next.length > 0 && (
        <article className={styles['card']}>
          <h3>{t('app.oversight.soon', { count: next.length, days: SOON_DAYS })}</h3>
          <Lines cells={next} view={view} />
        </article>
      )}
    </>
  );
}

/** Which item of which village, by when; each is a way to the overview of its town. */
function Lines({ cells, view }: { cells: readonly CellOfYear[]; view: SupervisionView }) {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  const rest = cells.length - LINES;
  return (
    <>
      <ul className={styles['lines']}>
        {cells.slice(0, LINES).map(({ village, item, lastDay, year }) => (
          <li key={`${village} ${item} ${year}`}>
            <Link to={`/supervision?town=${village.slice(0, 9)}&year=${year}`}>
              {view.villages.find(({ code }) => code === village)?.name}
              {' · '}
              {view.items.find(({ id }) => id === item)?.name}
            </Link>
            {lastDay && <span>{t('app.supervision.lastDay', { day: shortDay(lastDay) })}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('app.oversight.more', { count: rest })}</p>}
    </>
  );
}

/** Deadlines that reach into a year without holidays are provisional until somebody enters them. */
function YearToArrange() {
  const { t } = useTranslation();
  const today = useToday();
  const { coveredUntil } = useHeldReference().calendar;
  if (addDays(today, ARRANGE_DAYS) <= coveredUntil) return null;
  const { year } = partsOf(addDays(coveredUntil, 1));
  return (
    <article className={styles['card']}>
      <h3>{t('app.oversight.arrange', { year })}</h3>
      <p>{t('app.oversight.arrangeWhy')}</p>
      <LinkButton to="/catalogue/holidays" weight="secondary">
        {t('app.oversight.arrangeNow')}
      </LinkButton>
    </article>
  );
}

function byDay(a: Cell, b: Cell): number {
  return (a.lastDay ?? '9999').localeCompare(b.lastDay ?? '9999');
}
