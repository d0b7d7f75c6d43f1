import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import {
  type ColumnMeaning,
  type Grid,
  importCatalogue,
  type PackDetails,
  packFromDraft,
  stableId,
  withCellText,
} from '../../catalogue/import/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { CatalogueDraftOnDevice } from '../../device/index.ts';
import { database } from '../device.ts';

/** What an administrator has pasted and said of it, kept on this device until it is saved. */
export function useCatalogueImport(district: string, known: readonly Catalogue[]) {
  const draft = useLiveQuery(async () => (await database.read('catalogueDraft')) ?? null, []);
  const result = useMemo(
    () => (draft ? importCatalogue(draft.grid, draft.choices) : undefined),
    [draft],
  );
  const keep = (changed: CatalogueDraftOnDevice) => void database.keep('catalogueDraft', changed);
  const change = (changes: Partial<CatalogueDraftOnDevice>) => {
    if (draft) keep({ ...draft, ...changes });
  };
  return {
    /** undefined while it is read, null where nothing has been pasted */
    draft,
    result,
    begin: (grid: Grid) => keep({ grid, choices: {}, details: {} }),
    discard: () => void database.kept.delete('catalogueDraft'),
    correct: (row: number, column: number, text: string) => {
      if (draft) change({ grid: withCellText(draft.grid, row, column, text) });
    },
    mean: (column: number, meaning: ColumnMeaning | 'passed-over') => {
      if (draft) change({ choices: { columns: { ...draft.choices.columns, [column]: meaning } } });
    },
    describe: (changes: Partial<PackDetails>) => {
      if (draft) change({ details: { ...draft.details, ...changes } });
    },
    /** The pack that would be saved now, or what it still lacks; undefined before there is a table. */
    pack: () => {
      if (!draft || !result?.ok) return undefined;
      return packFromDraft(
        result.draft,
        completed(draft.details, result.draft.field, district, known),
      );
    },
  };
}

/** A new version of the catalogue that a person named, else a catalogue of its own. */
function completed(
  details: Partial<PackDetails>,
  readField: string,
  district: string,
  known: readonly Catalogue[],
): PackDetails {
  const field = (details.field ?? readField).trim();
  const id = details.id || stableId(`d${district}`, field);
  const before = known.find((one) => one.id === id);
  const { title, documentNumber } = details;
  return {
    id,
    version: (before?.version ?? 0) + 1,
    district,
    issuer: details.issuer?.trim() ?? '',
    source: details.source?.trim() ?? '',
    ...(title?.trim() ? { title: title.trim() } : {}),
    ...(details.field === undefined ? {} : { field }),
    ...(documentNumber?.trim() ? { documentNumber: documentNumber.trim() } : {}),
  };
}
