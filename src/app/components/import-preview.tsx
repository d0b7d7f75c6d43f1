import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import { LIMITS, withGroupsAlike, withRowsAppended } from '../../notice/index.ts';
import {
  type ColumnTarget,
  headerLikeness,
  headingKey,
  matchHeader,
  planImport,
  type Sheet,
  unfolded,
  withColumnTarget,
  withColumnUnit,
} from '../../spreadsheet/index.ts';
import { drawRowId } from '../draw-row-id.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useWithinPart } from '../hooks/use-form-part.ts';
import { type RememberedHeadings, rememberHeading } from '../hooks/use-remembered-headings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { chosenRows, type ImportChoices, NO_CHOICES } from '../import-choices.ts';
import { Button } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import field from './field.module.css';
import { ImportColumns } from './import-columns.tsx';
import styles from './import-preview.module.css';
import { DoubtfulRows, LeftOutRows } from './import-rows.tsx';
import { Page } from './page.tsx';

/** What a file would become: its columns to be corrected, its doubtful rows to be mended. */
export function ImportPreview({
  draft,
  table,
  sheets,
  headings,
  onAgain,
  onDone,
}: {
  draft: Draft;
  table: Table;
  sheets: readonly Sheet[];
  headings: RememberedHeadings;
  onAgain: () => void;
  onDone: (words: string) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const within = useWithinPart();
  const [sheetIndex, setSheetIndex] = useState(() => likeliestSheet(sheets, table));
  const sheet = useMemo(
    () => unfolded(sheets[sheetIndex] ?? { name: '', rows: [] }, table),
    [sheets, sheetIndex, table],
  );
  const { rows } = sheet;
  // what was remembered when the file was opened; a correction made here changes one column only
  const [known] = useState(headings);
  const proposed = useMemo(() => matchHeader(rows, table, known), [rows, table, known]);
  const [corrected, setCorrected] = useState<typeof proposed>();
  const match = corrected ?? proposed;
  const plan = useMemo(() => planImport(rows, match, table, sheet), [rows, match, table, sheet]);
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES);
  const [way, setWay] = useState<'append' | 'replace'>('append');

  const chosen = chosenRows(plan, choices);
  const existing = draft.content.tables[table.id]?.length ?? 0;
  const isTooMany = chosen.length + (way === 'append' ? existing : 0) > LIMITS.rowsPerTable;
  const words = { count: chosen.length, unit: table.rowUnit };

  const correct = (index: number, target: ColumnTarget) => {
    const heading = match.columns[index]?.heading ?? '';
    setCorrected(withColumnTarget(match, index, target));
    if (heading !== '') void rememberHeading(headingKey(table, heading), target);
  };
  const takeIn = () => {
    const added = chosen.map(({ cells }) => ({ id: drawRowId(), cells }));
    draft.change((current) => {
      const start =
        way === 'append' ? current : { ...current, tables: { ...current.tables, [table.id]: [] } };
      const ids = new Set(added.map(({ id }) => id));
      return withGroupsAlike(withRowsAppended(start, table.id, added), table, ids);
    });
    onDone(t('app.import.done', words));
    void navigate(within(`?list=${table.id}`), { replace: true });
  };

  return (
    <Page
      title={t('app.import.title')}
      back={within(`?list=${table.id}`)}
      aside={
        <Button weight="quiet" onClick={onAgain}>
          {t('app.import.again')}
        </Button>
      }
      foot={
        <Button
          className={styles['go']}
          disabled={chosen.length === 0 || isTooMany}
          onClick={takeIn}
        >
          {t('app.import.go', words)}
        </Button>
      }
    >
      {sheets.length > 1 && (
        <label className={field['field']}>
          <span className={field['label']}>{t('app.import.sheet')}</span>
          <select
            className={field['input']}
            value={sheetIndex}
            onChange={(event) => {
              setSheetIndex(Number(event.target.value));
              setCorrected(undefined);
              setChoices(NO_CHOICES);
            }}
          >
            {sheets
              .map(({ name }, index) => ({ name, index }))
              .map(({ name, index }) => (
                <option key={index} value={index}>
                  {name || t('app.import.sheetName', { number: index + 1 })}
                </option>
              ))}
          </select>
        </label>
      )}
      <p role="status">
        <strong>{chosen.length === 0 ? t('app.import.none') : t('app.import.rows', words)}</strong>
      </p>
      {isTooMany && (
        <p role="alert">
          {t('app.import.tooMany', { limit: LIMITS.rowsPerTable, unit: table.rowUnit })}
        </p>
      )}
      <ImportColumns
        table={table}
        rows={rows}
        match={match}
        plan={plan}
        onTarget={correct}
        onUnit={(index, unit) => setCorrected(withColumnUnit(match, index, unit))}
      />
      <DoubtfulRows table={table} plan={plan} choices={choices} onChoices={setChoices} />
      <LeftOutRows table={table} plan={plan} choices={choices} onChoices={setChoices} />
      {existing > 0 && (
        <ChoiceGroup
          legend={t('app.import.existing', { count: existing, unit: table.rowUnit })}
          value={way}
          choices={[
            { value: 'append', label: t('app.import.append') },
            { value: 'replace', label: t('app.import.replace') },
          ]}
          onChoose={setWay}
        />
      )}
    </Page>
  );
}

/** The sheet whose header names most of the list's columns; others hold advice or other lists. */
function likeliestSheet(sheets: readonly Sheet[], table: Table): number {
  const likeness = sheets.map(({ rows }) => headerLikeness(rows, table));
  return Math.max(0, likeness.indexOf(Math.max(...likeness)));
}
