import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn, type Row, rowProblems } from '../../notice/index.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import { Button } from './button.tsx';
import dialogStyles from './dialog.module.css';
import { Icon } from './icon.tsx';
import styles from './row-editor.module.css';
import { ValueField } from './value-field.tsx';

interface RowEditorProps {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly rowId: string;
  readonly onChange: (column: string, value: string) => void;
  readonly onMove: (rowId: string) => void;
  readonly onAdd: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/**
 * One household at a time, over the list: its fields, the way to the next one, and a new one with
 * the Enter key of the last field, so that many can be typed without leaving the keyboard.
 */
export function RowEditor(props: RowEditorProps) {
  const { table, rows, rowId, onChange, onMove, onAdd, onDelete, onClose } = props;
  const { t } = useTranslation();
  const { problemSentence } = useProblemWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const index = rows.findIndex((one) => one.id === rowId);
  const row = rows[index];

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  // a new household starts at its first empty field, so that one can go on typing
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row is shown
  useEffect(() => {
    const inputs = [...(dialog.current?.querySelectorAll('input') ?? [])];
    (inputs.find((one) => one.value === '') ?? inputs[0])?.focus();
  }, [rowId]);

  if (!row) return null;
  const problems = rowProblems(table, row, index + 1);
  const next = rows[index + 1];
  const previous = rows[index - 1];
  const inputId = (column: string) => `cell-${row.id}-${column}`;
  const enter = (column: number) => {
    const following = table.columns[column + 1];
    if (following) document.getElementById(inputId(following.id))?.focus();
    else if (next) onMove(next.id);
    else onAdd();
  };

  return (
    <dialog
      ref={dialog}
      className={`${dialogStyles['dialog']} ${styles['sheet']}`}
      aria-labelledby="row-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles['head']}>
        <h2 id="row-title">
          {t('app.edit.rowTitle', { number: index + 1, unit: table.rowUnit })}
          <span className={styles['of']}> / {rows.length}</span>
        </h2>
        <Button weight="quiet" onClick={onClose}>
          {t('app.edit.close')}
        </Button>
      </div>
      <div className={styles['fields']} key={row.id}>
        {table.columns.map((column, position) => {
          const problem = problems.find(
            ({ place }) => place.kind === 'cell' && place.column === column.id,
          );
          return (
            <ValueField
              key={column.id}
              id={inputId(column.id)}
              part={column}
              value={row.cells[column.id] ?? ''}
              context={contextOfColumn(column)}
              onChange={(value) => onChange(column.id, value)}
              error={problem && problemSentence(problem)}
              onEnter={() => enter(position)}
            />
          );
        })}
      </div>
      <div className={styles['foot']}>
        <Button
          weight="secondary"
          disabled={!previous}
          onClick={() => previous && onMove(previous.id)}
        >
          {t('app.edit.previousRow', { unit: table.rowUnit })}
        </Button>
        {next ? (
          <Button onClick={() => onMove(next.id)}>
            {t('app.edit.nextRow', { unit: table.rowUnit })}
          </Button>
        ) : (
          <Button onClick={onAdd}>
            <Icon name="plus" />
            {t('app.edit.newRow', { unit: table.rowUnit })}
          </Button>
        )}
        <Button weight="quiet" className={styles['delete']} onClick={onDelete}>
          <Icon name="trash" size={20} />
          {t('app.edit.deleteRow', { unit: table.rowUnit })}
        </Button>
      </div>
    </dialog>
  );
}
