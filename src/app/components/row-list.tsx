import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import { type Problem, printed, type Row, rowProblems, sumDecimals } from '../../notice/index.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './row-list.module.css';

/** Searching is offered from this many rows on. */
const SEARCHABLE = 12;

/** A table's rows as cards; each is edited in its own panel, so a list of 500 stays light. */
export function RowList({
  table,
  rows,
  error,
  onAdd,
}: {
  table: Table;
  rows: readonly Row[];
  error: string | undefined;
  onAdd: () => void;
}) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const shown = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(
      ({ row }) => wanted === '' || Object.values(row.cells).some((one) => one.includes(wanted)),
    );
  return (
    <div id={`table-${table.id}`} className={styles['table']}>
      <div className={styles['sum']}>
        <span>{t('app.edit.rows', { count: rows.length, unit: table.rowUnit })}</span>
        {table.columns
          .filter((column) => column.total === 'sum')
          .map((column) => (
            <span key={column.id}>
              {column.label}
              {t('app.edit.total', {
                value: sumDecimals(rows.map((row) => row.cells[column.id] ?? '')),
                unit: column.unit ?? '',
              })}
            </span>
          ))}
      </div>
      {rows.length >= SEARCHABLE && (
        <label className={styles['search']}>
          <span className="visually-hidden">{t('app.edit.find')}</span>
          <Icon name="search" size={20} />
          <input
            type="search"
            className={field['input']}
            value={wanted}
            placeholder={t('app.edit.find')}
            onChange={(event) => setWanted(event.target.value.trim())}
          />
        </label>
      )}
      {rows.length === 0 ? (
        <p className={styles['none']}>{t('app.edit.noRows', { name: table.label })}</p>
      ) : (
        <ul className={styles['list']}>
          {shown.map(({ row, number }) => (
            <RowCard key={row.id} table={table} row={row} number={number} />
          ))}
        </ul>
      )}
      {error && rows.length === 0 && <span className={field['error']}>{error}</span>}
      <Button weight="secondary" onClick={onAdd}>
        <Icon name="plus" />
        {t('app.edit.addRow', { name: table.rowName })}
      </Button>
    </div>
  );
}

function RowCard({ table, row, number }: { table: Table; row: Row; number: number }) {
  const { t } = useTranslation();
  const problems = rowProblems(table, row, number);
  return (
    <li className={styles['card']}>
      <Link to={`?table=${table.id}&row=${encodeURIComponent(row.id)}`}>
        <span className={styles['number']}>{number}</span>
        <span className={styles['name']}>{nameOf(table, row) || t('app.edit.unnamed')}</span>
        <span className={styles['rest']}>{restOf(table, row)}</span>
        {problems.length > 0 && (
          <span className={styles['problem']}>
            <Icon name="alert" size={18} />
            <span className="visually-hidden">{problemLabel(problems)}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

function problemLabel(problems: readonly Problem[]): string {
  return problems.map((one) => one.detail).join('、');
}

/** What a row is called: its person's name, else its first text. */
export function nameOf(table: Table, row: Row): string {
  const column = table.columns.find((one) => one.type === 'name') ?? table.columns[0];
  return (column && row.cells[column.id]?.trim()) || '';
}

function restOf(table: Table, row: Row): string {
  const name = table.columns.find((one) => one.type === 'name') ?? table.columns[0];
  return table.columns
    .filter((column) => column !== name && !column.internal)
    .map((column) => {
      const text = printed(column.type, row.cells[column.id] ?? '');
      return text === '' ? '' : text + (column.unit ?? '');
    })
    .filter((text) => text !== '')
    .join(' · ');
}
