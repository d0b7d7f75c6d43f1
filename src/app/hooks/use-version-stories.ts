import { useMemo } from 'react';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import {
  type ConflictPlace,
  composeDocument,
  type Difference,
  differencesOf,
  type NoticeContent,
  placeKey,
  type VillageCode,
  valueAt,
} from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import type { KeptVersion } from '../../protocol/index.ts';
import { nameOf } from '../row-words.ts';
import { useHeldReference } from './use-held-reference.ts';
import { useTranslation } from './use-translation.ts';

/** What one version of a notice did. */
export interface VersionStory {
  readonly version: KeptVersion;
  /** To the version before, in the words of the sheet; absent for the first. */
  readonly differences: readonly Difference[] | undefined;
  /** What stood in conflict then: each value with its writer; null is a deleted row. */
  readonly open: readonly {
    readonly label: string;
    readonly values: readonly { readonly name: string; readonly value: string | null }[];
  }[];
  /** What was settled with it, and for which value. */
  readonly settled: readonly { readonly label: string; readonly value: string | null }[];
}

const NO_VERSIONS: readonly KeptVersion[] = [];

/** The story of each of these versions, which come the newest first. */
export function useVersionStories(
  village: VillageCode,
  versions: readonly KeptVersion[] = NO_VERSIONS,
): readonly VersionStory[] {
  const { catalogues } = useHeldReference();
  const { named } = useTranslation();
  return useMemo(() => {
    const place = placeOf(yimeiPlaces, village);
    const told = versions.map((version) => {
      const { content } = version;
      const template = templateOf(content.template, content.templateVersion, catalogues);
      const document = template && place && composeDocument(template, content, place);
      return { version, template, document };
    });
    return told.map(({ version, template, document }, index) => {
      const before = told[index + 1];
      const { content, conflicts } = version;
      const label = (one: ConflictPlace) => labelOf(template, content, one, named);
      const open = new Set(conflicts.map((one) => placeKey(one.place)));
      return {
        version,
        differences: before?.document && document && differencesOf(before.document, document),
        open: conflicts.map((one) => ({
          label: label(one.place),
          values: one.values.map(({ value, by }) => ({ name: by.name, value })),
        })),
        settled: (before?.version.conflicts ?? [])
          .filter((one) => !open.has(placeKey(one.place)))
          .map((one) => ({ label: label(one.place), value: valueAt(content, one.place) })),
      };
    });
  }, [village, versions, catalogues, named]);
}

/** What a place is called: its question, or its row and column. */
function labelOf(
  template: Template | undefined,
  content: NoticeContent,
  place: ConflictPlace,
  named: (text: string) => string,
): string {
  if (place.kind === 'field') {
    return named(template?.fields.find(({ id }) => id === place.field)?.label ?? place.field);
  }
  const table = template?.tables.find(({ id }) => id === place.table);
  const row = content.tables[place.table]?.find(({ id }) => id === place.row);
  const name = (table && row && nameOf(table, row)) || named(table?.rowName ?? '');
  if (place.kind === 'row') return name;
  const column = table?.columns.find(({ id }) => id === place.column);
  return `${name} · ${named(column?.label ?? place.column)}`;
}
