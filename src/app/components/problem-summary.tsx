import type { PlacedFinding, Problem } from '../../notice/index.ts';
import { type Judged, useProblemWords } from '../hooks/use-problem-words.ts';
import { useSomeOf } from '../hooks/use-some-of.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './problem-summary.module.css';
import { placeHash } from './readiness-list.tsx';
import { RowLink } from './row-link.tsx';

/** So many are read at a time. */
const SHOWN = 5;

/**
 * What was filled in and cannot stay so, summed up on top, each line a way to its place. What is
 * merely still empty is told by the progress and not called wrong.
 */
export function ProblemSummary({
  problems,
  personal,
  judged,
  at = '',
}: {
  problems: readonly Problem[];
  personal: readonly PlacedFinding[];
  judged: Judged;
  /** The search of the page on which the places stand. */
  at?: string | undefined;
}) {
  const { t, named } = useTranslation();
  const { problemWords } = useProblemWords();
  const lines = [
    ...problems
      .filter(({ code }) => code !== 'required' && code !== 'table-empty')
      .map((one) => ({ place: one.place, text: problemWords(one, judged) })),
    ...personal.map(({ place, label, finding }) => ({
      place,
      text: t('app.notice.personal', {
        label: named(label),
        kind: t(`app.finding.${finding.kind}`),
        text: finding.text,
      }),
    })),
  ];
  const { shown, rest, showMore } = useSomeOf(lines, SHOWN);
  if (lines.length === 0) return null;
  return (
    <section className={styles['summary']} aria-labelledby="to-mend">
      <h2 id="to-mend">
        <Icon name="alert" />
        {t('app.edit.problemCount', { count: lines.length })}
      </h2>
      <ul>
        {shown.map(({ place, text }) => (
          <li key={text + JSON.stringify(place)}>
            <RowLink to={placeOn(at, place)}>{text}</RowLink>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button weight="quiet" onClick={showMore}>
          {t('app.edit.toMendMore', { count: rest })}
        </Button>
      )}
    </section>
  );
}

/** The way to a place that leaves the page's own address as it is. */
function placeOn(at: string, place: Problem['place']): string {
  const to = placeHash(place);
  return at !== '' && to.startsWith('?') ? `${at}&${to.slice(1)}` : `${at}${to}`;
}
