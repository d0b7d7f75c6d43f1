import type { ColumnMeaning, HeaderColumn, Understood } from '../../catalogue/import/index.ts';
import { COLUMN_MEANINGS, useColumnWords } from '../hooks/use-column-words.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-columns.module.css';
import field from './field.module.css';

type Choice = ColumnMeaning | 'passed-over';

/** What each column of the table was taken for; a person can say otherwise. */
export function CatalogueColumns({
  understood,
  onMean,
}: {
  understood: Understood;
  onMean: (column: number, meaning: Choice) => void;
}) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const words = useColumnWords();
  const { columns, missing } = understood;
  const unknown = columns.filter(({ meaning }) => meaning === undefined).length;
  return (
    <details className={styles['columns']} open={unknown > 0}>
      <summary>
        {t('app.catalogueImport.columns', { count: columns.length })}
        {unknown > 0 && (
          <span className={styles['unknown']}>
            {t('app.catalogueImport.unknownColumns', { count: unknown })}
          </span>
        )}
      </summary>
      <ul>
        {columns.map((column) => (
          <ColumnLine key={column.column} column={column} onMean={onMean} />
        ))}
      </ul>
      {missing.length > 0 && (
        <p className={styles['missing']}>
          {t('app.catalogueImport.missingColumns', { names: listed(missing.map(words)) })}
        </p>
      )}
    </details>
  );
}

function ColumnLine({
  column,
  onMean,
}: {
  column: HeaderColumn;
  onMean: (column: number, meaning: Choice) => void;
}) {
  const { t } = useTranslation();
  const words = useColumnWords();
  const { meaning, heading } = column;
  const isLevel = meaning?.startsWith('level:') ?? false;
  const choose = (text: string) => {
    if (text === 'passed-over') onMean(column.column, 'passed-over');
    const known = COLUMN_MEANINGS.find((one) => one === text);
    if (known) onMean(column.column, known);
  };
  return (
    <li>
      <label className={styles['line']}>
        <span>{heading || t('app.catalogueImport.noHeading', { number: column.column + 1 })}</span>
        <select
          className={field['input']}
          value={meaning ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          {meaning === undefined && <option value="">{t('app.catalogueImport.unknown')}</option>}
          {isLevel && meaning && <option value={meaning}>{words(meaning)}</option>}
          {COLUMN_MEANINGS.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
          <option value="passed-over">{t('app.catalogueImport.passOver')}</option>
        </select>
      </label>
    </li>
  );
}
