import type { DocumentColumn } from '../notice/index.ts';
import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import {
  type CellLayout,
  type RowLayout,
  SECOND_HEADING,
  type TableLayout,
  type TypeScale,
} from './layout/index.ts';
import { numbered } from './numbered.ts';
import { TextLines } from './text-lines.tsx';

/**
 * Rows of a table under its repeated header. A list set twice side by side is two tables, the left
 * one first, so that whoever reads or copies the sheet meets the rows in their order.
 */
export function TableBlock(props: {
  table: TableLayout;
  scale: TypeScale;
  from: number;
  to: number;
  top: number;
  left: number;
  totals: boolean;
}) {
  const { table, scale, from, to, top, left } = props;
  const middle = table.halves === 2 ? from + Math.ceil((to - from) / 2) : to;
  const leftRows = table.rows.slice(from, middle);
  const rightRows = table.rows.slice(middle, to);
  const heights = leftRows.map((row, at) => Math.max(row.height, rightRows[at]?.height ?? 0));
  const totals = props.totals ? table.totals : undefined;
  const half = { table, scale, top, heights };
  if (table.halves === 1) return <Half {...half} rows={leftRows} left={left} totals={totals} />;
  const end = top + table.header.height + heights.reduce((total, height) => total + height, 0);
  return (
    <>
      <Half {...half} rows={leftRows} left={left} totals={undefined} />
      <Half
        {...half}
        rows={rightRows}
        left={left + table.halfWidth + table.between}
        totals={undefined}
      />
      {totals && <TotalsLine table={table} scale={scale} totals={totals} top={end} left={left} />}
    </>
  );
}

function tableStyle(scale: TypeScale, top: number, left: number, width: number) {
  return {
    top: `${top}mm`,
    left: `${left}mm`,
    width: `${width}mm`,
    fontSize: `${scale.tablePt}pt`,
    lineHeight: `${scale.rowLine}mm`,
    fontFamily: FACE_FAMILIES.text,
  };
}

const strong = { fontFamily: FACE_FAMILIES.strong, fontWeight: FACE_WEIGHTS.strong };

function Half(props: {
  table: TableLayout;
  scale: TypeScale;
  rows: readonly RowLayout[];
  heights: readonly number[];
  top: number;
  left: number;
  totals: RowLayout | undefined;
}) {
  const { table, rows, heights, totals, scale, top, left } = props;
  return (
    <table
      className="sheet-table"
      aria-label={table.label}
      style={tableStyle(scale, top, left, table.halfWidth)}
    >
      <colgroup>
        {numbered(table.widths).map(({ key, item }) => (
          <col key={key} style={{ width: `${item}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ ...strong, height: `${table.header.height}mm` }}>
          {numbered(table.header.cells).map(({ key, item }) => (
            <th key={key} scope="col">
              <TextLines lines={item.lines} />
              {item.second && <SecondHeading lines={item.second} table={table} scale={scale} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(({ key, index, item }) => (
          <Row key={key} row={item} height={heights[index] ?? item.height} table={table} />
        ))}
      </tbody>
      {totals && (
        <tfoot style={strong}>
          <Row row={totals} height={totals.height} table={table} />
        </tfoot>
      )}
    </table>
  );
}

/** A column's name for those who read the second language. */
function SecondHeading(props: { lines: readonly string[]; table: TableLayout; scale: TypeScale }) {
  const { lines, table, scale } = props;
  const { language } = table;
  if (!language) return null;
  const style = {
    fontFamily: FACE_FAMILIES[language.script],
    fontWeight: FACE_WEIGHTS[language.script],
    fontSize: `${scale.tablePt * SECOND_HEADING}pt`,
  };
  return (
    <span
      className="sheet-second-heading"
      lang={language.tag}
      dir={language.direction}
      style={style}
    >
      <TextLines lines={lines} />
    </span>
  );
}

function Row(props: { row: RowLayout; height: number; table: TableLayout }) {
  const { row, height, table } = props;
  return (
    <tr style={{ height: `${height}mm` }}>
      {numbered(row.cells).map(({ key, index, item }) => (
        <Cell key={key} cell={item} align={table.columns[index]?.align ?? 'start'} />
      ))}
    </tr>
  );
}

/** Numbers stand with their points under each other; words in a column of numbers are centred. */
function Cell({ cell, align }: { cell: CellLayout; align: DocumentColumn['align'] }) {
  const lines = <TextLines lines={cell.lines} />;
  if (cell.end !== undefined) {
    return (
      <td className="sheet-cell-end" style={{ paddingRight: `${cell.end}mm` }}>
        {lines}
      </td>
    );
  }
  return align === 'start' ? <td className="sheet-cell-start">{lines}</td> : <td>{lines}</td>;
}

/** Thickness of a table's outer rules, in mm (poster.css). */
const RULE = 0.4;

/** The totals of both halves in one line under them. */
function TotalsLine(props: {
  table: TableLayout;
  scale: TypeScale;
  totals: RowLayout;
  top: number;
  left: number;
}) {
  const { table, scale, totals, top, left } = props;
  const width = table.halfWidth * 2 + table.between;
  // its upper rule lies on the left half's lower one, and closes what the shorter half leaves open
  return (
    <p
      className="sheet-totals"
      style={{
        ...tableStyle(scale, top - RULE, left, width),
        ...strong,
        height: `${totals.height + RULE}mm`,
        lineHeight: `${totals.height - RULE}mm`,
      }}
    >
      {numbered(totals.cells).map(({ key, index, item }) => {
        const text = item.lines.join('');
        if (text === '') return null;
        const column = table.columns[index];
        return (
          <span key={key}>
            {index > 0 && column?.label} {text}
            {index > 0 && column?.unit && ` ${column.unit}`}
          </span>
        );
      })}
    </p>
  );
}
