import { useState } from 'react';
import type { HeldSupervision } from '../../device/index.ts';
import type { WordKey } from '../../locales/index.ts';
import type { Cell, CellState } from '../../notice/index.ts';
import field from '../components/field.module.css';
import { HelpLink } from '../components/help-link.tsx';
import { MonthPlot } from '../components/month-plot.tsx';
import { Page } from '../components/page.tsx';
import { SupervisionAsOf } from '../components/supervision-as-of.tsx';
import { SupervisionCell } from '../components/supervision-cell.tsx';
import { SupervisionExport } from '../components/supervision-export.tsx';
import { STATES, SupervisionMatrix } from '../components/supervision-matrix.tsx';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { useInAddress } from '../hooks/use-in-address.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import {
  type SupervisionView,
  useSupervision,
  useSupervisionReading,
} from '../hooks/use-supervision.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './supervision-page.module.css';

/** How a town's or district's villages keep their deadlines, and what blocks them. Nobody is ranked. */
export default function SupervisionPage() {
  const { t } = useTranslation();
  const thisYear = Number(useToday().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => thisYear - index);
  const [wanted, setYear] = useInAddress('year', String(thisYear));
  const [wantedTown, setTown] = useInAddress('town');
  const year = years.find((one) => String(one) === wanted) ?? thisYear;
  const reading = useSupervisionReading(year);
  const { villages = [] } = reading;
  const towns = new Map(villages.map((one) => [one.code.slice(0, 9), one.town]));
  const town = towns.has(wantedTown) ? wantedTown : '';
  return (
    <Page title={t('app.supervision.title')} back="/" isWide>
      <SupervisionAsOf reading={reading} />
      <div className={styles['filters']}>
        <label className={field['field']}>
          <span className={field['label']}>{t('app.supervision.year')}</span>
          <select
            className={field['input']}
            value={year}
            onChange={(event) => setYear(event.target.value)}
          >
            {years.map((one) => (
              <option key={one} value={one}>
                {t('app.supervision.yearName', { year: one })}
              </option>
            ))}
          </select>
        </label>
        {towns.size > 1 && (
          <label className={field['field']}>
            <span className={field['label']}>{t('app.supervision.town')}</span>
            <select
              className={field['input']}
              value={town}
              onChange={(event) => setTown(event.target.value)}
            >
              <option value="">{t('app.supervision.allTowns')}</option>
              {[...towns].map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {reading.villages && (
        <Year villages={reading.villages} year={year} town={town} readAt={reading.readAt} />
      )}
      <HelpLink topic="supervision" />
    </Page>
  );
}

/** Side by side 没公开 and 没有 read alike; the tally says them whole. */
function tallyWords(state: CellState): WordKey {
  return state === 'missing' || state === 'nothing'
    ? `app.supervision.tally.${state}`
    : `app.supervision.state.${state}`;
}

/** So many years back are looked at. */
const YEARS = 5;

function Year({
  villages,
  year,
  town,
  readAt,
}: {
  villages: HeldSupervision['villages'];
  year: number;
  town: string;
  readAt: string;
}) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const exactTime = useExactTime();
  const [chosen, setChosen] = useState<Cell>();
  const view = useSupervision(villages, year, town);
  if (!view) return null;
  const titleOf = ({ village, item }: Cell) =>
    [
      view.villages.find(({ code }) => code === village)?.name,
      view.items.find(({ id }) => id === item)?.name,
    ].join(' · ');
  return (
    <>
      <div className={styles['report']}>
        <div className={styles['printTitle']}>
          <h2>{t('app.supervision.file', { year })}</h2>
          {readAt && <p>{t('app.supervision.asOf', { when: exactTime(readAt) })}</p>}
        </div>
        <ul className={styles['counts']}>
          {STATES.map((state) => (
            <li key={state}>
              <strong>{view.counts[state]}</strong> {t(tallyWords(state))}
            </li>
          ))}
        </ul>
        <Campaigns view={view} />
        <section className={styles['section']} aria-labelledby="matrix">
          <h2 id="matrix">{t('app.supervision.matrix')}</h2>
          <SupervisionMatrix view={view} onChoose={setChosen} />
          <p className={styles['hint']}>
            {t('app.supervision.notVillagesHint', {
              items: listed(
                view.items
                  .filter(({ isVillages }) => !isVillages)
                  .map(({ number }) => String(number)),
              ),
            })}
          </p>
        </section>
        <section className={styles['section']} aria-labelledby="trends">
          <h2 id="trends">{t('app.supervision.trends')}</h2>
          <Trends view={view} />
        </section>
      </div>
      <SupervisionExport view={view} year={year} town={town} />
      {chosen && (
        <SupervisionCell
          cell={chosen}
          title={titleOf(chosen)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

/** What all villages have to publish by one day, and how many of them have. */
function Campaigns({ view }: { view: SupervisionView }) {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  if (view.campaigns.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="campaigns">
      <h2 id="campaigns">{t('app.supervision.campaigns')}</h2>
      <ul className={styles['campaigns']}>
        {view.campaigns.map(({ item, villages, published, exempt, lastDay }) => (
          <li key={item}>
            <label>
              <strong>{view.items.find(({ id }) => id === item)?.name}</strong>
              <span>
                {t('app.supervision.progress', { published, villages })}
                {exempt > 0 && ` · ${t('app.supervision.exemptVillages', { count: exempt })}`}
                {lastDay && (
                  <>
                    {' · '}
                    <span className={styles['day']}>
                      {t('app.supervision.lastDay', { day: shortDay(lastDay) })}
                    </span>
                  </>
                )}
              </span>
              <progress max={Math.max(1, villages)} value={published} />
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trends({ view }: { view: SupervisionView }) {
  const { t } = useTranslation();
  const { trends } = view;
  return (
    <div className={styles['plots']}>
      <MonthPlot
        title={t('app.supervision.share')}
        unit="%"
        most={100}
        values={trends.map(({ dated, inTime }) =>
          dated > 0 ? Math.round((100 * inTime) / dated) : undefined,
        )}
      />
      <MonthPlot
        title={t('app.supervision.days')}
        unit={t('app.supervision.unitDays')}
        values={trends.map(({ daysToPublish }) => daysToPublish)}
      />
      <MonthPlot
        title={t('app.supervision.hours')}
        unit={t('app.supervision.unitHours')}
        values={trends.map(({ hoursToHang }) => hoursToHang)}
      />
      <MonthPlot
        title={t('app.supervision.unanswered')}
        unit={t('app.supervision.unitObjections')}
        values={trends.map(({ unanswered }) => unanswered)}
      />
    </div>
  );
}
