import { Link } from 'react-router';
import type { ContentPlace, ElementGap } from '../../notice/index.ts';
import { useGapWords } from '../hooks/use-gap-words.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import type { Readiness } from '../hooks/use-readiness.ts';
import { useSomeOf } from '../hooks/use-some-of.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './readiness-list.module.css';

/** So many are read at a time. */
const SHOWN = 6;

interface ReadinessListProps {
  readonly readiness: Readiness;
  readonly path: string;
  /** What follows where nothing is missing. */
  readonly whenReady: 'publish' | 'decide' | 'wait' | 'mend';
  /** Asks why an element does not apply; absent where this person may not say so. */
  readonly onWaive?: ((gap: ElementGap) => void) | undefined;
}

const READY_WORDS = {
  publish: 'app.notice.ready',
  decide: 'app.notice.mustReview',
  wait: 'app.notice.inReview',
  mend: 'app.notice.mustMend',
} as const;

/** What is still to be mended, each line a way to its place. */
export function ReadinessList({ readiness, path, whenReady, onWaive }: ReadinessListProps) {
  const { t, named } = useTranslation();
  const { problemWords } = useProblemWords();
  const lines = [
    ...readiness.problems.map((one) => ({
      place: one.place,
      text: problemWords(one, readiness.judged),
    })),
    ...readiness.personal.map((one) => ({
      place: one.place,
      text: t('app.notice.personal', {
        label: named(one.label),
        kind: t(`app.finding.${one.finding.kind}`),
        text: one.finding.text,
      }),
    })),
  ];
  const { shown, rest, showMore } = useSomeOf(lines, SHOWN);
  if (readiness.count === 0) {
    const words = t(READY_WORDS[whenReady]);
    if (whenReady !== 'publish') return <p className={styles[whenReady]}>{words}</p>;
    return (
      <p className={styles['ready']}>
        <Icon name="check" />
        {words}
      </p>
    );
  }
  return (
    <section className={styles['list']} aria-labelledby="to-fix">
      <h3 id="to-fix">{t('app.notice.toFix', { count: readiness.count })}</h3>
      <ul>
        {readiness.gaps.map((gap) => (
          <GapLine key={gap.cover.element} gap={gap} path={path} onWaive={onWaive} />
        ))}
        {shown.map(({ place, text }) => (
          <li key={text + JSON.stringify(place)}>
            <Link to={`${path}/edit${placeHash(place)}`}>
              <span>{text}</span>
              <Icon name="next" isSmall />
            </Link>
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

/** An element that is missing: the way to its first part, and the way to leave it out. */
function GapLine({
  gap,
  path,
  onWaive,
}: { gap: ElementGap } & Pick<ReadinessListProps, 'path' | 'onWaive'>) {
  const { t, named } = useTranslation();
  const gapWords = useGapWords();
  const [first] = gap.parts;
  return (
    <li>
      <Link to={`${path}/edit${first ? placeHash(first.place) : ''}`}>
        <span>{gapWords(gap)}</span>
        <Icon name="next" isSmall />
      </Link>
      {onWaive && (
        <Button weight="quiet" className={styles['waive']} onClick={() => onWaive(gap)}>
          {t('app.waiver.waive')}
          <span className="visually-hidden">{named(gap.cover.name)}</span>
        </Button>
      )}
    </li>
  );
}

/** Where in the form a place is: a field's anchor, or a household's editor. */
export function placeHash(place: ContentPlace): string {
  switch (place.kind) {
    case 'field':
      return `#field-${place.field}`;
    case 'table':
      return `#table-${place.table}`;
    case 'cell':
      return `?table=${place.table}&row=${encodeURIComponent(place.row)}`;
  }
}
