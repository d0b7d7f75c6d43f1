import { listsPersons, type NoticeDocument } from '../../notice/index.ts';
import { type ListDisplay, shownRow } from '../person-lists.ts';

/** A document as far as its lists of persons may be given away, and whether that is all of it. */
export interface ShownDocument {
  readonly document: NoticeDocument;
  readonly isWhole: boolean;
}

/** The document as the page shows it: names masked, or the rows of lists of persons left out. */
export function shownDocument(document: NoticeDocument, display: ListDisplay): ShownDocument {
  const isWhole =
    display === 'whole' ||
    !document.blocks.some((block) => block.kind === 'table' && listsPersons(block));
  if (isWhole) return { document, isWhole };
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table' || !listsPersons(block)) return block;
    const rows =
      display === 'takenDown' ? [] : block.rows.map((row) => shownRow(block.columns, row, display));
    return { ...block, rows };
  });
  return { document: { ...document, blocks }, isWhole };
}
