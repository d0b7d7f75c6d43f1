import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import type { Sheet } from '../../spreadsheet/index.ts';
import { HelpLink } from '../components/help-link.tsx';
import { ImportPreview } from '../components/import-preview.tsx';
import { ImportSource } from '../components/import-source.tsx';
import { Page } from '../components/page.tsx';
import { SharedFileSource } from '../components/shared-file-source.tsx';
import type { Draft } from '../hooks/use-draft.ts';
import { useWithinPart } from '../hooks/use-form-part.ts';
import { usePastedSheets } from '../hooks/use-pasted-table.ts';
import { useRememberedHeadings } from '../hooks/use-remembered-headings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { chosenShared, sharedFiles } from '../shared-files.ts';

interface Source {
  readonly sheets: readonly Sheet[];
  /** The table that another app handed over; kept until it has been taken in. */
  readonly shared?: string;
}

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
  const within = useWithinPart();
  const pasted = usePastedSheets();
  const [chosen, setChosen] = useState(chosenShared(useLocation().state));
  const [source, setSource] = useState<Source | undefined>(pasted && { sheets: pasted });
  const headings = useRememberedHeadings();
  const takeShared = useCallback((sheets: readonly Sheet[], shared: string) => {
    setSource({ sheets, shared });
    // 'another file' leads back to the choice
    setChosen(undefined);
  }, []);
  const done = async (words: string): Promise<void> => {
    if (source?.shared !== undefined) {
      // it stays with the other app's tables until the draft holds it for good
      await draft.flush();
      if (draft.saveState.current() !== 'failed') await sharedFiles?.forget(source.shared);
    }
    onDone(words);
  };
  if (source && headings) {
    return (
      <ImportPreview
        draft={draft}
        table={table}
        sheets={source.sheets}
        headings={headings}
        onAgain={() => setSource(undefined)}
        onDone={(words) => void done(words)}
      />
    );
  }
  return (
    <Page title={t('app.import.title')} back={within(`?list=${table.id}`)}>
      <SharedFileSource chosen={chosen} onRead={takeShared} />
      <ImportSource onRead={(sheets) => setSource({ sheets })} />
      <HelpLink topic="import" />
    </Page>
  );
}
