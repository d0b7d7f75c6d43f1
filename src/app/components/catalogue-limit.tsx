import { deadlineOf } from '../../calendar/index.ts';
import { type Catalogue, type CatalogueItem, timeLimitOf } from '../../catalogue/index.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useDayWords } from '../hooks/use-day-words.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-limit.module.css';
import { DeadlineProvisional } from './deadline-provisional.tsx';

/** When an item must be public: the catalogue's words, the rule, an example from today, its source. */
export function CatalogueLimit({ catalogue, item }: { catalogue: Catalogue; item: CatalogueItem }) {
  const { t } = useTranslation();
  const { ruleWords } = useCatalogueWords();
  const dayWords = useDayWords();
  const { calendar } = useHeldReference();
  const today = useToday();
  const { text, rule } = timeLimitOf(catalogue, item);
  const deadline = deadlineOf(rule, today, calendar);
  const isCounted = rule.kind === 'workingDays' || rule.kind === 'days';
  return (
    <div className={styles['limit']}>
      <p className={styles['rule']}>{ruleWords(rule)}</p>
      {deadline.kind === 'day' && (
        <p>
          {t(isCounted ? 'app.limit.example' : 'app.limit.thisYear', {
            today: dayWords(today),
            day: dayWords(deadline.day),
          })}
        </p>
      )}
      {deadline.kind === 'day' && deadline.provisional && <DeadlineProvisional />}
      {text && <p className={styles['source']}>{t('app.limit.printed', { text })}</p>}
      {isCounted && (
        <p className={styles['source']}>
          {t(rule.kind === 'workingDays' ? 'app.limit.howWorkingDays' : 'app.limit.howDays')}
        </p>
      )}
      {isOrder711(rule) && <p className={styles['source']}>{t('app.limit.order711')}</p>}
    </div>
  );
}

/** 政府信息公开条例 (order 711), art. 26: within 20 working days of being formed or changed. */
function isOrder711(rule: ReturnType<typeof timeLimitOf>['rule']): boolean {
  return rule.kind === 'workingDays' && rule.n === 20 && rule.from.startsWith('formed');
}
