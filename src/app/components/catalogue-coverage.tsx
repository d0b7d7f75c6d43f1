import { Link } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import type { NoticeContent } from '../../notice/index.ts';
import { useGapWords } from '../hooks/use-gap-words.ts';
import { coverageOf } from '../hooks/use-readiness.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-coverage.module.css';
import { Icon } from './icon.tsx';
import { placeHash } from './readiness-list.tsx';

/** What the catalogue asks of this notice, element by element: told, missing, or left out with a reason. */
export function CatalogueCoverage({
  template,
  content,
}: {
  template: Template;
  content: NoticeContent;
}) {
  const { t, named } = useTranslation();
  const gapWords = useGapWords();
  const { covered, gaps, waivers } = coverageOf(template, content);
  const count = template.covers.length;
  if (count === 0) return null;
  return (
    <section className={styles['coverage']} aria-labelledby="coverage">
      <h2 id="coverage">{t('app.coverage.title', { covered: covered.length, count })}</h2>
      <ul>
        {gaps.map(({ cover, parts }) => (
          <li key={cover.element}>
            <Link to={parts[0] ? placeHash(parts[0].place) : '.'} className={styles['missing']}>
              <Icon name="alert" isSmall />
              <span>{gapWords({ cover, parts })}</span>
            </Link>
          </li>
        ))}
        {waivers.map(({ cover, reason }) => (
          <li key={cover.element} className={styles['waived']}>
            {t('app.coverage.waived', { name: named(cover.name), reason })}
          </li>
        ))}
        {covered.map((name) => (
          <li key={name} className={styles['covered']}>
            <Icon name="check" isSmall />
            {named(name)}
          </li>
        ))}
      </ul>
    </section>
  );
}
