import { useState } from 'react';
import type { Table, Template } from '../../catalogue/templates/index.ts';
import {
  type ConflictPlace,
  commentsAt,
  isAsked,
  isOptionShown,
  languageField,
  type NoticeContent,
  type OpenComment,
  optionFields,
  printed,
  rowsInOrder,
} from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { nameOf, restOf } from '../row-words.ts';
import { Button } from './button.tsx';
import { CommentLines } from './comment-lines.tsx';
import { Icon } from './icon.tsx';
import styles from './review-content.module.css';

/** A long list is unfolded when somebody asks for it. */
const SHOWN_ROWS = 30;

interface ReviewContentProps {
  readonly template: Template;
  readonly content: NoticeContent;
  readonly comments: readonly OpenComment[];
  /** Absent where this person cannot comment. */
  readonly onComment?: ((place: ConflictPlace) => void) | undefined;
}

/** All that was filled in, question by question and row by row, each with what was said of it. */
export function ReviewContent(props: ReviewContentProps) {
  const { template, content } = props;
  const { named } = useTranslation();
  return (
    <>
      {template.sections.map((section) => {
        const fields = template.fields.filter(
          (field) => field.section === section.id && isAsked(field, content),
        );
        const tables = template.tables.filter(
          (table) => table.section === section.id && isAsked(table, content),
        );
        if (fields.length + tables.length === 0) return null;
        return (
          <section key={section.id} className={styles['section']} aria-labelledby={section.id}>
            <h3 id={section.id}>{named(section.label)}</h3>
            {fields.length > 0 && (
              <ul className={styles['card']}>
                {fields.map((field) => (
                  <ReviewLine
                    key={field.id}
                    {...props}
                    place={{ kind: 'field', field: field.id }}
                    label={field.label}
                    value={shownValue(field.type, content.fields[field.id] ?? '', field.unit)}
                  />
                ))}
              </ul>
            )}
            {tables.map((table) => (
              <ReviewTable key={table.id} {...props} table={table} />
            ))}
          </section>
        );
      })}
      <ReviewOptions {...props} />
    </>
  );
}

/** What the notice says beyond its template, where it does. */
function ReviewOptions(props: ReviewContentProps) {
  const { template, content } = props;
  const { t } = useTranslation();
  const options = optionFields(template, content).filter(
    (field) =>
      field !== languageField && isOptionShown(field, content) && content.fields[field.id]?.trim(),
  );
  if (options.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="options">
      <h3 id="options">{t('app.options.title')}</h3>
      <ul className={styles['card']}>
        {options.map((field) => (
          <ReviewLine
            key={field.id}
            {...props}
            place={{ kind: 'field', field: field.id }}
            label={field.label}
            value={content.fields[field.id] ?? ''}
          />
        ))}
      </ul>
    </section>
  );
}

function ReviewTable(props: ReviewContentProps & { table: Table }) {
  const { table, content } = props;
  const { t, named } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const rows = rowsInOrder(content, table.id);
  const shown = isOpen ? rows : rows.slice(0, SHOWN_ROWS);
  return (
    <>
      <p className={styles['count']}>
        {named(table.label)} · {t('app.edit.rows', { count: rows.length, unit: table.rowUnit })}
      </p>
      <ul className={styles['card']}>
        {shown.map((row, index) => (
          <ReviewLine
            key={row.id}
            {...props}
            place={{ kind: 'row', table: table.id, row: row.id }}
            label={`${index + 1} · ${nameOf(table, row) || t('app.edit.unnamed')}`}
            value={restOf(table, row)}
          />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button weight="secondary" onClick={() => setOpen(true)}>
          {t('app.review.allRows', { count: rows.length, unit: table.rowUnit })}
        </Button>
      )}
    </>
  );
}

function ReviewLine({
  place,
  label,
  value,
  comments,
  onComment,
}: ReviewContentProps & { place: ConflictPlace; label: string; value: string }) {
  const { t, named } = useTranslation();
  return (
    <li className={styles['line']}>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <span className={styles['label']}>{named(label)}</span>
          <span className={value === '' ? styles['empty'] : styles['value']} dir="auto">
            {value || t('app.review.noValue')}
          </span>
        </div>
        {onComment && (
          <button
            type="button"
            className={styles['comment']}
            aria-label={t('app.review.commentOn', { label: named(label) })}
            onClick={() => onComment(place)}
          >
            <Icon name="comment" isSmall />
          </button>
        )}
      </div>
      <CommentLines comments={commentsAt(comments, place)} />
    </li>
  );
}

function shownValue(type: Parameters<typeof printed>[0], text: string, unit = ''): string {
  const value = printed(type, text);
  return value === '' ? '' : value + unit;
}
