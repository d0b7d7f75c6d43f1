import { useMemo } from 'react';
import type { Table } from '../../catalogue/templates/index.ts';
import { groupFormsOf, type Row, withGroupsAlike } from '../../notice/index.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './roster-note.module.css';

/** Offers to write all groups of a list in the way in which most of them are written. */
export function GroupNote({
  draft,
  table,
  rows,
  onDone,
}: {
  draft: Draft;
  table: Table;
  rows: readonly Row[];
  /** Told in words what was done and can be taken back. */
  onDone: (words: string) => void;
}) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const { examples, others } = useMemo(() => groupFormsOf(table, rows), [table, rows]);
  const [usual] = examples;
  if (usual === undefined || others.size === 0) return null;
  const unify = () => {
    draft.change((current) => withGroupsAlike(current, table));
    onDone(t('app.table.groupsAlike', { count: others.size, unit: table.rowUnit }));
  };
  return (
    <div className={styles['note']}>
      <p>{t('app.table.groupForms', { forms: listed(examples) })}</p>
      <Button weight="secondary" onClick={unify}>
        {t('app.table.groupUnify', { form: usual })}
      </Button>
    </div>
  );
}
