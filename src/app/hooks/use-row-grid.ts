import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Column, Table } from '../../catalogue/templates/index.ts';
import { type NoticeContent, withCell, withRowsAppended } from '../../notice/index.ts';
import { isTotalRow, readPastedCells, readTyped, readValue } from '../../spreadsheet/index.ts';
import { drawRowId } from '../draw-row-id.ts';
import { type GridPlace, movedBy, steppedOn } from '../grid-moves.ts';
import { maskedIn, rowsAdded, withBlock } from '../pasted-block.ts';
import type { NumberedRow } from '../row-arrangement.ts';
import type { Draft } from './use-draft.ts';
import { useShownNumbers } from './use-shown-numbers.ts';

/** What a paste did, or why it did nothing. */
export type PasteOutcome =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly columns: number;
      /** How many rows were sums and left out, and how many cells were masked. */
      readonly totals: number;
      readonly masked: number;
    }
  | { readonly ok: false };

export interface RowGridState {
  readonly lines: readonly NumberedRow[];
  /** Where the cursor is; column 0 is the row's number. */
  readonly place: GridPlace;
  readonly isEditing: boolean;
  /** Changes whenever the cell under the cursor is to begin anew. */
  readonly turn: number;
  readonly takesFocus: boolean;
  readonly type: (value: string) => void;
  readonly edit: () => void;
  readonly go: (place: GridPlace) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** The cursor has left the grid. */
  readonly leave: () => void;
}

/**
 * A list as a grid: where the cursor is, what keys and pastes do. While somebody works in it the
 * lines stay where they are, whatever sorting or a filter would make of what is typed. `page` says
 * how many lines are seen.
 */
export function useRowGrid({
  draft,
  table,
  rows,
  shown,
  page,
  onPasted,
}: {
  draft: Draft;
  table: Table;
  /** All rows of the table, and those that the list shows. */
  rows: readonly NumberedRow[];
  shown: readonly NumberedRow[];
  page: () => number;
  onPasted: (outcome: PasteOutcome) => void;
}): RowGridState {
  const numbers = useShownNumbers();
  const [held, setHeld] = useState<readonly string[]>();
  const [cursor, setCursor] = useState<{ readonly row: string; readonly place: GridPlace }>();
  const [isEditing, setEditing] = useState(false);
  const [turn, setTurn] = useState(0);
  /** What stood in the cell before it was edited. */
  const before = useRef('');

  const lines = useMemo(() => {
    if (!held) return shown;
    const byId = new Map(rows.map((line) => [line.row.id, line]));
    return held.flatMap((id) => byId.get(id) ?? []);
  }, [held, rows, shown]);
  const size = { lines: lines.length, columns: table.columns.length + 1, page: page() };
  const found = lines.findIndex(({ row }) => row.id === cursor?.row);
  const line = found >= 0 ? found : Math.min(cursor?.place.line ?? 0, lines.length - 1);
  const place = { line: Math.max(0, line), column: cursor?.place.column ?? 1 };
  const row = lines[place.line]?.row;
  const column = table.columns[place.column - 1];

  const hold = (added: readonly string[] = []) => {
    if (held && added.length === 0) return;
    setHeld([...(held ?? lines.map((one) => one.row.id)), ...added]);
  };
  const put = (value: string) => {
    if (row && column) draft.change((now) => withCell(now, table.id, row.id, column.id, value));
  };
  const edit = () => {
    if (isEditing || !row || !column) return;
    before.current = row.cells[column.id] ?? '';
    hold();
    setEditing(true);
  };
  const finish = () => {
    if (!isEditing || !row || !column) return;
    setEditing(false);
    draft.change((now) => asRead(now, table.id, row.id, column));
  };
  const goTo = (id: string, next: GridPlace) => {
    setCursor({ row: id, place: next });
    setTurn(turn + 1);
  };
  const go = (next: GridPlace) => {
    leaveField();
    finish();
    const target = lines[next.line];
    if (target) goTo(target.row.id, next);
  };
  const cancel = () => {
    put(before.current);
    setEditing(false);
    setTurn(turn + 1);
  };
  /** The next cell; behind the last one a new row begins. */
  const step = (direction: 1 | -1) => {
    const next = steppedOn(place, direction, size);
    if (next || direction === -1) return go(next ?? place);
    leaveField();
    finish();
    const id = drawRowId();
    hold([id]);
    draft.change((now) => withRowsAppended(now, table.id, [{ id, cells: {} }]));
    goTo(id, { line: lines.length, column: 1 });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // a key of an input method is the input method's, one on a box to tick is the box's
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'checkbox') return;
    const isDone = isEditing ? editKey(event) : moveKey(event);
    if (isDone) event.preventDefault();
  };
  const editKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    switch (key) {
      case 'Enter':
        go({
          ...place,
          line: Math.max(0, Math.min(lines.length - 1, place.line + (shiftKey ? -1 : 1))),
        });
        return true;
      case 'Tab':
        step(shiftKey ? -1 : 1);
        return true;
      case 'Escape':
        cancel();
        return true;
      default:
        return false;
    }
  };
  const moveKey = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const isWithControl = event.ctrlKey || event.metaKey;
    const next = movedBy(turned(event), place, size);
    if (next) {
      go(next);
      return true;
    }
    if (isWithControl && /^[zy]$/i.test(key)) {
      void draft.step(key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo');
      setTurn(turn + 1);
      return true;
    }
    if (!column || isWithControl || event.altKey) return false;
    if (key === 'F2' || key === 'Enter') {
      edit();
      // the caret behind the last letter, where one goes on
      const field = event.target;
      if (field instanceof HTMLInputElement)
        field.setSelectionRange(field.value.length, field.value.length);
      return true;
    }
    if (key === 'Delete') {
      put('');
      setTurn(turn + 1);
      return true;
    }
    if (key === ' ' && column.type === 'yesNo') {
      put(row?.cells[column.id] === 'yes' ? 'no' : 'yes');
      setTurn(turn + 1);
      return true;
    }
    return false;
  };

  const onPaste = (event: ClipboardEvent) => {
    if (isEditing || !row || !column) return;
    const html = event.clipboardData.getData('text/html');
    const answer = readPastedCells({ html, text: event.clipboardData.getData('text/plain') });
    if (!answer.ok && answer.problem !== 'empty') {
      event.preventDefault();
      return onPasted({ ok: false });
    }
    const copied = answer.ok ? answer.sheets[0]?.rows : undefined;
    if (!copied) return;
    const block = copied.filter((texts) => !isTotalRow(texts));
    event.preventDefault();
    const below = lines.slice(place.line).map((one) => one.row.id);
    const at = { table, rows: below, column: place.column - 1, shown: numbers };
    const added = rowsAdded(at, block, rows.length);
    if (added === undefined) return onPasted({ ok: false });
    const newIds = Array.from({ length: added }, drawRowId);
    hold(newIds);
    draft.change((now) => withBlock(now, at, block, newIds));
    setTurn(turn + 1);
    onPasted({
      ok: true,
      rows: block.length,
      columns: Math.max(0, ...block.map((one) => one.length)),
      totals: copied.length - block.length,
      masked: maskedIn(at, block),
    });
  };

  return {
    lines,
    place,
    isEditing,
    turn,
    takesFocus: turn > 0,
    type: (value) => {
      if (row && column) draft.type((now) => withCell(now, table.id, row.id, column.id, value));
    },
    edit,
    go,
    onKeyDown,
    onPaste,
    leave: () => {
      finish();
      setHeld(undefined);
    },
  };
}

/** The field masks what it holds when it is left, before it goes from the page. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
}

/** A date as the notice keeps it, a number without its unit; all else as it was typed. */
function asRead(content: NoticeContent, table: string, row: string, column: Column): NoticeContent {
  const text = content.tables[table]?.find(({ id }) => id === row)?.cells[column.id] ?? '';
  const value = column.type === 'date' ? readValue(column, text).value : readTyped(column, text);
  return value === text ? content : withCell(content, table, row, column.id, value);
}

/** Where a language runs from right to left, left is onwards. */
function turned(event: KeyboardEvent): { key: string; ctrlKey: boolean; metaKey: boolean } {
  const { key, ctrlKey, metaKey } = event;
  const isTurned = document.documentElement.dir === 'rtl';
  const mirrored = key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
  return { key: isTurned ? mirrored : key, ctrlKey, metaKey };
}
