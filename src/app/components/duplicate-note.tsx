import type { Table } from '../../catalogue/templates/index.ts';
import type { Duplicate } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './duplicate-note.module.css';

/** So many are told in words; the filter shows all. */
const SHOWN = 3;

/** Says which rows seem to be the same household, and how they are written. */
export function DuplicateNote({
  table,
  duplicates,
  isShown,
  onShow,
}: {
  table: Table;
  duplicates: readonly Duplicate[];
  isShown: boolean;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  if (duplicates.length === 0) return null;
  const sentence = ({ kind, rows, group, name }: Duplicate) => {
    const numbers = rows.map(({ number }) =>
      t('app.table.rowNumber', { number, unit: table.rowUnit }),
    );
    const words = { rows: numbers.join(t('app.table.and')), name: `${group} ${name}`.trim() };
    return kind === 'same'
      ? t('app.table.duplicateSame', words)
      : t('app.table.duplicateSpacing', words);
  };
  return (
    <details className={styles['note']}>
      <summary>
        {t('app.table.filterDuplicate', {
          count: duplicates.reduce((sum, { rows }) => sum + rows.length, 0),
        })}
      </summary>
      <ul>
        {duplicates.slice(0, SHOWN).map((one) => (
          <li key={one.rows[0]?.id}>{sentence(one)}</li>
        ))}
      </ul>
      {!isShown && (
        <Button weight="quiet" onClick={onShow}>
          {t('app.table.showDuplicates')}
        </Button>
      )}
    </details>
  );
}
