import type { Catalogue, TimeLimitRule, TimeLimitStart } from '../../catalogue/index.ts';
import { useTranslation } from './use-translation.ts';

/** Says a catalogue and its rules in plain words. */
export function useCatalogueWords() {
  const { t } = useTranslation();

  /** What tells one catalogue from another: its field and the years it is for. */
  const nameOf = ({ field, period }: Catalogue): string => {
    const years = yearsOf(period);
    const name = t('app.catalogue.field', { field });
    return years ? t('app.catalogue.fieldOfYears', { name, years }) : name;
  };
  const yearsOf = (period: Catalogue['period']): string => {
    const from = period?.from?.slice(0, 4) ?? '';
    const to = period?.to?.slice(0, 4) ?? '';
    if (from && to) return t('app.catalogue.years', { from, to });
    if (from) return t('app.catalogue.yearsFrom', { from });
    return to ? t('app.catalogue.yearsTo', { to }) : '';
  };

  const startWords = (from: TimeLimitStart, orFrom?: TimeLimitStart): string => {
    if (from === 'formed' && orFrom === 'changed') return t('app.limit.start.formedOrChanged');
    const first = t(`app.limit.start.${from}`);
    return orFrom
      ? t('app.limit.orStart', { first, second: t(`app.limit.start.${orFrom}`) })
      : first;
  };
  /** When a matter must be public, as one sentence. */
  const ruleWords = (rule: TimeLimitRule): string => {
    switch (rule.kind) {
      case 'workingDays':
        return t('app.limit.workingDays', { start: startWords(rule.from, rule.orFrom), n: rule.n });
      case 'days':
        return t('app.limit.days', { start: startWords(rule.from, rule.orFrom), n: rule.n });
      case 'annual':
        return t(
          rule.covers === 'previous year' ? 'app.limit.annualPrevious' : 'app.limit.annual',
          {
            count: rule.times,
            by:
              rule.by === 'year end'
                ? t('app.limit.yearEnd')
                : t('app.limit.monthDay', {
                    month: Number(rule.by.slice(0, 2)),
                    date: Number(rule.by.slice(3)),
                  }),
          },
        );
      case 'quarterly':
        return rule.by
          ? t('app.limit.quarterlyBy', { month: rule.by.monthOfQuarter, date: rule.by.day })
          : t('app.limit.quarterly');
      case 'anytime':
      case 'prompt':
      case 'sameAsAbove':
      case 'text':
        return t(`app.limit.${rule.kind}`);
    }
  };
  return { nameOf, ruleWords };
}
