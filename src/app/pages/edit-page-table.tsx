import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Table, Template } from '../../catalogue/templates/index.ts';
import { duplicatesIn, LIMITS, type Row, rowsInOrder, withRowOrder } from '../../notice/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { DuplicateNote } from '../components/duplicate-note.tsx';
import { ExportButtons } from '../components/export-buttons.tsx';
import { GroupNote } from '../components/group-note.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { RosterNote } from '../components/roster-note.tsx';
import { RowCard } from '../components/row-card.tsx';
import { ROW_FILTERS, type RowFilter, RowFinder } from '../components/row-finder.tsx';
import { RowGrid } from '../components/row-grid.tsx';
import { RowSums } from '../components/row-sums.tsx';
import { SaveMark } from '../components/save-mark.tsx';
import { SelectionBar } from '../components/selection-bar.tsx';
import { StepButtons } from '../components/step-buttons.tsx';
import { WindowedList } from '../components/windowed-list.tsx';
import type { Draft } from '../hooks/use-draft.ts';
import { useWithinPart } from '../hooks/use-form-part.ts';
import { useInAddress } from '../hooks/use-in-address.ts';
import { usePastedTable } from '../hooks/use-pasted-table.ts';
import { rowAddress } from '../hooks/use-row-editing.ts';
import type { PasteOutcome } from '../hooks/use-row-grid.ts';
import { useSettled } from '../hooks/use-settled.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWideScreen } from '../hooks/use-wide-screen.ts';
import { type NumberedRow, rowsWith, sortedBy } from '../row-arrangement.ts';
import { marksOf } from '../row-marks.ts';
import styles from './edit-page-table.module.css';

/** One list of a draft in full: find, filter, sort, move, change and delete, with the phone alone. */
export default function EditTable({
  draft,
  table,
  template,
  undo,
  isBehind,
  onAdd,
  onDone,
}: {
  draft: Draft;
  table: Table;
  template: Template;
  /** What was just done and can be taken back. */
  undo: ReactNode;
  /** A row's panel stands over it. */
  isBehind: boolean;
  onAdd: () => void;
  /** Told in words what was done and can be taken back. */
  onDone: (words: string) => void;
}) {
  const { t, named } = useTranslation();
  const [search] = useSearchParams();
  const within = useWithinPart();
  const [wanted, setWanted] = useState('');
  const [held, setFilter] = useInAddress('show', 'all');
  const filter = ROW_FILTERS.find((one) => one === held) ?? 'all';
  const [sortColumn, setSortColumn] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>();

  // behind the panel of a row the list waits until the typing pauses, and until the panel is gone
  const wasBehind = useDeferredValue(isBehind);
  const content = useSettled(draft.content, isBehind || wasBehind);
  const rows = useMemo(() => rowsInOrder(content, table.id), [content, table.id]);
  const duplicates = useMemo(() => duplicatesIn(table, rows), [table, rows]);
  const doubled = useMemo(
    () => new Set(duplicates.flatMap((one) => one.rows.map(({ id }) => id))),
    [duplicates],
  );
  const numbers = useShownNumbers();
  const column = table.columns.find(({ id }) => id === sortColumn);
  const numbered = useMemo(() => rows.map((row, index) => ({ row, number: index + 1 })), [rows]);
  const shown = useMemo(() => {
    const kept = rowsWith(numbered, wanted).filter(({ row }) =>
      isIn(filter, table, row, doubled, numbers),
    );
    return column ? sortedBy(kept, column) : kept;
  }, [numbered, wanted, filter, table, doubled, column, numbers]);

  const [isRefused, setRefused] = useState(false);
  const refuse = useCallback(() => setRefused(true), []);
  usePastedTable(table, refuse);
  const toggle = (id: string) =>
    setSelected((before = new Set()) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const applySort = () => {
    if (!column) return;
    const order = sortedBy(numbered, column).map(({ row }) => row.id);
    draft.change((current) => withRowOrder(current, table.id, order));
    setSortColumn('');
  };

  const isWide = useWideScreen();
  const pasted = (outcome: PasteOutcome) => {
    setRefused(!outcome.ok);
    if (outcome.ok) {
      const { rows: pastedRows, columns, totals, masked } = outcome;
      onDone(
        [
          t('app.grid.pasted', { rows: pastedRows, columns }),
          totals > 0 ? t('app.grid.totals', { count: totals }) : '',
          masked > 0 ? t('app.grid.masked', { count: masked }) : '',
        ].join(''),
      );
    }
  };

  return (
    <Page
      title={named(table.label)}
      isWide={isWide}
      back={within(`?#table-${table.id}`)}
      aside={<SaveMark of={draft.saveState} />}
      foot={
        <>
          {undo}
          {isRefused && (
            <p className={styles['refused']} role="alert">
              {t('app.import.tooMany', { limit: LIMITS.rowsPerTable, unit: table.rowUnit })}
            </p>
          )}
          {selected ? (
            <SelectionBar
              draft={draft}
              table={table}
              selected={selected}
              onSelectAll={() => setSelected(new Set(shown.map(({ row }) => row.id)))}
              onSelect={setSelected}
              onDone={onDone}
              onEnd={() => setSelected(undefined)}
            />
          ) : (
            <div className={styles['foot']}>
              <StepButtons draft={draft} />
              <Button onClick={onAdd}>
                <Icon name="plus" />
                {t('app.edit.addRow', { name: named(table.rowName) })}
              </Button>
            </div>
          )}
        </>
      }
    >
      <RowSums table={table} rows={rows} />
      <GroupNote draft={draft} table={table} rows={rows} onDone={onDone} />
      <DuplicateNote
        table={table}
        duplicates={duplicates}
        onShow={() => setFilter('duplicate')}
        isShown={filter === 'duplicate'}
      />
      <RowFinder
        table={table}
        rows={rows}
        duplicates={doubled.size}
        wanted={wanted}
        onWanted={setWanted}
        filter={filter}
        onFilter={setFilter}
        sortColumn={sortColumn}
        onSort={setSortColumn}
      />
      <div className={styles['tools']}>
        <Button weight="secondary" onClick={() => setSelected(new Set())}>
          {t('app.table.select')}
        </Button>
        {column && (
          <Button weight="secondary" onClick={applySort}>
            {t('app.table.applySort')}
          </Button>
        )}
        <LinkButton weight="secondary" to={within(`?choose=${table.id}`)}>
          {t('app.choose.open')}
        </LinkButton>
        <LinkButton weight="secondary" to={within(`?import=${table.id}`)}>
          {t('app.table.import')}
        </LinkButton>
        <ExportButtons content={draft.content} template={template} />
      </div>
      {(wanted !== '' || filter !== 'all') && (
        <p role="status">{t('app.table.found', { count: shown.length, unit: table.rowUnit })}</p>
      )}
      {shown.length === 0 ? (
        <p>{t('app.table.nothing')}</p>
      ) : isWide ? (
        <RowGrid
          key={`${wanted} ${filter} ${sortColumn}`}
          draft={draft}
          table={table}
          rows={numbered}
          shown={shown}
          doubled={doubled}
          addressOf={(row) => rowAddress(search, table.id, row)}
          selection={selected && { ids: selected, toggle }}
          onPasted={pasted}
        />
      ) : (
        <WindowedList
          label={named(table.label)}
          items={shown}
          keyOf={({ row }: NumberedRow) => row.id}
        >
          {({ row, number }: NumberedRow) => (
            <RowCard
              table={table}
              row={row}
              number={number}
              isDuplicate={doubled.has(row.id)}
              to={rowAddress(search, table.id, row.id)}
              {...(selected ? { selection: { isSelected: selected.has(row.id), toggle } } : {})}
            />
          )}
        </WindowedList>
      )}
      {/* comes last: it is read after the list is shown, which is not to move */}
      <RosterNote village={draft.stored.village} table={table} rows={rows} />
    </Page>
  );
}

function isIn(
  filter: RowFilter,
  table: Table,
  row: Row,
  doubled: ReadonlySet<string>,
  numbers: readonly string[],
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'problem':
      return marksOf(table, row, numbers).problems.length > 0;
    case 'personal':
      return marksOf(table, row, numbers).personal.length > 0;
    case 'duplicate':
      return doubled.has(row.id);
  }
}
