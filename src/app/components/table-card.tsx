import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import { duplicatesIn, type Row } from '../../notice/index.ts';
import { useCalm } from '../hooks/use-calm.ts';
import { useWithinPart } from '../hooks/use-form-part.ts';
import { rowAddress } from '../hooks/use-row-editing.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { marksOf } from '../row-marks.ts';
import { Button, LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { RowCard } from './row-card.tsx';
import type { RowFilter } from './row-finder.tsx';
import { RowSums } from './row-sums.tsx';
import styles from './table-card.module.css';

const NO_ROWS: readonly Row[] = [];

/** So many of the rows entered last stand in the form; all of them have a page of their own. */
const SHOWN = 5;

/** A table as the form shows it: how many rows, what is amiss, the last ones, and the ways in. */
export function TableCard({
  table,
  rows,
  onAdd,
}: {
  table: Table;
  rows: readonly Row[];
  onAdd: () => void;
}) {
  const { t, named } = useTranslation();
  const [search] = useSearchParams();
  const within = useWithinPart();
  // the whole list is looked through once the form stands and nobody types
  const looked = useDeferredValue(useCalm() ? rows : NO_ROWS);
  const last = rows.map((row, index) => ({ row, number: index + 1 })).slice(-SHOWN);
  return (
    <div id={`table-${table.id}`} className={styles['table']}>
      <RowSums table={table} rows={rows} />
      <Remarks table={table} rows={looked} />
      {rows.length === 0 && (
        <p className={styles['none']}>{t('app.edit.noRows', { name: named(table.label) })}</p>
      )}
      {last.length > 0 && (
        <ul className={styles['list']}>
          {last.map(({ row, number }) => (
            <li key={row.id}>
              <RowCard
                table={table}
                row={row}
                number={number}
                isDuplicate={false}
                to={rowAddress(search, table.id, row.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <LinkButton weight="secondary" to={within(`?list=${table.id}`)}>
          {t('app.table.open', { name: named(table.label) })}
        </LinkButton>
      )}
      <div className={styles['ways']}>
        <Button weight="secondary" onClick={onAdd}>
          <Icon name="plus" />
          {t('app.edit.addRow', { name: named(table.rowName) })}
        </Button>
        <LinkButton weight="secondary" to={within(`?choose=${table.id}`)}>
          {t('app.choose.open')}
        </LinkButton>
        <LinkButton weight="secondary" to={within(`?import=${table.id}`)}>
          <Icon name="file" />
          {t('app.table.import')}
        </LinkButton>
      </div>
    </div>
  );
}

/** What is amiss, each line the way to the rows that it speaks of. */
function Remarks({ table, rows }: { table: Table; rows: readonly Row[] }) {
  const { t } = useTranslation();
  const numbers = useShownNumbers();
  const within = useWithinPart();
  const marks = rows.map((row) => marksOf(table, row, numbers));
  const wrong = marks.filter(({ problems }) => problems.length > 0).length;
  const personal = marks.filter((one) => one.personal.length > 0).length;
  const duplicates = new Set(duplicatesIn(table, rows).flatMap((one) => one.rows)).size;
  const remarks: readonly [RowFilter, string, number][] = [
    ['personal', t('app.table.filterPersonal', { count: personal }), personal],
    ['problem', t('app.table.filterProblem', { count: wrong }), wrong],
    ['duplicate', t('app.table.filterDuplicate', { count: duplicates }), duplicates],
  ];
  const told = remarks.filter(([, , count]) => count > 0);
  if (told.length === 0) return null;
  return (
    <p className={styles['remarks']}>
      <Icon name="alert" isSmall />
      {told.map(([filter, words]) => (
        <Link key={filter} to={within(`?list=${table.id}&show=${filter}`)}>
          {words}
        </Link>
      ))}
    </p>
  );
}
