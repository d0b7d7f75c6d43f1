import type { DocumentColumn, DocumentTable } from '../../notice/index.ts';
import { textOf } from './break-by-sense.ts';
import { columnWidths } from './column-widths.ts';
import { breakLines } from './line-break.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import type { Face, TextMeasure } from './text-measure.ts';

/** A table's texts with their widths in ems, measured once for all sizes of type. */
export interface MeasuredTable {
  readonly table: DocumentTable;
  readonly columns: readonly MeasuredColumn[];
}

interface MeasuredColumn {
  readonly column: DocumentColumn;
  readonly label: number;
  readonly unit: number;
  /** Of the cells, the totals' included. */
  readonly widest: number;
  /** The width that 19 cells of 20 do not pass. */
  readonly usual: number;
  readonly cells: readonly number[];
  /** Widest part before and from the decimal point; undefined where the column is no numbers. */
  readonly numbers: { readonly whole: number; readonly fraction: number } | undefined;
}

export interface CellLayout {
  readonly lines: readonly string[];
  /** Space to the right of a number, in mm, that puts its decimal point under the others. */
  readonly end?: number;
}

export interface RowLayout {
  readonly height: number;
  readonly cells: readonly CellLayout[];
  /** Whether the row before it is the upper part of this one, which is higher than a sheet. */
  readonly continued: boolean;
}

export interface TableLayout {
  readonly label: string;
  readonly halves: 1 | 2;
  /** Width of one half and of the space between the two, in mm. */
  readonly halfWidth: number;
  readonly between: number;
  readonly widths: readonly number[];
  readonly aligns: readonly DocumentColumn['align'][];
  readonly header: RowLayout;
  readonly rows: readonly RowLayout[];
  readonly totals: RowLayout | undefined;
}

/** Rows from which a list is set twice side by side. */
const ROWS_FOR_TWO = 14;
const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;

export function measureTable(table: DocumentTable, measure: TextMeasure): MeasuredTable {
  const columns = table.columns.map((column, index): MeasuredColumn => {
    const texts = table.rows.map((row) => row[index] ?? '');
    const cells = texts.map((text) => measure(text, 'text'));
    const totals = table.totals?.[index] ?? '';
    const sorted = [...cells].sort((a, b) => a - b);
    return {
      column,
      label: measure(column.label, 'strong'),
      unit: column.unit ? measure(unitLabel(column.unit), 'strong') : 0,
      widest: Math.max(sorted.at(-1) ?? 0, measure(totals, 'strong')),
      usual: sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0,
      cells,
      numbers: column.align === 'end' ? numberParts([...texts, totals], measure) : undefined,
    };
  });
  return { table, columns };
}

function unitLabel(unit: string): string {
  return `（${unit}）`;
}

function numberParts(texts: readonly string[], measure: TextMeasure) {
  let whole = 0;
  let fraction = 0;
  for (const text of texts) {
    if (!NUMBER.test(text)) continue;
    whole = Math.max(whole, measure(wholeOf(text), 'text'));
    fraction = Math.max(fraction, measure(text.slice(wholeOf(text).length), 'text'));
  }
  return whole > 0 ? { whole, fraction } : undefined;
}

function wholeOf(number: string): string {
  return number.split('.')[0] ?? '';
}

/** Lays a table out at a size of type. `highest`: the height, in mm, above which a row is continued. */
export function layOutTable(
  measured: MeasuredTable,
  scale: TypeScale,
  room: number,
  highest: number,
  measure: TextMeasure,
): TableLayout {
  const { table, columns } = measured;
  const em = scale.tablePt * MM_PER_POINT;
  const between = em * 0.9;
  const inset = columns.length > 12 ? scale.inset * 0.3 : scale.inset;
  const demands = columns.map((one) => demandOf(one, em, inset));
  const usual = columns.reduce((sum, one, index) => {
    const header = headerWidth(one) * em + 2 * inset;
    return (
      sum + Math.max(header, Math.min(demands[index]?.wanted ?? 0, one.usual * em + 2 * inset))
    );
  }, 0);
  const halves =
    table.twoUp && table.rows.length >= ROWS_FOR_TWO && usual <= (room - between) / 2 ? 2 : 1;
  const halfWidth = halves === 2 ? (room - between) / 2 : room;
  const widths = columnWidths(demands, halfWidth);

  const linesOf = (text: string, width: number, column: number, face: Face): string[] => {
    const width_ = ((widths[column] ?? 0) - 2 * inset) / em;
    if (width <= width_ + 1e-6) return [text];
    const breaking = { measure, face, room: () => ({ indent: 0, width: width_ }) };
    return breakLines([{ text, strong: false }], breaking).map(textOf);
  };
  const rowOf = (cells: CellLayout[]): RowLayout => {
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
    return { height: scale.row + (lines - 1) * scale.rowLine, cells, continued: false };
  };
  const cellOf = (text: string, width: number, index: number, face: Face): CellLayout => {
    const lines = linesOf(text, width, index, face);
    const numbers = columns[index]?.numbers;
    if (!numbers || lines.length > 1 || !NUMBER.test(text)) return { lines };
    const spare = (widths[index] ?? 0) - (numbers.whole + numbers.fraction) * em;
    const fraction = measure(text.slice(wholeOf(text).length), face);
    return { lines, end: Math.max(0, spare / 2 + (numbers.fraction - fraction) * em) };
  };

  const header = rowOf(
    columns.map(({ column, label, unit }, index) => {
      const together = column.unit ? column.label + unitLabel(column.unit) : column.label;
      if (label + unit <= ((widths[index] ?? 0) - 2 * inset) / em) return { lines: [together] };
      const lines = linesOf(column.label, label, index, 'strong');
      const balanced = lines.length === 2 ? balancedLabel(column.label) : lines;
      return { lines: column.unit ? [...balanced, unitLabel(column.unit)] : balanced };
    }),
  );
  const rows = table.rows.flatMap((row, at) => {
    const whole = rowOf(
      columns.map((one, index) => cellOf(row[index] ?? '', one.cells[at] ?? 0, index, 'text')),
    );
    return whole.height <= highest ? [whole] : continuedRows(whole, scale, highest);
  });
  const totals = table.totals;
  return {
    label: table.label,
    halves,
    halfWidth,
    between: halves === 2 ? between : 0,
    widths,
    aligns: columns.map((one) => one.column.align),
    header: { ...header, height: header.height + scale.row * 0.12 },
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

function demandOf(one: MeasuredColumn, em: number, inset: number) {
  const header = headerWidth(one);
  const numbers = one.numbers ? one.numbers.whole + one.numbers.fraction : 0;
  const content = Math.max(one.widest, numbers);
  const most = one.column.align === 'start' ? 5 : 8;
  return {
    wanted: Math.max(content, header) * em + 2 * inset + 0.2,
    least: Math.max(Math.min(content, most), header) * em + 2 * inset + 0.2,
    share: Math.max(1, Math.min(content, 6)),
  };
}

/** A header's label may stand in two lines, its unit in a line of its own. */
function headerWidth({ label, unit }: MeasuredColumn): number {
  return Math.max(label > 3 ? Math.ceil(label / 2) : label, Math.min(unit, 4));
}

function balancedLabel(label: string): string[] {
  const characters = [...label];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(''), characters.slice(half).join('')];
}

/** Parts of a row that is higher than a sheet: the one case in which a row must be continued. */
function continuedRows(row: RowLayout, scale: TypeScale, highest: number): RowLayout[] {
  const linesAPart = Math.max(1, Math.floor((highest - scale.row) / scale.rowLine) + 1);
  const lines = Math.max(...row.cells.map((cell) => cell.lines.length));
  const parts: RowLayout[] = [];
  for (let from = 0; from < lines; from += linesAPart) {
    const count = Math.min(linesAPart, lines - from);
    parts.push({
      height: scale.row + (count - 1) * scale.rowLine,
      cells: row.cells.map((cell) => ({ lines: cell.lines.slice(from, from + count) })),
      continued: from > 0,
    });
  }
  return parts;
}
