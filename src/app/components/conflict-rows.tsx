import { useSearchParams } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import type { Conflict, Row } from '../../notice/index.ts';
import { rowAddress } from '../hooks/use-row-editing.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { nameOf } from '../row-words.ts';
import styles from './conflict-rows.module.css';
import { RowLink } from './row-link.tsx';

/** The rows of a list that people filled in differently, each a way to where it is settled. */
export function ConflictRows({
  table,
  rows,
  conflicts,
}: {
  table: Table;
  rows: readonly Row[];
  conflicts: readonly Conflict[];
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const inConflict = new Set(
    conflicts.flatMap(({ place }) =>
      place.kind !== 'field' && place.table === table.id ? [place.row] : [],
    ),
  );
  const open = rows.filter(({ id }) => inConflict.has(id));
  if (open.length === 0) return null;
  return (
    <div className={styles['rows']}>
      <p>{t('app.conflict.rows', { count: open.length, unit: table.rowUnit })}</p>
      <ul>
        {open.map((row) => (
          <li key={row.id}>
            <RowLink to={rowAddress(search, table.id, row.id)}>
              {nameOf(table, row) || t('app.edit.unnamed')}
            </RowLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
