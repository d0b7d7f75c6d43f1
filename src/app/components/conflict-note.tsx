import type { Column, Field, Table } from '../../catalogue/templates/index.ts';
import { type Conflict, printed } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { ConflictChoices, type Settle } from './conflict-choices.tsx';

/** What several people filled in at one place. It stands where the value does. */
export function ConflictNote({
  conflict,
  label,
  part,
  onSettle,
}: {
  conflict: Conflict;
  label: string;
  part: Field | Column;
  onSettle: Settle;
}) {
  const { t, named } = useTranslation();
  const wordsOf = (value: string | null): string => {
    if (value === null || value === '') return t('app.review.noValue');
    if (part.type === 'yesNo') return value === 'yes' ? t('app.edit.yes') : t('app.edit.no');
    return printed(part.type, value) + named(part.unit ?? '');
  };
  return (
    <ConflictChoices
      conflict={conflict}
      legend={t('app.conflict.title', { label: named(label) })}
      wordsOf={wordsOf}
      onSettle={onSettle}
    />
  );
}

/** A row that one person deleted and another changed: it stays until somebody decides. */
export function RowConflictNote({
  conflict,
  table,
  onSettle,
}: {
  conflict: Conflict;
  table: Table;
  onSettle: Settle;
}) {
  const { t } = useTranslation();
  const unit = table.rowUnit;
  const wordsOf = (value: string | null) =>
    value === null
      ? t('app.conflict.deleteRow', { unit })
      : t('app.conflict.keepRow', { unit, value });
  return (
    <ConflictChoices
      conflict={conflict}
      legend={t('app.conflict.rowTitle', { unit })}
      wordsOf={wordsOf}
      onSettle={onSettle}
    />
  );
}
