import { useState } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn } from '../../notice/index.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import field from './field.module.css';
import { FormModal } from './modal.tsx';
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
  const { t, named } = useTranslation();
  const shown = useShownNumbers();
  const [columnId, setColumnId] = useState(table.columns[0]?.id ?? '');
  const [value, setValue] = useState('');
  const column = table.columns.find(({ id }) => id === columnId);
  const words = { count, unit: table.rowUnit };
  return (
    <FormModal
      title={t('app.table.bulkTitle', words)}
      action={t('app.table.bulkApply', words)}
      onGive={() => onChange(columnId, value.trim())}
      onCancel={onCancel}
    >
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
              {named(label)}
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
    </FormModal>
  );
}
