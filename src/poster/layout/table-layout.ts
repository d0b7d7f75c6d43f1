import type { DocumentColumn, SecondLanguage } from '../../notice/index.ts';
import { breakBySense, textOf } from './break-by-sense.ts';
import { cellLines } from './cell-lines.ts';
import { columnWidths } from './column-widths.ts';
import { withFewerLines, withSpareShared } from './fewer-lines.ts';
import { breakLines } from './line-break.ts';
import {
  decimalParts,
  demandOf,
  type MeasuredColumn,
  type MeasuredTable,
  SECOND_HEADING,
  unitLabel,
} from './measured-table.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import type { Face, TextMeasure } from './text-measure.ts';

export interface CellLayout {
  readonly lines: readonly string[];
  /** Of a heading: the same in the second language. */
  readonly second?: readonly string[];
  /** Space to the right of a number, in mm, that puts its decimal point under the others. */
  readonly end?: number;
}

export interface RowLayout {
  readonly height: number;
  readonly cells: readonly CellLayout[];
}

export interface TableLayout {
  readonly label: string;
  readonly halves: 1 | 2;
  /** Width of one half and of the space between the two, in mm. */
  readonly halfWidth: number;
  readonly between: number;
  readonly widths: readonly number[];
  readonly columns: readonly DocumentColumn[];
  /** Of the second headings. */
  readonly language: SecondLanguage | undefined;
  readonly header: RowLayout;
  readonly rows: readonly RowLayout[];
  readonly totals: RowLayout | undefined;
  /** Lines that a usual row takes: many in a table with many columns. */
  readonly usualLines: number;
  /** Height that half the rows do not pass. */
  readonly usualHeight: number;
}

/** Rows from which a list is set twice side by side. */
const ROWS_FOR_TWO = 10;
/** What cells keep of their side space where there are more columns than that. */
const SIDE_SPACE = [
  { above: 12, kept: 0.3 },
  { above: 9, kept: 0.6 },
] as const;

/**
 * Lays a table out at a size of type. `highest`: the height, in mm, above which a row with its header
 * is continued.
 */
export function layOutTable(
  measured: MeasuredTable,
  scale: TypeScale,
  room: number,
  highest: number,
  measure: TextMeasure,
): TableLayout {
  const { table, columns, language } = measured;
  const em = scale.tablePt * MM_PER_POINT;
  const gutter = em * 0.9;
  const inset = scale.inset * (SIDE_SPACE.find(({ above }) => columns.length > above)?.kept ?? 1);
  const demands = columns.map((one) => demandOf(one, em, inset));
  const least = demands.reduce((sum, one) => sum + Math.max(one.tight, one.least), 0);
  const fitsTwice = least <= (room - gutter) / 2;
  const halves = table.twoUp && table.rows.length >= ROWS_FOR_TWO && fitsTwice ? 2 : 1;
  const halfWidth = halves === 2 ? (room - gutter) / 2 : room;
  const oneLine = demands.reduce((sum, one) => sum + one.oneLine, 0);
  const sidesOf = 2 * inset - em * 1e-6;
  const demanded =
    oneLine <= halfWidth
      ? columnWidths(
          demands.map((one) => ({ ...one, most: one.oneLine })),
          halfWidth,
        )
      : columnWidths(demands, halfWidth);
  const rooms = demanded.map((width) => (width - sidesOf) / em);
  const fewer = withFewerLines(columns, rooms, measure);
  const widths = withSpareShared(columns, fewer, measure).map((room) => room * em + sidesOf);

  /** Room for a column's text, in ems. */
  const roomIn = (index: number) => ((widths[index] ?? 0) - 2 * inset) / em + 1e-6;
  const breakers = columns.map((column) => cellLines(column, measure));
  const cellOf = (text: string, width: number, index: number, face: Face): CellLayout => {
    const available = roomIn(index);
    if (width > available) return { lines: breakers[index]?.(text, available, face) ?? [text] };
    const numbers = columns[index]?.numbers;
    const parts = numbers && decimalParts(text);
    if (!parts) return { lines: [text] };
    const spare = (widths[index] ?? 0) - (numbers.whole + numbers.fraction) * em;
    const missing = (numbers.fraction - measure(parts.fraction, face)) * em;
    return { lines: [text], end: Math.max(0, spare / 2 + missing) };
  };
  const rowOf = (cells: readonly CellLayout[]): RowLayout => {
    const lines = Math.max(
      1,
      ...cells.map((cell) => cell.lines.length + (cell.second?.length ?? 0)),
    );
    // several lines fill their row; their first and last keep off its rules
    const air = lines > 1 ? scale.inset * 0.8 : 0;
    return { height: scale.row + (lines - 1) * scale.rowLine + air, cells };
  };

  const headingLines = ({ column, label, unit }: MeasuredColumn, available: number): string[] => {
    const text = column.unit ? unitLabel(column.unit) : '';
    if (label + unit <= available) return [column.label + text];
    const lines = breakBySense(column.label, available, measure, 'strong');
    if (!column.unit) return lines;
    return [...lines, unit <= available ? text : unitLabel(column.unit, 'narrow')];
  };
  const secondHeading = ({ column }: MeasuredColumn, available: number): string[] => {
    if (!language || !column.second) return [];
    const room = () => ({ indent: 0, width: available / SECOND_HEADING, hang: false });
    const runs = [{ text: column.second, strong: false }];
    return breakLines(runs, { measure, face: language.script, room }).map(textOf);
  };
  const header = rowOf(
    columns.map((column, index) => {
      const lines = headingLines(column, roomIn(index));
      const second = secondHeading(column, roomIn(index));
      return second.length > 0 ? { lines, second } : { lines };
    }),
  );
  const headerHeight = header.height + scale.row * 0.12;
  const { totals } = table;
  const totalsHeight = totals ? scale.row : 0;
  const rows = table.rows.flatMap((row, at) => {
    const cells = columns.map(({ cells }, index) =>
      cellOf(row[index] ?? '', cells[at] ?? 0, index, 'text'),
    );
    return continuedRows(rowOf(cells), scale, highest - headerHeight - totalsHeight);
  });
  return {
    label: table.label,
    halves,
    halfWidth,
    between: halves === 2 ? gutter : 0,
    widths,
    columns: table.columns,
    language,
    usualLines: Math.max(
      ...columns.map((one, index) => cellOf(one.usualText, one.usual, index, 'text').lines.length),
    ),
    usualHeight: medianOf(rows.map(({ height }) => height)),
    header: { ...header, height: headerHeight },
    rows: rows.length > 0 ? rows : [rowOf(columns.map(() => ({ lines: [''] })))],
    totals:
      totals &&
      rowOf(
        columns.map((_, index) => {
          const text = totals[index] ?? '';
          return cellOf(text, measure(text, 'strong'), index, 'strong');
        }),
      ),
  };
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The row; one that is higher than a sheet in parts, the one case in which a row must be continued. */
function continuedRows(row: RowLayout, scale: TypeScale, highest: number): RowLayout[] {
  if (row.height <= highest) return [row];
  const linesAPart = Math.max(1, Math.floor((highest - scale.row) / scale.rowLine) + 1);
  const lines = Math.max(...row.cells.map((cell) => cell.lines.length));
  const parts: RowLayout[] = [];
  for (let from = 0; from < lines; from += linesAPart) {
    const to = Math.min(from + linesAPart, lines);
    parts.push({
      height: scale.row + (to - from - 1) * scale.rowLine,
      cells: row.cells.map((cell) => ({ lines: cell.lines.slice(from, to) })),
    });
  }
  return parts;
}
