import { Link } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import { isAsked, type NoticeContent, type Problem } from '../../notice/index.ts';
import { askedSections, partAddress, type Section } from '../hooks/use-form-part.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import styles from './section-progress.module.css';

/** How far each section is, each a way to it; in the whole form or with one section by itself. */
export function SectionProgress({
  template,
  content,
  problems,
  part,
}: {
  template: Template;
  content: NoticeContent;
  problems: readonly Problem[];
  /** The section that stands by itself; undefined where all do. */
  part?: Section | undefined;
}) {
  const { t, named } = useTranslation();
  const [first] = askedSections(template, content);
  return (
    <nav aria-label={t('app.edit.progress')} className={styles['progress']}>
      <ul className={styles['list']}>
        {template.sections.map((section) => {
          const { done, total } = progressOf(section.id, template, content, problems);
          if (total === 0) return null;
          const isDone = done === total;
          const className = isDone ? styles['done'] : undefined;
          const words = (
            <>
              {isDone && <Icon name="check" isSmall />}
              {named(section.label)}
              <span className={isDone ? 'visually-hidden' : styles['count']}>
                {isDone ? t('app.edit.sectionDone') : t('app.edit.sectionFilled', { done, total })}
              </span>
            </>
          );
          return (
            <li key={section.id}>
              {part ? (
                <Link
                  to={partAddress(section)}
                  replace
                  className={className}
                  aria-current={section.id === part.id ? 'step' : undefined}
                >
                  {words}
                </Link>
              ) : (
                <a href={`#s-${section.id}`} className={className}>
                  {words}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {first && (
        <Link className={styles['way']} to={part ? '?' : partAddress(first)} replace>
          {t(part ? 'app.edit.allParts' : 'app.edit.onePart')}
        </Link>
      )}
    </nav>
  );
}

/** What is asked and must stand there, and how much of it stands there without a fault. */
function progressOf(
  section: string,
  template: Template,
  content: NoticeContent,
  problems: readonly Problem[],
): { done: number; total: number } {
  const wrong = new Set(
    problems.map(({ place }) => (place.kind === 'field' ? place.field : place.table)),
  );
  const parts = [
    ...template.fields.filter((field) => field.required || wrong.has(field.id)),
    ...template.tables,
  ].filter((part) => part.section === section && isAsked(part, content));
  return { done: parts.filter(({ id }) => !wrong.has(id)).length, total: parts.length };
}
