import { memo } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import type { Row } from '../../notice/index.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { sortableColumns } from '../row-arrangement.ts';
import { marksOf } from '../row-marks.ts';
import field from './field.module.css';
import styles from './row-finder.module.css';
import { SearchField } from './search-field.tsx';

export const ROW_FILTERS = ['all', 'problem', 'personal', 'duplicate'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** Finding, filtering and ordering what a list shows. */
export const RowFinder = memo(function RowFinder({
  table,
  rows,
  duplicates,
  wanted,
  onWanted,
  filter,
  onFilter,
  sortColumn,
  onSort,
}: {
  table: Table;
  rows: readonly Row[];
  duplicates: number;
  wanted: string;
  onWanted: (text: string) => void;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
  /** A column's id; empty for the order on the notice. */
  sortColumn: string;
  onSort: (column: string) => void;
}) {
  const { t, named } = useTranslation();
  const numbers = useShownNumbers();
  const marks = rows.map((row) => marksOf(table, row, numbers));
  const problems = marks.filter((one) => one.problems.length > 0).length;
  const personal = marks.filter((one) => one.personal.length > 0).length;
  const filters: readonly [RowFilter, string, number][] = [
    ['all', t('app.table.filterAll'), rows.length],
    ['problem', t('app.table.filterProblem', { count: problems }), problems],
    ['personal', t('app.table.filterPersonal', { count: personal }), personal],
    ['duplicate', t('app.table.filterDuplicate', { count: duplicates }), duplicates],
  ];
  return (
    <div className={styles['finder']}>
      <div className={styles['search']}>
        <SearchField label={t('app.edit.find')} wanted={wanted} onChange={onWanted} />
      </div>
      <label className={field['field']}>
        <span className={styles['label']}>{t('app.table.filter')}</span>
        <select
          className={field['input']}
          value={filter}
          onChange={(event) => {
            const chosen = filters.find(([value]) => value === event.target.value);
            if (chosen) onFilter(chosen[0]);
          }}
        >
          {filters
            .filter(([value, , count]) => value === 'all' || value === filter || count > 0)
            .map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
        </select>
      </label>
      <label className={field['field']}>
        <span className={styles['label']}>{t('app.table.sort')}</span>
        <select
          className={field['input']}
          value={sortColumn}
          onChange={(event) => onSort(event.target.value)}
        >
          <option value="">{t('app.table.sortSheet')}</option>
          {sortableColumns(table).map(({ id, label }) => (
            <option key={id} value={id}>
              {t('app.table.sortBy', { label: named(label) })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
});
