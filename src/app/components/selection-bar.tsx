import { useState } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { valueIn, withColumnValue, withoutRows, withRowsMoved } from '../../notice/index.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { BulkChangeDialog } from './bulk-change-dialog.tsx';
import { Icon } from './icon.tsx';
import styles from './selection-bar.module.css';

/** What can be done with several rows at once; each is one step to take back. */
export function SelectionBar({
  draft,
  table,
  selected,
  onSelect,
  onSelectAll,
  onDone,
  onEnd,
}: {
  draft: Draft;
  table: Table;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onSelectAll: () => void;
  /** Told in words what was done and can be taken back. */
  onDone: (words: string) => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  const none = selected.size === 0;
  const move = (direction: 'up' | 'down') =>
    draft.change((current) => withRowsMoved(current, table.id, selected, direction));
  const remove = () => {
    draft.change((current) => withoutRows(current, table.id, selected));
    onDone(t('app.table.removed', { count: selected.size, unit: table.rowUnit }));
    onSelect(new Set());
  };
  const changeColumn = (column: string, value: string) => {
    const count = (draft.content.tables[table.id] ?? []).filter(
      ({ id, cells }) => selected.has(id) && valueIn(cells, column) !== value,
    ).length;
    setChanging(false);
    // where all say so already there is no step, and taking back would take back what came before
    if (count === 0) return;
    draft.change((current) => withColumnValue(current, table.id, selected, column, value));
    onDone(t('app.table.changed', { count, unit: table.rowUnit }));
  };
  return (
    <div className={styles['bar']}>
      <p className={styles['count']} role="status">
        {t('app.table.selected', { count: selected.size, unit: table.rowUnit })}
        <button type="button" onClick={onSelectAll}>
          {t('app.table.selectAll')}
        </button>
        <button type="button" onClick={onEnd}>
          {t('app.table.endSelect')}
        </button>
      </p>
      <div className={styles['actions']}>
        <button type="button" disabled={none} onClick={() => move('up')}>
          <Icon name="up" />
          {t('app.table.up')}
        </button>
        <button type="button" disabled={none} onClick={() => move('down')}>
          <Icon name="down" />
          {t('app.table.down')}
        </button>
        <button type="button" disabled={none} onClick={() => setChanging(true)}>
          <Icon name="pen" />
          {t('app.table.change')}
        </button>
        <button type="button" disabled={none} onClick={remove}>
          <Icon name="trash" />
          {t('app.table.remove')}
        </button>
      </div>
      {isChanging && (
        <BulkChangeDialog
          table={table}
          count={selected.size}
          onCancel={() => setChanging(false)}
          onChange={changeColumn}
        />
      )}
    </div>
  );
}
