import { type PlainDay, parsePlainDay, todayIn } from '../../calendar/index.ts';
import { timeLimitOf } from '../../catalogue/index.ts';
import { itemOfTemplate, type Template } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import { dueOf, type Notice } from '../../notice/index.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { LinkButton } from './button.tsx';
import styles from './deadline.module.css';
import { DeadlineLine } from './deadline-line.tsx';

/** The time limit of one notice: the last day, or what has to be said for it to be known. */
export function DeadlineCard({ stored, template }: { stored: StoredNotice; template: Template }) {
  const { t, named } = useTranslation();
  const { ruleWords } = useCatalogueWords();
  const { calendar, catalogues } = useHeldReference();
  const today = useToday();
  const { head } = stored;
  const found = itemOfTemplate(template, catalogues);
  if (!found) return null;
  const { rule } = timeLimitOf(found.catalogue, found.item);
  const deadline = dueOf(template, head.content, calendar, catalogues);
  const asked = template.fields.find(({ id }) => id === template.deadlineFrom);
  return (
    <section className={styles['card']} aria-label={t('app.deadline.title')}>
      <h3>{t('app.deadline.title')}</h3>
      {deadline?.kind === 'day' && (
        <DeadlineLine
          deadline={deadline}
          today={today}
          publishedOn={firstPublishedOn(head)}
          calendar={calendar}
        />
      )}
      {!deadline && asked && (
        <>
          <p>{t('app.deadline.unknown', { label: named(asked.label) })}</p>
          {head.stage !== 'settled' && (
            <LinkButton
              weight="secondary"
              to={`/n/${stored.village}/${stored.code}/edit#field-${asked.id}`}
            >
              {t('app.deadline.fillIn', { label: named(asked.label) })}
            </LinkButton>
          )}
        </>
      )}
      <p className={styles['source']}>
        {t('app.deadline.source', { number: found.item.number, rule: ruleWords(rule) })}
      </p>
    </section>
  );
}

/** The day in Shanghai on which villagers could first read it. */
export function firstPublishedOn({ revisions }: Pick<Notice, 'revisions'>): PlainDay | undefined {
  const at = new Date(revisions[0]?.by.at ?? '');
  return Number.isNaN(at.getTime()) ? undefined : parsePlainDay(todayIn(at));
}
