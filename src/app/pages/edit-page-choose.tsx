import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import {
  carriedRows,
  cellsFromRoster,
  householdKey,
  isListOfHouseholds,
  type Row,
  readNoticeCode,
  rosterCellsOf,
  rowsInOrder,
  withRowsAppended,
} from '../../notice/index.ts';
import { Button } from '../components/button.tsx';
import { EarlierOptions } from '../components/earlier-options.tsx';
import field from '../components/field.module.css';
import { Page } from '../components/page.tsx';
import { RosterGathering } from '../components/roster-gathering.tsx';
import { RowCard } from '../components/row-card.tsx';
import { WindowedList } from '../components/windowed-list.tsx';
import { drawRowId } from '../draw-row-id.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useEarlierContent, useEarlierNotices } from '../hooks/use-earlier-notices.ts';
import { useWithinPart } from '../hooks/use-form-part.ts';
import { removeFromRoster, useRoster } from '../hooks/use-roster.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { type NumberedRow, rowsWith, sortedBy } from '../row-arrangement.ts';
import styles from './edit-page-choose.module.css';

const ROSTER = 'roster';

/** Choosing households that are known already: from the roster or from an earlier notice's list. */
export default function EditChoose({
  draft,
  table,
  onDone,
}: {
  draft: Draft;
  table: Table;
  onDone: (words: string) => void;
}) {
  const { t, named } = useTranslation();
  const navigate = useNavigate();
  const within = useWithinPart();
  const [search, setSearch] = useSearchParams();
  const [wanted, setWanted] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { village } = draft.stored;
  const source = search.get('source') ?? ROSTER;
  const roster = useRoster(village);
  const notices = useEarlierNotices(draft.stored);
  const earlier = useEarlierContent(draft.stored, readNoticeCode(source));

  const candidates = useMemo<readonly Row[]>(() => {
    const known =
      source === ROSTER
        ? (roster ?? []).map(({ id, cells }) => ({ id, cells: cellsFromRoster(table, cells) }))
        : earlier
          ? carriedRows(table, earlier.template, earlier.content)
          : [];
    return known.map(({ id, cells }) => ({ id, cells, position: 'a0' }));
  }, [source, roster, earlier, table]);
  const present = useMemo(
    () =>
      new Set(
        rowsInOrder(draft.content, table.id).map((row) => householdKey(rosterCellsOf(table, row))),
      ),
    [draft.content, table],
  );
  const free = candidates.filter((row) => {
    const key = householdKey(rosterCellsOf(table, row));
    return key === '' || !present.has(key);
  });
  const groups = table.columns.find(({ type }) => type === 'group');
  const found = rowsWith(
    free.map((row, index) => ({ row, number: index + 1 })),
    wanted,
  );
  const shown = source === ROSTER && groups ? sortedBy(found, groups) : found;
  const chosen = free.filter(({ id }) => selected.has(id));
  const words = { count: chosen.length, unit: table.rowUnit };
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const add = () => {
    const rows = chosen.map(({ cells }) => ({ id: drawRowId(), cells }));
    draft.change((current) => withRowsAppended(current, table.id, rows));
    onDone(t('app.choose.added', words));
    void navigate(within(`?list=${table.id}`), { replace: true });
  };

  return (
    <Page
      title={t('app.choose.title')}
      back={within(`?list=${table.id}`)}
      foot={
        <div className={styles['foot']}>
          <Button
            weight="secondary"
            onClick={() => setSelected(new Set(shown.map(({ row }) => row.id)))}
          >
            {t('app.table.selectAll')}
          </Button>
          <Button disabled={chosen.length === 0} onClick={add}>
            {t('app.choose.add', words)}
          </Button>
        </div>
      }
    >
      <label className={field['field']}>
        <span className={field['label']}>{t('app.choose.source')}</span>
        <select
          className={field['input']}
          value={source}
          onChange={(event) => {
            setSelected(new Set());
            setSearch({ choose: table.id, source: event.target.value }, { replace: true });
          }}
        >
          <option value={ROSTER}>{t('app.choose.roster', { count: roster?.length ?? 0 })}</option>
          <EarlierOptions notices={notices} />
        </select>
      </label>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.edit.find')}</span>
        <input
          type="search"
          className={field['input']}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      {shown.length === 0 ? (
        <p>
          {source === ROSTER && roster?.length === 0
            ? t('app.choose.rosterEmpty')
            : t(
                candidates.length > 0 && free.length === 0
                  ? 'app.choose.allThere'
                  : 'app.choose.none',
              )}
        </p>
      ) : (
        <WindowedList
          label={named(table.label)}
          items={shown}
          keyOf={({ row }: NumberedRow) => row.id}
        >
          {({ row, number }: NumberedRow) => (
            <RowCard
              table={table}
              row={row}
              number={number}
              isDuplicate={false}
              isPlain
              to=""
              selection={{ isSelected: selected.has(row.id), toggle }}
            />
          )}
        </WindowedList>
      )}
      {source === ROSTER && isListOfHouseholds(table) && <RosterGathering village={village} />}
      {source === ROSTER && chosen.length > 0 && (
        <Button
          weight="danger"
          onClick={() =>
            void removeFromRoster(
              village,
              chosen.map(({ id }) => id),
            )
          }
        >
          {t('app.choose.removeFromRoster')}
        </Button>
      )}
    </Page>
  );
}
