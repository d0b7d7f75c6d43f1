import type { ReactNode } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { contextOfColumn, isReadable } from '../../notice/index.ts';
import type { ImportedRow, ImportPlan, RowDoubt } from '../../spreadsheet/index.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useSomeOf } from '../hooks/use-some-of.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { type ImportChoices, toggled, withAll, withMended } from '../import-choices.ts';
import { nameOf } from '../row-words.ts';
import { Button } from './button.tsx';
import styles from './import-rows.module.css';
import { ValueField } from './value-field.tsx';

/** So many rows are shown at a time, so that a file full of doubts opens as fast as any. */
const SHOWN = 20;

interface ImportRowsProps {
  readonly table: Table;
  readonly plan: ImportPlan;
  readonly choices: ImportChoices;
  readonly onChoices: (choices: ImportChoices) => void;
}

/** The rows that do not fit as they are, each with its reason and the field to mend it. */
export function DoubtfulRows({ table, plan, choices, onChoices }: ImportRowsProps) {
  const { t } = useTranslation();
  const doubtful = plan.rows.filter(({ doubts }) => doubts.length > 0);
  const { shown, more } = useSomeRows(doubtful);
  if (doubtful.length === 0) return null;
  const words = { count: doubtful.length, unit: table.rowUnit };
  return (
    <section className={styles['rows']} aria-labelledby="doubtful">
      <h2 id="doubtful">{t('app.import.doubtful', words)}</h2>
      <ul>
        {shown.map((row) => (
          <DoubtfulRow
            key={row.rowNumber}
            table={table}
            row={row}
            choices={choices}
            onChoices={onChoices}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}

/** The first of many rows, and the button that shows some more of them. */
function useSomeRows<Item>(items: readonly Item[]): { shown: readonly Item[]; more: ReactNode } {
  const { t } = useTranslation();
  const { shown, rest, showMore } = useSomeOf(items, SHOWN);
  return {
    shown,
    more: rest > 0 && (
      <Button weight="secondary" onClick={showMore}>
        {t('app.import.more', { count: rest })}
      </Button>
    ),
  };
}

function DoubtfulRow({
  table,
  row,
  choices,
  onChoices,
}: Omit<ImportRowsProps, 'plan'> & { row: ImportedRow }) {
  const { t } = useTranslation();
  const shown = useShownNumbers();
  const mended = choices.mended.get(row.rowNumber);
  const cells = { ...row.cells, ...mended };
  return (
    <li>
      <p className={styles['which']}>
        {t('app.import.rowNumber', { number: row.rowNumber })}
        <strong>{nameOf(table, { cells })}</strong>
      </p>
      {row.doubts.map((doubt) => (
        <DoubtWords key={doubt.column + doubt.reason} table={table} row={row} doubt={doubt} />
      ))}
      {columnsOf(row).map((id) => {
        const column = table.columns.find((one) => one.id === id);
        const value = cells[id] ?? '';
        return (
          column && (
            <ValueField
              key={id}
              id={`mend-${row.rowNumber}-${id}`}
              part={column}
              value={isReadable(column.type, value) || mended?.[id] !== undefined ? value : ''}
              context={contextOfColumn(column, shown)}
              onChange={(text) => onChoices(withMended(choices, row.rowNumber, id, text))}
            />
          )
        );
      })}
      <label className={styles['skip']}>
        <input
          type="checkbox"
          checked={choices.skipped.has(row.rowNumber)}
          onChange={() =>
            onChoices({ ...choices, skipped: toggled(choices.skipped, row.rowNumber) })
          }
        />
        {t('app.import.skip')}
      </label>
    </li>
  );
}

function DoubtWords({ table, row, doubt }: { table: Table; row: ImportedRow; doubt: RowDoubt }) {
  const { t, named } = useTranslation();
  const label = table.columns.find(({ id }) => id === doubt.column)?.label ?? '';
  const text = row.cells[doubt.column] ?? '';
  return (
    <p className={styles['doubt']}>
      {t(`app.import.doubt.${doubt.reason}`, { label: named(label), text })}
    </p>
  );
}

/** The columns in doubt, each once. */
function columnsOf({ doubts }: ImportedRow): string[] {
  return [...new Set(doubts.map(({ column }) => column))];
}

/** The rows with texts that are not taken for households, each with its reason and the way in. */
export function LeftOutRows({ table, plan, choices, onChoices }: ImportRowsProps) {
  const { t, named } = useTranslation();
  const { shown, more } = useSomeRows(plan.leftOut);
  if (plan.leftOut.length === 0) return null;
  const hidden = plan.leftOut.filter(({ reason }) => reason === 'hidden');
  return (
    <>
      {hidden.length > 0 && (
        <label className={styles['skip']}>
          <input
            type="checkbox"
            checked={hidden.every(({ rowNumber }) => choices.taken.has(rowNumber))}
            onChange={({ target }) =>
              onChoices({
                ...choices,
                taken: withAll(
                  choices.taken,
                  hidden.map(({ rowNumber }) => rowNumber),
                  target.checked,
                ),
              })
            }
          />
          {t('app.import.takeHidden', { count: hidden.length })}
        </label>
      )}
      <details className={styles['rows']}>
        <summary>{t('app.import.leftOut', { count: plan.leftOut.length })}</summary>
        <ul>
          {shown.map(({ rowNumber, reason, texts }) => (
            <li key={rowNumber}>
              <p className={styles['which']}>
                {t('app.import.rowNumber', { number: rowNumber })}
                <strong>{t(`app.import.reason.${reason}`)}</strong>
              </p>
              <p className={styles['texts']}>{texts.filter(Boolean).join(' | ')}</p>
              <label className={styles['skip']}>
                <input
                  type="checkbox"
                  checked={choices.taken.has(rowNumber)}
                  onChange={() =>
                    onChoices({ ...choices, taken: toggled(choices.taken, rowNumber) })
                  }
                />
                {t('app.import.take', { name: named(table.rowName) })}
              </label>
            </li>
          ))}
        </ul>
        {more}
      </details>
    </>
  );
}
