import { type FocusEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Column, Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn } from '../../notice/index.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { type PasteOutcome, useRowGrid } from '../hooks/use-row-grid.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import type { NumberedRow } from '../row-arrangement.ts';
import { marksOf } from '../row-marks.ts';
import styles from './row-grid.module.css';
import { RowGridInput } from './row-grid-input.tsx';
import { isFigure, RowGridLine } from './row-grid-line.tsx';
import { RowGridNote } from './row-grid-note.tsx';

/** A table's rows and cells are those of a grid once it is called one. */
const GRID = { role: 'grid' } as const;
/** Room for lines that are not drawn; nothing to be read. */
const GAP = { 'aria-hidden': true } as const;

/** Lines kept ready above and below what is seen. */
const READY = 2;

/**
 * A list at a desk: the data grid of the ARIA Authoring Practices, of which only what is seen stands
 * in the page and only the cell under the cursor is a field.
 */
export function RowGrid({
  draft,
  table,
  rows,
  shown,
  doubled,
  addressOf,
  selection,
  onPasted,
}: {
  draft: Draft;
  table: Table;
  rows: readonly NumberedRow[];
  /** As found, filtered and sorted. */
  shown: readonly NumberedRow[];
  doubled: ReadonlySet<string>;
  /** Where a row's panel is. */
  addressOf: (row: string) => string;
  selection:
    | { readonly ids: ReadonlySet<string>; readonly toggle: (id: string) => void }
    | undefined;
  onPasted: (outcome: PasteOutcome) => void;
}) {
  const { t, named } = useTranslation();
  const noteId = useId();
  const numbers = useShownNumbers();
  const { frame, seen, height, onScroll, pageOf } = useSeenLines();
  const grid = useRowGrid({ draft, table, rows, shown, page: pageOf, onPasted });
  const { lines, place } = grid;
  const current = lines[place.line];
  const column = table.columns[place.column - 1];
  useCursorInSight(frame, grid.turn);

  const parts = partsOf(lines, place.line, {
    from: Math.max(0, seen.first - READY),
    to: Math.min(lines.length, seen.first + seen.count + READY),
  });
  const leave = ({ currentTarget }: FocusEvent<HTMLTableElement>) => {
    // where the cursor only goes on to another cell it is back by then
    requestAnimationFrame(() => {
      if (!currentTarget.contains(document.activeElement)) grid.leave();
    });
  };

  const value = (column && current?.row.cells[column.id]) ?? '';
  const marks = current && marksOf(table, current.row, numbers);
  const isInvalid =
    marks?.problems.some((one) => one.place.kind === 'cell' && one.place.column === column?.id) ===
    true;
  const input = current && column && (
    <RowGridInput
      key={`${column.id} ${grid.turn}`}
      label={`${named(column.label)} ${t('app.table.rowNumber', { number: current.number, unit: table.rowUnit })}`}
      describedBy={noteId}
      column={column}
      value={value}
      context={contextOfColumn(column, numbers)}
      isInvalid={isInvalid}
      isEditing={grid.isEditing}
      takesFocus={grid.takesFocus}
      onType={grid.type}
      onEdit={grid.edit}
    />
  );
  return (
    <div className={styles['desk']}>
      <div ref={frame} className={styles['frame']} onScroll={onScroll}>
        <table
          {...GRID}
          aria-label={named(table.label)}
          aria-rowcount={lines.length + 1}
          aria-colcount={table.columns.length + 1}
          className={styles['grid']}
          style={{ minWidth: `${widthOfAll(table)}rem` }}
          onKeyDown={grid.onKeyDown}
          onPaste={grid.onPaste}
          onBlur={leave}
        >
          <colgroup>
            <col style={{ width: `${NUMBER_WIDTH}rem` }} />
            {table.columns.map((one) => (
              <col key={one.id} style={{ width: `${widthOf(one)}rem` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('app.table.serialNumber')}</th>
              {table.columns.map(({ id, label, type }) => (
                <th key={id} scope="col" className={isFigure(type) ? styles['figure'] : undefined}>
                  {named(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) =>
              part.kind === 'gap' ? (
                <tr key={`gap ${part.from}`} {...GAP}>
                  <td
                    colSpan={table.columns.length + 1}
                    style={{ height: (part.to - part.from) * height }}
                  />
                </tr>
              ) : (
                <RowGridLine
                  key={part.line.row.id}
                  table={table}
                  line={part.line}
                  at={part.at}
                  isDuplicate={doubled.has(part.line.row.id)}
                  to={addressOf(part.line.row.id)}
                  active={part.at === place.line ? place.column : undefined}
                  input={part.at === place.line ? input : undefined}
                  onPoint={(line, column) => grid.go({ line, column })}
                  {...(selection
                    ? {
                        selection: {
                          isSelected: selection.ids.has(part.line.row.id),
                          toggle: selection.toggle,
                        },
                      }
                    : {})}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      <RowGridNote
        id={noteId}
        draft={draft}
        table={table}
        line={current}
        column={column}
        isDuplicate={current !== undefined && doubled.has(current.row.id)}
      />
    </div>
  );
}

/** Which lines are seen, counted from 0; all are equally high. */
function useSeenLines() {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(56);
  const [seen, setSeen] = useState({ first: 0, count: 12 });
  const look = () => {
    const element = frame.current;
    const line = element?.querySelector<HTMLElement>('tbody > tr:not([aria-hidden])');
    if (!element || !line) return;
    const measured = line.offsetHeight || height;
    const first = Math.floor(element.scrollTop / measured);
    const count = Math.ceil(element.clientHeight / measured);
    setHeight(measured);
    setSeen((before) =>
      before.first === first && before.count === count ? before : { first, count },
    );
  };
  useLayoutEffect(look);
  return { frame, seen, height, onScroll: look, pageOf: () => Math.max(1, seen.count - 2) };
}

/** Brings the cell under the cursor into sight after each move. */
function useCursorInSight(frame: { readonly current: HTMLDivElement | null }, turn: number): void {
  useLayoutEffect(() => {
    const element = frame.current;
    if (turn === 0 || !element) return;
    const cursor = element.querySelector<HTMLElement>('td input, [data-cursor]');
    const cell = cursor?.closest('td, th');
    if (cell) bringIntoSight(element, cell);
    if (cursor?.matches('[data-cursor]')) cursor.focus({ preventScroll: true });
    element.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [turn, frame]);
}

/** Scrolls the frame alone, as far as it must: its heading and its numbers cover what lies under them. */
function bringIntoSight(frame: HTMLElement, cell: Element): void {
  const [outer, inner] = [frame.getBoundingClientRect(), cell.getBoundingClientRect()];
  const head = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const numbers = frame.querySelector('tbody th')?.getBoundingClientRect().width ?? 0;
  const above = inner.top - outer.top - head;
  const below = inner.bottom - outer.bottom;
  if (above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += below;
  if (cell.matches('th')) return;
  const isTurned = getComputedStyle(frame).direction === 'rtl';
  const before = isTurned ? 0 : numbers;
  const behind = isTurned ? numbers : 0;
  const left = inner.left - outer.left - before;
  const right = inner.right - outer.right + behind;
  if (left < 0) frame.scrollLeft += left;
  else if (right > 0) frame.scrollLeft += right;
}

/** How wide each column is at least, in rem; what is left over they share alike. */
function widthOf({ type }: Column): number {
  switch (type) {
    case 'count':
    case 'rate':
    case 'year':
    case 'yesNo':
      return 7;
    case 'name':
    case 'group':
    case 'amount':
    case 'date':
      return 9;
    case 'phone':
      return 10;
    case 'text':
      return 12;
    case 'longText':
      return 16;
  }
}

/** In rem: room for three digits and a box to tick. */
const NUMBER_WIDTH = 5;

function widthOfAll({ columns }: Table): number {
  return columns.reduce((sum, column) => sum + widthOf(column), NUMBER_WIDTH);
}

type Part =
  | { readonly kind: 'line'; readonly line: NumberedRow; readonly at: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

/**
 * The lines that are seen and the room of those that are not. The line with the cursor stays in any
 * case, or the cursor would be lost in scrolling.
 */
function partsOf(
  lines: readonly NumberedRow[],
  cursor: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Part[] {
  const seen = lines.slice(from, to).map((line, offset) => ({ line, at: from + offset }));
  const current = lines[cursor];
  if (current && cursor < from) seen.unshift({ line: current, at: cursor });
  if (current && cursor >= to) seen.push({ line: current, at: cursor });
  let drawn = 0;
  const parts: Part[] = [];
  const leaveOut = (until: number) => {
    if (until > drawn) parts.push({ kind: 'gap', from: drawn, to: until });
  };
  for (const { line, at } of seen) {
    leaveOut(at);
    parts.push({ kind: 'line', line, at });
    drawn = at + 1;
  }
  leaveOut(lines.length);
  return parts;
}
