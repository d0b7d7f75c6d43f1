import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../catalogue/templates/index.ts';
import type { Sheet } from '../../spreadsheet/index.ts';
import { ImportPreview } from '../components/import-preview.tsx';
import { ImportSource } from '../components/import-source.tsx';
import { Page } from '../components/page.tsx';
import type { Draft } from '../hooks/use-draft.ts';
import { usePastedSheets } from '../hooks/use-pasted-table.ts';
import { useRememberedHeadings } from '../hooks/use-remembered-headings.ts';

/** Taking a table in: choose or paste it, look at what will become of it, and take it in. */
export default function EditImport({
  draft,
  table,
  onDone,
}: {
  draft: Draft;
  table: Table;
  /** Told in words what was taken in, once it can be taken back. */
  onDone: (words: string) => void;
}) {
  const { t } = useTranslation();
  const [sheets, setSheets] = useState<readonly Sheet[] | undefined>(usePastedSheets());
  const headings = useRememberedHeadings();
  if (sheets && headings) {
    return (
      <ImportPreview
        draft={draft}
        table={table}
        sheets={sheets}
        headings={headings}
        onAgain={() => setSheets(undefined)}
        onDone={onDone}
      />
    );
  }
  return (
    <Page title={t('app.import.title')} back={`?list=${table.id}`}>
      <ImportSource onRead={setSheets} />
    </Page>
  );
}
