import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Table, Template } from '../../catalogue/templates/index.ts';
import {
  type NoticeContent,
  type Row,
  rowsInOrder,
  valueIn,
  withoutRow,
  withRowsAppended,
} from '../../notice/index.ts';
import { drawRowId } from '../draw-row-id.ts';
import { nameOf } from '../row-words.ts';
import type { Draft } from './use-draft.ts';
import { useSingleTap } from './use-single-tap.ts';

/** The row whose panel is open, and what leads to it and away; the address tells which it is. */
export interface RowEditing {
  readonly table: Table | undefined;
  readonly rowId: string | undefined;
  readonly open: (row: string) => void;
  /** Opens the panel that an address of this page names. */
  readonly openAt: (address: string) => void;
  /** Opens a new row; it begins with the group of the last one, as lists go group by group. */
  readonly add: (table: string) => void;
  /** The row that was added last. */
  readonly begun: string | undefined;
  readonly remove: () => void;
  readonly close: () => void;
}

/** A row with the cells that it was given before anybody typed. */
interface Begun {
  readonly table: string;
  readonly row: string;
  readonly cells: Row['cells'];
}

/** How links of the page open a row's panel; undefined on pages that have none. */
export const OpenRowAt = createContext<RowEditing['openAt'] | undefined>(undefined);

export function useOpenRowAt(): RowEditing['openAt'] | undefined {
  return useContext(OpenRowAt);
}

/** `onDeleted` is told the name of a row that was deleted, empty where it had none. */
export function useRowEditing(
  draft: Draft,
  template: Template,
  onDeleted: (name: string) => void,
): RowEditing {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [address, go] = useAddressAhead(search);
  const table = template.tables.find(({ id }) => id === address.get('table'));
  const rowId = address.get('row') ?? undefined;
  const isOpen = rowId !== undefined;

  const tapped = useSingleTap();

  const openAt = useCallback(
    (to: string) => {
      if (!isOpen) tapped();
      go(to);
      // from one panel to the next the phone's own button leads back to where the first was opened
      void navigate(to, { replace: isOpen });
    },
    [navigate, go, isOpen, tapped],
  );
  const leave = () => {
    const next = new URLSearchParams(search);
    next.delete('table');
    next.delete('row');
    tapped();
    go(`?${next}`);
    void navigate(`?${next}`, { replace: true });
  };

  const { change } = draft;
  const [begun, setBegun] = useState<Begun>();
  const add = useCallback(
    (tableId: string) => {
      const id = drawRowId();
      const of = template.tables.find((one) => one.id === tableId);
      change((current) => {
        const cells = of ? groupOfLast(of, current) : {};
        setBegun({ table: tableId, row: id, cells });
        return withRowsAppended(current, tableId, [{ id, cells }]);
      });
      openAt(rowAddress(search, tableId, id));
    },
    [change, openAt, search, template],
  );

  // whichever way it was left, with the phone's own button too
  useEffect(() => {
    if (!begun || begun.row === rowId) return;
    setBegun(undefined);
    change((current) => withoutEmptyRow(current, begun));
  }, [begun, rowId, change]);

  return {
    table,
    rowId,
    open: (row) => table && openAt(rowAddress(search, table.id, row)),
    openAt,
    add,
    begun: begun?.row,
    remove: () => {
      const row = table && draft.content.tables[table.id]?.find(({ id }) => id === rowId);
      if (!table || !row) return;
      draft.change((current) => withoutRow(current, table.id, row.id));
      onDeleted(nameOf(table, row));
      leave();
    },
    close: () => {
      if (table && rowId) {
        const cells = begun?.row === rowId ? begun.cells : {};
        change((current) => withoutEmptyRow(current, { table: table.id, row: rowId, cells }));
      }
      leave();
    },
  };
}

/**
 * The address as it will be, known at once. The router follows in a transition, and on a slow phone
 * that is later than the next key or tap, which would go to what was just left.
 */
function useAddressAhead(
  search: URLSearchParams,
): [address: URLSearchParams, go: (to: string) => void] {
  const from = search.toString();
  const [ahead, setAhead] = useState<{ readonly from: string; readonly to: string }>();
  // what came of it, or whatever else led away
  if (ahead && ahead.from !== from) setAhead(undefined);
  const go = useCallback((to: string) => setAhead({ from, to }), [from]);
  useEffect(() => {
    const goBack = () => setAhead(undefined);
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, []);
  return [ahead?.from === from ? new URLSearchParams(ahead.to) : search, go];
}

/** The group that the last row is in; nothing where it has none. */
function groupOfLast(table: Table, content: NoticeContent): Record<string, string> {
  const column = table.columns.find(({ type }) => type === 'group');
  const last = rowsInOrder(content, table.id).at(-1);
  const group = column && last ? valueIn(last.cells, column.id).trim() : '';
  return column && group !== '' ? { [column.id]: group } : {};
}

/** A household that was begun, with these cells, and left so is nothing a person typed. */
function withoutEmptyRow(content: NoticeContent, { table, row, cells }: Begun): NoticeContent {
  const found = content.tables[table]?.find(({ id }) => id === row);
  const isEmpty =
    found &&
    Object.entries(found.cells).every(([id, text]) => text.trim() === '' || text === cells[id]);
  return isEmpty ? withoutRow(content, table, row) : content;
}

/** The address of a row's panel, over the page that stands at `search`. */
export function rowAddress(search: URLSearchParams, table: string, row: string): string {
  const next = new URLSearchParams(search);
  next.set('table', table);
  next.set('row', row);
  return `?${next}`;
}
