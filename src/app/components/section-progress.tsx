import type { Template } from '../../catalogue/templates/index.ts';
import { isAsked, type NoticeContent, type Problem } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import styles from './section-progress.module.css';

/** How far each section is, each a way to it. */
export function SectionProgress({
  template,
  content,
  problems,
}: {
  template: Template;
  content: NoticeContent;
  problems: readonly Problem[];
}) {
  const { t, named } = useTranslation();
  return (
    <nav aria-label={t('app.edit.progress')}>
      <ul className={styles['list']}>
        {template.sections.map((section) => {
          const { done, total } = progressOf(section.id, template, content, problems);
          if (total === 0) return null;
          const isDone = done === total;
          return (
            <li key={section.id}>
              <a href={`#s-${section.id}`} className={isDone ? styles['done'] : undefined}>
                {isDone && <Icon name="check" isSmall />}
                {named(section.label)}
                <span className={isDone ? 'visually-hidden' : styles['count']}>
                  {isDone
                    ? t('app.edit.sectionDone')
                    : t('app.edit.sectionFilled', { done, total })}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
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
