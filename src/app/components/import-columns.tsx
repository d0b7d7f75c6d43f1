import type { Table } from '../../catalogue/templates/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import {
  type ColumnMatch,
  type ColumnTarget,
  type HeaderMatch,
  type ImportPlan,
  type Sheet,
  unitConversion,
  unitsFor,
} from '../../spreadsheet/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import field from './field.module.css';
import styles from './import-columns.module.css';

/** Each column of the file with a value from it, and where it goes; a tap corrects it. */
export function ImportColumns({
  table,
  rows,
  match,
  plan,
  onTarget,
  onUnit,
}: {
  table: Table;
  rows: Sheet['rows'];
  match: HeaderMatch;
  plan: ImportPlan;
  onTarget: (index: number, target: ColumnTarget) => void;
  onUnit: (index: number, unit: string) => void;
}) {
  const { t, named } = useTranslation();
  const missing = table.columns.filter(
    ({ id, required }) =>
      required &&
      !match.columns.some(({ target }) => target === id) &&
      // lines between the rows may name their groups
      !plan.rows.every(({ cells }) => cells[id]),
  );
  return (
    <section className={styles['columns']} aria-labelledby="columns">
      <h2 id="columns">{t('app.import.columns')}</h2>
      <p className={field['help']}>{t('app.import.columnsHint')}</p>
      <ul>
        {match.columns
          .filter((column) => column.heading !== '' || sampleOf(column, rows, match) !== '')
          .map((column) => (
            <li key={column.index} className={column.target === null ? undefined : styles['used']}>
              <label className={styles['column']}>
                <span className={styles['heading']}>
                  {column.heading || t('app.import.noHeading', { number: column.index + 1 })}
                  <span className={styles['sample']}>
                    {t('app.import.sample', { text: sampleOf(column, rows, match) })}
                  </span>
                </span>
                <select
                  className={field['input']}
                  value={column.target ?? ''}
                  onChange={(event) => onTarget(column.index, event.target.value || null)}
                >
                  <option value="">{t('app.import.nowhere')}</option>
                  {table.columns.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {named(label)}
                    </option>
                  ))}
                </select>
              </label>
              <ColumnNote column={column} table={table} />
              <ColumnUnit column={column} table={table} onUnit={onUnit} />
            </li>
          ))}
      </ul>
      {missing.map(({ id, label }) => (
        <p key={id} className={field['note']}>
          {t('app.import.missing', { label: named(label) })}
        </p>
      ))}
    </section>
  );
}

function ColumnNote({ column, table }: { column: ColumnMatch; table: Table }) {
  const { t } = useTranslation();
  const target = table.columns.find(({ id }) => id === column.target);
  const conversion = target && unitConversion(column.unit, target);
  if (column.concern) return <p className={field['note']}>{t('app.import.concern')}</p>;
  if (conversion) {
    const { from, to } = conversion;
    return <p className={field['note']}>{t('app.import.converted', { from, to })}</p>;
  }
  if (column.isSerialNumber && !target) {
    return <p className={field['help']}>{t('app.import.serialNumber')}</p>;
  }
  return null;
}

/** In what unit of money a column's amounts are given, to be corrected with a tap. */
function ColumnUnit({
  column: { index, unit, isUnitGuessed = unit === undefined, target },
  table,
  onUnit,
}: {
  column: ColumnMatch;
  table: Table;
  onUnit: (index: number, unit: string) => void;
}) {
  const { t } = useTranslation();
  const column = table.columns.find(({ id }) => id === target);
  const units = column ? unitsFor(column) : [];
  if (!column || units.length === 0) return null;
  return (
    <>
      <label className={styles['column']}>
        <span className={field['help']}>{t('app.import.unit', { label: column.label })}</span>
        <select
          className={field['input']}
          value={unit ?? column.unit}
          onChange={(event) => onUnit(index, event.target.value)}
        >
          {units.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {isUnitGuessed && <p className={field['note']}>{t('app.import.unitGuessed')}</p>}
    </>
  );
}

/** The first value of a column, with what must not be seen masked. */
function sampleOf(
  { index, heading }: ColumnMatch,
  rows: Sheet['rows'],
  match: HeaderMatch,
): string {
  const row = rows.slice(match.firstRow).find((texts) => texts[index]?.trim());
  const context = { where: 'cell', columnLabel: heading } as const;
  return redactBeforeStorage(row?.[index]?.trim() ?? '', context).text.slice(0, 24);
}
