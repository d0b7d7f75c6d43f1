import {
  addDays,
  type LastDayHint,
  lastDayHint,
  type PeriodWarning,
  periodWarning,
} from '../../calendar/index.ts';
import type { Template } from '../../catalogue/templates/index.ts';
import { type NoticeContent, periodOf, readDay } from '../../notice/index.ts';
import { useBareDayWords, useDayWords } from '../hooks/use-day-words.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './deadline.module.css';
import { DeadlineProvisional } from './deadline-provisional.tsx';
import { parsePeriod } from './deadline-range.ts';

/** Under the length of the publicity period: its last day, and what is to be minded about it. */
export function DeadlinePeriod({
  template,
  content,
}: {
  template: Template;
  content: NoticeContent;
}) {
  const { t } = useTranslation();
  const dayWords = useDayWords();
  const { calendar } = useHeldReference();
  const period = parsePeriod(periodOf(template, content));
  if (!period || !template.publicity) return null;
  const { days, counting, source } = template.publicity;
  const signedOn = readDay(content.fields['signedOn'] ?? '');
  const postedOn = signedOn ?? addDays(period.from, -1);
  const warning = periodWarning(period, { postedOn, days, counting }, calendar);
  const hint = lastDayHint(period, calendar);
  return (
    <div className={styles['advice']} role="status" aria-label={t('app.period.title')}>
      <p>{t('app.period.until', { day: dayWords(period.to) })}</p>
      {warning && <TooShort warning={warning} />}
      {hint && <LastDay hint={hint} />}
      <p className={styles['source']}>{t('app.period.rule', { days, source })}</p>
    </div>
  );
}

function TooShort({ warning }: { warning: PeriodWarning }) {
  const { t } = useTranslation();
  const dayWords = useBareDayWords();
  if (warning.code === 'endsBeforeItStarts') return null;
  return (
    <>
      <p className={styles['caution']}>
        {t('app.period.tooShort', {
          from: dayWords(warning.countedFrom),
          counted: warning.counted,
          required: warning.required,
          end: dayWords(warning.earliestEnd),
        })}
      </p>
      {warning.provisional && <DeadlineProvisional />}
    </>
  );
}

function LastDay({ hint }: { hint: LastDayHint }) {
  const { t } = useTranslation();
  const dayWords = useDayWords();
  const nature =
    hint.nature.kind === 'holiday'
      ? t(`app.holidays.festival.${hint.nature.festival}`)
      : t('app.holidays.weekend');
  return (
    <>
      <p className={styles['caution']}>
        {t('app.period.lastDay', { nature, day: dayWords(hint.movesTo) })}
      </p>
      {hint.provisional && <DeadlineProvisional />}
    </>
  );
}
