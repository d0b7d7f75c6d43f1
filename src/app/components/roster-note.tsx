import { useMemo } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import {
  isListOfHouseholds,
  type Row,
  rosterChanges,
  type VillageCode,
} from '../../notice/index.ts';
import { updateRoster, useRoster } from '../hooks/use-roster.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './roster-note.module.css';

/** Offers the roster what this list knows better, with one tap. */
export function RosterNote({
  village,
  table,
  rows,
}: {
  village: VillageCode;
  table: Table;
  rows: readonly Row[];
}) {
  const { t } = useTranslation();
  const roster = useRoster(village);
  const changes = useMemo(
    () => (roster && isListOfHouseholds(table) ? rosterChanges(table, rows, roster) : []),
    [table, rows, roster],
  );
  if (changes.length === 0) return null;
  const changed = changes.filter(({ known }) => known).length;
  const added = changes.length - changed;
  const what = [
    added > 0 ? t('app.choose.newHouseholds', { count: added }) : '',
    changed > 0 ? t('app.choose.otherSizes', { count: changed }) : '',
  ].filter(Boolean);
  return (
    <div className={styles['note']}>
      <p>{t('app.choose.changes', { what: what.join(t('app.choose.and')) })}</p>
      <Button weight="secondary" onClick={() => void updateRoster(village, changes)}>
        {t('app.choose.updateRoster')}
      </Button>
    </div>
  );
}
