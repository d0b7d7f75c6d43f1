import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Column, Table } from '../../catalogue/templates/index.ts';
import {
  type Conflict,
  contextOfColumn,
  type Row,
  rowsInOrder,
  withCell,
} from '../../notice/index.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import type { RowEditing } from '../hooks/use-row-editing.ts';
import { useSettling } from '../hooks/use-settling.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { marksOf } from '../row-marks.ts';
import { nameOf } from '../row-words.ts';
import { Button } from './button.tsx';
import { CommentBeside } from './comment-beside.tsx';
import type { Settle } from './conflict-choices.tsx';
import { ConflictNote, RowConflictNote } from './conflict-note.tsx';
import dialogStyles from './dialog.module.css';
import { Icon } from './icon.tsx';
import styles from './row-editor.module.css';
import { ValueField } from './value-field.tsx';

/**
 * One household at a time, over the list: its fields, the way to the next one, and a new one with
 * the Enter key of the last field, so that many can be typed without leaving the keyboard.
 */
export function RowEditor({
  draft,
  table,
  editing,
  rowId,
}: {
  draft: Draft;
  table: Table;
  editing: RowEditing;
  rowId: string;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const { content } = draft;
  const rows = useMemo(() => rowsInOrder(content, table.id), [content, table.id]);
  const index = rows.findIndex(({ id }) => id === rowId);
  const [previous, row, next] = [rows[index - 1], rows[index], rows[index + 1]];
  const isThere = row !== undefined;
  const { settle, refusal } = useSettling(draft);
  const settleHere: Settle = async (place, value) => {
    await settle(place, value);
    // nothing is left to show
    if (place.kind === 'row' && value === null) editing.close();
  };

  // before the fields take the cursor, which a closed dialog does not let them
  useLayoutEffect(() => {
    const element = dialog.current;
    if (isThere && element && !element.open) element.showModal();
  }, [isThere]);

  if (!row) return null;
  const conflicts = draft.stored.head.conflicts.filter(
    ({ place }) => place.kind !== 'field' && place.table === table.id && place.row === rowId,
  );
  const goOn = () => (next ? editing.open(next.id) : editing.add(table.id));
  return (
    <dialog
      ref={dialog}
      className={`${dialogStyles['dialog']} ${styles['sheet']}`}
      aria-labelledby="row-title"
      onCancel={(event) => {
        event.preventDefault();
        editing.close();
      }}
    >
      <div className={styles['head']}>
        <h2 id="row-title">
          {t('app.edit.rowTitle', { number: index + 1, unit: table.rowUnit })}
          <span className={styles['of']}> / {rows.length}</span>
        </h2>
        <Button weight="quiet" onClick={editing.close}>
          {t('app.edit.close')}
        </Button>
      </div>
      {refusal && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles['comments']}>
        <CommentBeside
          stored={draft.stored}
          place={{ kind: 'row', table: table.id, row: row.id }}
        />
      </div>
      <RowFields
        key={row.id}
        table={table}
        row={row}
        isBegun={editing.begun === row.id && nameOf(table, row) === ''}
        conflicts={conflicts}
        onSettle={settleHere}
        onChange={({ id, type }, value) => {
          const change = type === 'yesNo' ? draft.change : draft.type;
          change((current) => withCell(current, table.id, row.id, id, value));
        }}
        onLast={goOn}
      />
      <div className={styles['foot']}>
        <Button
          weight="secondary"
          disabled={!previous}
          onClick={() => previous && editing.open(previous.id)}
        >
          {t('app.edit.previousRow', { unit: table.rowUnit })}
        </Button>
        <Button onClick={goOn}>
          {!next && <Icon name="plus" />}
          {next
            ? t('app.edit.nextRow', { unit: table.rowUnit })
            : t('app.edit.newRow', { unit: table.rowUnit })}
        </Button>
        <Button weight="quiet" className={styles['delete']} onClick={editing.remove}>
          <Icon name="trash" isSmall />
          {t('app.edit.deleteRow', { unit: table.rowUnit })}
        </Button>
      </div>
    </dialog>
  );
}

/** The fields of one row; it begins at the first empty one, so that one can go on typing. */
function RowFields({
  table,
  row,
  isBegun,
  conflicts,
  onSettle,
  onChange,
  onLast,
}: {
  table: Table;
  row: Row;
  /** It is new and nobody has named it; its group is that of the row before. */
  isBegun: boolean;
  /** Those of this row. */
  conflicts: readonly Conflict[];
  onSettle: Settle;
  onChange: (column: Column, value: string) => void;
  onLast: () => void;
}) {
  const { problemSentence } = useProblemWords();
  const fields = useRef<HTMLDivElement>(null);
  const startsAtFirst = useRef(isBegun);
  useEffect(() => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    if (startsAtFirst.current) {
      inputs[0]?.focus();
      // what is typed takes its place, the Enter key keeps it
      inputs[0]?.select();
    } else (inputs.find(({ value }) => value === '') ?? inputs[0])?.focus();
  }, []);
  const shown = useShownNumbers();
  const { problems } = marksOf(table, row, shown);
  const onRow = conflicts.find(({ place }) => place.kind === 'row');
  const inputId = (column: string) => `cell-${row.id}-${column}`;
  const enter = (position: number) => {
    const following = table.columns[position + 1];
    const element = following && document.getElementById(inputId(following.id));
    if (element) element.focus();
    else onLast();
  };
  return (
    <div ref={fields} className={styles['fields']}>
      {onRow && <RowConflictNote conflict={onRow} table={table} onSettle={onSettle} />}
      {table.columns.map((column, position) => {
        const problem = problems.find(
          ({ place }) => place.kind === 'cell' && place.column === column.id,
        );
        const conflict = conflicts.find(
          ({ place }) => place.kind === 'cell' && place.column === column.id,
        );
        return (
          <Fragment key={column.id}>
            {conflict && (
              <ConflictNote
                conflict={conflict}
                label={column.label}
                part={column}
                onSettle={onSettle}
              />
            )}
            <ValueField
              id={inputId(column.id)}
              part={column}
              value={row.cells[column.id] ?? ''}
              context={contextOfColumn(column, shown)}
              onChange={(value) => onChange(column, value)}
              error={problem && problemSentence(problem)}
              onEnter={() => enter(position)}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
