import { memo } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import type { Row } from '../../notice/index.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { marksOf } from '../row-marks.ts';
import { nameOf, restOf } from '../row-words.ts';
import { FontRemark } from './font-remark.tsx';
import styles from './row-card.module.css';
import { RowLink } from './row-link.tsx';

interface RowCardProps {
  readonly table: Table;
  readonly row: Row;
  readonly number: number;
  readonly isDuplicate: boolean;
  /** Nothing is said of what is amiss, as the row is not in the draft yet. */
  readonly isPlain?: boolean;
  /** Where the row's editor is. */
  readonly to: string;
  /** While rows are being selected: whether this one is, and what a tap does. */
  readonly selection?: { readonly isSelected: boolean; readonly toggle: (id: string) => void };
}

/** One row to be read: who, the rest in a line, and what is amiss in words. */
export const RowCard = memo(function RowCard({
  table,
  row,
  number,
  isDuplicate,
  isPlain = false,
  to,
  selection,
}: RowCardProps) {
  const { t } = useTranslation();
  const content = (
    <>
      <span className={styles['number']}>{number}</span>
      <span className={styles['words']}>
        <span className={styles['name']}>{nameOf(table, row) || t('app.edit.unnamed')}</span>
        {isPlain ? (
          <span className={styles['rest']}>{restOf(table, row)}</span>
        ) : (
          <RowRemark table={table} row={row} isDuplicate={isDuplicate} />
        )}
      </span>
    </>
  );
  if (!selection) {
    return (
      <RowLink className={styles['card']} to={to}>
        {content}
      </RowLink>
    );
  }
  return (
    <label className={styles['card']}>
      <input
        type="checkbox"
        checked={selection.isSelected}
        onChange={() => selection.toggle(row.id)}
        aria-label={t('app.table.selectRow', { number, unit: table.rowUnit })}
      />
      {content}
    </label>
  );
});

/** The first thing that is amiss, else what the row says. */
function RowRemark({
  table,
  row,
  isDuplicate,
}: Pick<RowCardProps, 'table' | 'row' | 'isDuplicate'>) {
  const { t } = useTranslation();
  const { problemSentence } = useProblemWords();
  const { problems, personal } = marksOf(table, row, useShownNumbers());
  const [finding] = personal;
  const [problem] = problems;
  if (finding) {
    const kind = t(`app.finding.${finding.finding.kind}`);
    return (
      <span className={styles['wrong']}>
        {t('app.table.markOf', { mark: t('app.table.markPersonal'), kind })}
      </span>
    );
  }
  if (problem) return <span className={styles['wrong']}>{problemSentence(problem)}</span>;
  return (
    <span className={styles['rest']}>
      {isDuplicate && <span className={styles['doubt']}>{t('app.table.markDuplicate')} · </span>}
      <FontRemark table={table} row={row} className={styles['doubt']} />
      {restOf(table, row)}
    </span>
  );
}
