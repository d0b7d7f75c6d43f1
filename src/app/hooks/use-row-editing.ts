import { useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Table, Template } from '../../catalogue/templates/index.ts';
import { type NoticeContent, withoutRow, withRowsAppended } from '../../notice/index.ts';
import { drawRowId } from '../draw-row-id.ts';
import { nameOf } from '../row-words.ts';
import type { Draft } from './use-draft.ts';

/** The row whose panel is open, and what leads to it and away; the address tells which it is. */
export interface RowEditing {
  readonly table: Table | undefined;
  readonly rowId: string | undefined;
  readonly open: (row: string) => void;
  readonly add: (table: string) => void;
  readonly remove: () => void;
  readonly close: () => void;
}

/** `onDeleted` is told the name of a row that was deleted, empty where it had none. */
export function useRowEditing(
  draft: Draft,
  template: Template,
  onDeleted: (name: string) => void,
): RowEditing {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const table = template.tables.find(({ id }) => id === search.get('table'));
  const addressed = search.get('row') ?? undefined;
  // The router follows in a transition. On a slow phone that is later than the next key, which would
  // go into the household just left; so the panel moves with the key and the address comes after.
  const [ahead, setAhead] = useState<{ readonly from: string | undefined; readonly to: string }>();
  if (ahead && ahead.from !== addressed) setAhead(undefined);
  const rowId = ahead?.from === addressed ? (ahead?.to ?? addressed) : addressed;

  const show = useCallback(
    (tableId: string, row: string, isMove: boolean) => {
      if (isMove) setAhead({ from: addressed, to: row });
      void navigate(rowAddress(search, tableId, row), { replace: isMove });
    },
    [navigate, search, addressed],
  );
  const leave = () => {
    const next = new URLSearchParams(search);
    next.delete('table');
    next.delete('row');
    void navigate(`?${next}`, { replace: true });
  };

  const { change } = draft;
  const isOpen = rowId !== undefined;
  const add = useCallback(
    (tableId: string) => {
      const id = drawRowId();
      change((current) => withRowsAppended(current, tableId, [{ id, cells: {} }]));
      show(tableId, id, isOpen);
    },
    [change, show, isOpen],
  );

  return {
    table,
    rowId,
    open: (row) => table && show(table.id, row, true),
    add,
    remove: () => {
      const row = table && draft.content.tables[table.id]?.find(({ id }) => id === rowId);
      if (!table || !row) return;
      draft.change((current) => withoutRow(current, table.id, row.id));
      onDeleted(nameOf(table, row));
      leave();
    },
    close: () => {
      if (table && rowId) draft.change((current) => withoutEmptyRow(current, table.id, rowId));
      leave();
    },
  };
}

/** A household that was begun and left empty is nothing a person typed. */
function withoutEmptyRow(content: NoticeContent, table: string, rowId: string): NoticeContent {
  const row = content.tables[table]?.find((one) => one.id === rowId);
  const isEmpty = row && Object.values(row.cells).every((text) => text.trim() === '');
  return isEmpty ? withoutRow(content, table, rowId) : content;
}

/** The address of a row's panel, over the page that stands at `search`. */
export function rowAddress(search: URLSearchParams, table: string, row: string): string {
  const next = new URLSearchParams(search);
  next.set('table', table);
  next.set('row', row);
  return `?${next}`;
}
