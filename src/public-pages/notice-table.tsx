import {
  type DocumentColumn,
  type DocumentTable,
  namesPersons,
  secondLanguageOf,
} from '../notice/index.ts';
import { type ListDisplay, shownRow } from './person-lists.ts';

/**
 * A table of a notice, in the order of the sheet. Where it fits a screen of 320 px it stays a
 * table; where it does not, each row becomes a card there whose cells bear their column's name (in
 * the style, so that the words of the page remain those of the sheet).
 */
export function NoticeTable({
  table,
  display,
  second,
}: {
  readonly table: DocumentTable;
  readonly display: ListDisplay;
  /** The language of second headings. */
  readonly second?: string | undefined;
}) {
  const { columns, totals } = table;
  const isCards = !fitsNarrowScreen(table);
  const nameColumn = columns.findIndex(namesPersons);
  return (
    <table className={isCards ? 'cards' : 'fit'} aria-label={table.label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col">
              {columnHeading(column)}
              {column.second && (
                <>
                  <br />
                  <span lang={second} dir={secondLanguageOf(second ?? '')?.direction}>
                    {column.second}
                  </span>
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join(' ')}>
            {shownRow(columns, row, display).map((cell, index) => (
              <Cell
                key={columns[index]?.label ?? String(index)}
                column={columns[index]}
                text={cell}
                isHeading={index === nameColumn}
                isCard={isCards}
              />
            ))}
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            {totals.map((text, index) => (
              <Cell
                key={columns[index]?.label ?? String(index)}
                column={columns[index]}
                text={text}
                isHeading={index === 0}
                isCard={isCards && index > 0}
              />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell({
  column,
  text,
  isHeading,
  isCard,
}: {
  readonly column: DocumentColumn | undefined;
  readonly text: string;
  readonly isHeading: boolean;
  readonly isCard: boolean;
}) {
  if (isHeading) return <th scope="row">{text}</th>;
  return (
    <td
      className={column?.align === 'end' ? 'n' : undefined}
      data-l={isCard && column ? cardLabel(column) : undefined}
    >
      {text}
    </td>
  );
}

/** A column's name with its unit as the sheet prints it: 家庭人口数（人）. */
export function columnHeading({ label, unit }: DocumentColumn): string {
  return unit ? `${label}（${unit}）` : label;
}

/** What a card calls a cell: its column's name, in both languages where it has two. */
function cardLabel(column: DocumentColumn): string {
  const heading = columnHeading(column);
  return column.second ? `${heading} ${column.second}` : heading;
}

/** What a screen of 320 px offers a table beside its margins, in widths of a Chinese character. */
const NARROW_SCREEN = 15.5;
const CELL_PADDING = 0.7;

/** Whether all columns stand side by side at 320 px: headings may break, words in cells should not. */
export function fitsNarrowScreen({ columns, rows, totals = [] }: DocumentTable): boolean {
  const widths = columns.map((column, index) => {
    const cells = [...rows, totals].map((row) => widthOf(row[index] ?? ''));
    const heading = Math.min(2, widthOf(column.label));
    return Math.max(heading, ...cells) + CELL_PADDING;
  });
  return widths.reduce((sum, width) => sum + width, 0) <= NARROW_SCREEN;
}

/** A text's width in Chinese characters; letters and digits are about half as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u0250' ? 0.57 : 1;
  return width;
}
