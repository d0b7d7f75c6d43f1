import type { Column, Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn, withCell } from '../../notice/index.ts';
import { findPersonalData, maskText } from '../../privacy/index.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import type { NumberedRow } from '../row-arrangement.ts';
import { marksOf } from '../row-marks.ts';
import { nameColumnOf } from '../row-words.ts';
import { FindingNotes } from './finding-notes.tsx';
import styles from './row-grid.module.css';

/** What there is to say of the cell under the cursor, and the keys by which one works. */
export function RowGridNote({
  id,
  draft,
  table,
  line,
  column,
  isDuplicate,
}: {
  id: string;
  draft: Draft;
  table: Table;
  line: NumberedRow | undefined;
  /** Undefined where the cursor is on the row's number. */
  column: Column | undefined;
  isDuplicate: boolean;
}) {
  const { t, named } = useTranslation();
  const { problemSentence } = useProblemWords();
  const shown = useShownNumbers();
  const row = line?.row;
  const text = (column && row?.cells[column.id]) ?? '';
  const problem =
    row &&
    marksOf(table, row, shown).problems.find(
      ({ place }) => place.kind === 'cell' && place.column === column?.id,
    );
  const findings = column ? findPersonalData(text, contextOfColumn(column, shown)) : [];
  return (
    <div className={styles['note']}>
      <div id={id} className={styles['words']}>
        {problem && <p className={styles['noteWrong']}>{problemSentence(problem)}</p>}
        {isDuplicate && column && nameColumnOf(table) === column && (
          <p className={styles['noteWrong']}>{t('app.table.markDuplicate')}</p>
        )}
        {column?.help && <p>{named(column.help)}</p>}
        <p className={styles['keys']}>{t('app.grid.keys')}</p>
      </div>
      <FindingNotes
        findings={findings}
        onMask={(found) => {
          if (!row || !column) return;
          const masked = maskText(text, found);
          draft.change((now) => withCell(now, table.id, row.id, column.id, masked));
        }}
        onEmpty={
          row && column?.type === 'phone'
            ? () => draft.change((now) => withCell(now, table.id, row.id, column.id, ''))
            : undefined
        }
      />
    </div>
  );
}
