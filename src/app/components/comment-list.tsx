import { Link } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import {
  allFields,
  type ConflictPlace,
  isWaiting,
  type NoticeContent,
  type OpenComment,
} from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { nameOf } from '../row-words.ts';
import { CommentState } from './comment-lines.tsx';
import styles from './comment-list.module.css';
import { Icon } from './icon.tsx';

/** All open comments of a notice, each a way to its place in the form. */
export function CommentList({
  comments,
  template,
  content,
  path,
}: {
  comments: readonly OpenComment[];
  template: Template;
  content: NoticeContent;
  path: string;
}) {
  const { t } = useTranslation();
  const labelOf = usePlaceLabel(template, content);
  if (comments.length === 0) return null;
  return (
    <section className={styles['list']} aria-labelledby="comments">
      <h3 id="comments">{t('app.review.comments', { count: comments.length })}</h3>
      <ul>
        {comments.map((comment) => {
          const { remark, place } = comment;
          return (
            <li key={remark.by.at + remark.reason}>
              <Link to={`${path}/edit${place ? placeAddress(place) : ''}`}>
                <span className={styles['words']}>
                  <span className={styles['place']}>{labelOf(place)}</span>
                  {t('app.review.said', { name: remark.by.name, text: remark.reason })}
                </span>
                {place && !isWaiting(comment) && <CommentState comment={comment} />}
                <Icon name="next" isSmall />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a place of the notice is called: its question, or the household in it. */
export function usePlaceLabel(
  template: Template,
  content: NoticeContent,
): (place: ConflictPlace | undefined) => string {
  const { t, named } = useTranslation();
  return (place) => {
    if (!place) return t('app.review.whole');
    if (place.kind === 'field') {
      const asked = allFields(template, content).find(({ id }) => id === place.field);
      return named(asked?.label ?? place.field);
    }
    const table = template.tables.find(({ id }) => id === place.table);
    const row = content.tables[place.table]?.find(({ id }) => id === place.row);
    if (!table || !row) return t('app.review.goneRow');
    return `${named(table.rowName)} · ${nameOf(table, row) || t('app.edit.unnamed')}`;
  };
}

/** Where in the form a place is: a field's anchor, or a household's editor. */
function placeAddress(place: ConflictPlace): string {
  return place.kind === 'field'
    ? `#field-${place.field}`
    : `?table=${place.table}&row=${encodeURIComponent(place.row)}`;
}
