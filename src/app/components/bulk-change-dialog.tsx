import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn } from '../../notice/index.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import field from './field.module.css';
import { ValueField } from './value-field.tsx';

/** Gives several rows the same value in one column. */
export function BulkChangeDialog({
  table,
  count,
  onChange,
  onCancel,
}: {
  table: Table;
  count: number;
  onChange: (column: string, value: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const shown = useShownNumbers();
  const dialog = useRef<HTMLDialogElement>(null);
  const [columnId, setColumnId] = useState(table.columns[0]?.id ?? '');
  const [value, setValue] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const column = table.columns.find(({ id }) => id === columnId);
  const words = { count, unit: table.rowUnit };
  const give = (event: FormEvent) => {
    event.preventDefault();
    onChange(columnId, value.trim());
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby="bulk">
      <form onSubmit={give} className={styles['body']}>
        <h2 id="bulk">{t('app.table.bulkTitle', words)}</h2>
        <label className={field['field']}>
          <span className={field['label']}>{t('app.table.bulkColumn')}</span>
          <select
            className={field['input']}
            value={columnId}
            onChange={(event) => {
              setColumnId(event.target.value);
              setValue('');
            }}
          >
            {table.columns.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {column && (
          <ValueField
            id="bulk-value"
            part={column}
            value={value}
            context={contextOfColumn(column, shown)}
            onChange={setValue}
          />
        )}
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit">{t('app.table.bulkApply', words)}</Button>
        </div>
      </form>
    </dialog>
  );
}
