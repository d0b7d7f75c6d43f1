import type { Arrangement } from '../../calendar/index.ts';
import type { Session } from '../../protocol/index.ts';
import { CatalogueYearForm } from '../components/catalogue-year-form.tsx';
import { Page } from '../components/page.tsx';
import { useBareDayWords, useDayInYearWords } from '../hooks/use-day-words.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-holidays-page.module.css';

/** The holidays that time limits are counted by, year by year; an administrator enters a new one. */
export default function CatalogueHolidaysPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const day = useBareDayWords();
  const { calendar } = useHeldReference();
  const isAdministrator = session.person.role === 'administrator';
  return (
    <Page title={t('app.holidays.title')} back="/catalogue">
      <p>{t('app.holidays.covered', { day: day(calendar.coveredUntil) })}</p>
      <p className={styles['hint']}>
        {t('app.holidays.beyond', { mark: t('app.deadline.provisional') })}
      </p>
      {isAdministrator && <CatalogueYearForm calendar={calendar} />}
      {[...calendar.arrangements].reverse().map((arrangement, index) => (
        <Year key={arrangement.year} arrangement={arrangement} isOpen={index === 0} />
      ))}
    </Page>
  );
}

function Year({ arrangement, isOpen }: { arrangement: Arrangement; isOpen: boolean }) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const day = useDayInYearWords();
  const wholeDay = useBareDayWords();
  const { year, documents, holidays, makeUpDays } = arrangement;
  return (
    <details className={styles['year']} open={isOpen}>
      <summary>{t('app.holidays.year', { year })}</summary>
      <dl>
        <dt>{t('app.holidays.off')}</dt>
        {holidays.map(({ festival, from, to }) => (
          <dd key={from} className={styles['row']}>
            <span>{t(`app.holidays.festival.${festival}`)}</span>
            <span>
              {from === to ? day(from) : t('app.holidays.range', { from: day(from), to: day(to) })}
            </span>
          </dd>
        ))}
        <dt>{t('app.holidays.worked')}</dt>
        <dd>{listed(makeUpDays.map(day)) || t('app.holidays.none')}</dd>
      </dl>
      {documents.map(({ title, number, issuedOn }) => (
        <p key={title} className={styles['hint']}>
          {number
            ? t('app.holidays.document', { title, number, day: wholeDay(issuedOn) })
            : t('app.holidays.documentPlain', { title, day: wholeDay(issuedOn) })}
        </p>
      ))}
    </details>
  );
}
