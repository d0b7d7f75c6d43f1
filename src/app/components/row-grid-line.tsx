import { memo, type ReactNode } from 'react';
import type { Column, Table } from '../../catalogue/templates/index.ts';
import { isReadable, printed } from '../../notice/index.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import type { NumberedRow } from '../row-arrangement.ts';
import { marksOf } from '../row-marks.ts';
import { nameColumnOf } from '../row-words.ts';
import styles from './row-grid.module.css';
import { RowLink } from './row-link.tsx';

interface RowGridLineProps {
  readonly table: Table;
  readonly line: NumberedRow;
  /** Where it stands on the screen, from 0. */
  readonly at: number;
  readonly isDuplicate: boolean;
  /** Where the row's panel is. */
  readonly to: string;
  /** The column that the cursor is in, 0 for the number; undefined where it is in another line. */
  readonly active: number | undefined;
  readonly input: ReactNode;
  readonly onPoint: (at: number, column: number) => void;
  readonly selection?: { readonly isSelected: boolean; readonly toggle: (id: string) => void };
}

/** One row as a line of cells, each with what is amiss in it in words. */
export const RowGridLine = memo(function RowGridLine({
  table,
  line: { row, number },
  at,
  isDuplicate,
  to,
  active,
  input,
  onPoint,
  selection,
}: RowGridLineProps) {
  const { t } = useTranslation();
  const words = { number, unit: table.rowUnit };
  return (
    <tr aria-rowindex={at + 2} className={selection?.isSelected ? styles['chosen'] : undefined}>
      <th scope="row" className={styles['number']}>
        {selection ? (
          <label>
            <input
              type="checkbox"
              checked={selection.isSelected}
              onChange={() => selection.toggle(row.id)}
              aria-label={t('app.table.selectRow', words)}
            />
            {number}
          </label>
        ) : (
          <RowLink
            to={to}
            tabIndex={active === 0 ? 0 : -1}
            data-cursor={active === 0 || undefined}
            aria-label={t('app.grid.openRow', words)}
          >
            {number}
          </RowLink>
        )}
      </th>
      {table.columns.map((column, index) => (
        <Cell
          key={column.id}
          table={table}
          row={row}
          column={column}
          isDuplicate={isDuplicate}
          input={active === index + 1 ? input : undefined}
          onPoint={() => onPoint(at, index + 1)}
        />
      ))}
    </tr>
  );
});

function Cell({
  table,
  row,
  column,
  isDuplicate,
  input,
  onPoint,
}: Pick<RowGridLineProps, 'table' | 'isDuplicate' | 'input'> &
  Pick<NumberedRow, 'row'> & { column: Column; onPoint: () => void }) {
  const { t } = useTranslation();
  const { problemSentence } = useProblemWords();
  const { problems, personal } = marksOf(table, row, useShownNumbers());
  const finding = personal.find((one) => one.column === column)?.finding;
  const problem = problems.find(({ place }) => place.kind === 'cell' && place.column === column.id);
  const isDoubtful = isDuplicate && nameColumnOf(table) === column;
  const remark = finding
    ? t('app.table.markOf', {
        mark: t('app.table.markPersonal'),
        kind: t(`app.finding.${finding.kind}`),
      })
    : problem
      ? problemSentence(problem)
      : isDoubtful
        ? t('app.table.markDuplicate')
        : undefined;
  const tone = finding || problem ? 'wrong' : isDoubtful ? 'doubt' : 'cell';
  return (
    <td
      className={[styles[tone], isFigure(column.type) && styles['figure']]
        .filter(Boolean)
        .join(' ')}
      onMouseDown={(event) => {
        if (input) return;
        event.preventDefault();
        onPoint();
      }}
    >
      {input ?? <Text column={column} value={row.cells[column.id] ?? ''} />}
      {remark && <span className={styles['remark']}>{remark}</span>}
    </td>
  );
}

function Text({ column, value }: { column: Column; value: string }) {
  const { t } = useTranslation();
  if (column.type === 'yesNo' && (value === 'yes' || value === 'no')) return t(`app.edit.${value}`);
  const text = printed(column.type, value);
  // what cannot be read is shown as it was written
  return text === '' || !isReadable(column.type, value) ? text : text + (column.unit ?? '');
}

/** Figures stand under each other, digit by digit. */
export function isFigure(type: Column['type']): boolean {
  return type === 'count' || type === 'amount' || type === 'rate' || type === 'year';
}
