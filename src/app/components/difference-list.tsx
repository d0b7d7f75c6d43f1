import { Fragment } from 'react';
import { type Difference, passagesOf, subjectOf } from '../../notice/index.ts';
import { useSomeOf } from '../hooks/use-some-of.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './difference-list.module.css';

/** So many are read at a time. */
const SHOWN = 40;

/** What is different in a notice, one line each, the old words struck and the new ones marked. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation();
  const { shown, rest, showMore } = useSomeOf(differences, SHOWN);
  if (differences.length === 0) return <p className={styles['none']}>{t('app.review.none')}</p>;
  return (
    <ul className={styles['list']}>
      {shown.map((difference) => (
        <li key={JSON.stringify([difference.kind, difference.before, difference.after])}>
          <DifferenceLine difference={difference} />
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Button weight="quiet" onClick={showMore}>
            {t('app.review.more', { count: rest })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function DifferenceLine({ difference }: { difference: Difference }) {
  const { t } = useTranslation();
  const { before, after } = difference;
  const verb = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return (
    <>
      <span className={styles['about']}>
        <span className={styles[verb]}>{t(`app.review.${verb}`)}</span>
        <SubjectOf difference={difference} />
      </span>
      <span className={styles['words']}>
        {passagesOf(difference).map((passage) => (
          <Fragment key={passage.lead + passage.before + passage.after}>
            <span>
              {passage.lead}
              {passage.before && <del>{passage.before}</del>}
              {passage.before && passage.after && ' '}
              {passage.after && <ins>{passage.after}</ins>}
              {passage.trail}
            </span>
          </Fragment>
        ))}
      </span>
    </>
  );
}

/** What a difference is about: a part of the notice, or the row of a list by its person. */
function SubjectOf({ difference }: { difference: Difference }) {
  const { t, named } = useTranslation();
  if (difference.kind === 'text') return <>{t(`app.review.part.${difference.part}`)}</>;
  const { table, before, after } = difference;
  return (
    <>
      {named(table.label)} · {subjectOf(table, after ?? before ?? [])}
    </>
  );
}
