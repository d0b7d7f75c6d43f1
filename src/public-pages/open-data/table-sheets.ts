import { listsPersons } from '../../notice/index.ts';
import { columnHeading } from '../notice-table.tsx';
import type { NoticePageInput } from '../page-input.ts';
import { displayOfRevision } from './revision-data.ts';
import { shownDocument } from './shown-document.ts';

/** One table as headings and rows, totals last. */
export interface TableSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The tables of a revision, as its page shows them; a list of persons that was taken down is not
 * among them. Undefined for a revision that was never published.
 */
export function tableSheets(input: NoticePageInput, revision: number): TableSheet[] | undefined {
  const isLatest = input.revisions.at(-1)?.revision === revision;
  const words = isLatest ? input.document : input.earlierDocuments?.[revision];
  if (!words) return undefined;
  const display = displayOfRevision(input, revision);
  const { document } = shownDocument(words, display);
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table' || (display === 'takenDown' && listsPersons(block))) return [];
    const { label: name, columns, rows, totals } = block;
    return [
      { name, headings: columns.map(columnHeading), rows: totals ? [...rows, totals] : rows },
    ];
  });
}
