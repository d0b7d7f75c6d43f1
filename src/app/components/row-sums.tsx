import { memo } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { type Row, sumDecimals } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './row-sums.module.css';

/** How many rows there are, and the totals that the template asks for. */
export const RowSums = memo(function RowSums({
  table,
  rows,
}: {
  table: Table;
  rows: readonly Row[];
}) {
  const { t, named } = useTranslation();
  return (
    <p className={styles['sum']}>
      <span>{t('app.edit.rows', { count: rows.length, unit: table.rowUnit })}</span>
      {table.columns
        .filter((column) => column.total === 'sum')
        .map((column) => (
          <span key={column.id}>
            {t('app.edit.total', {
              name: named(column.label),
              value: sumDecimals(rows.map((row) => row.cells[column.id] ?? '')),
              unit: named(column.unit ?? ''),
            })}
          </span>
        ))}
    </p>
  );
});
