import {
  type SheetVerdict as AnySheetVerdict,
  sheetVerdict as verdictOn,
} from '../notice/index.ts';
import type { NoticePageInput, PublishedRevision } from './page-input.ts';

/** What the page says of a scanned sheet. */
export type SheetVerdict = AnySheetVerdict<PublishedRevision>;

/** The current revision. Throws a RangeError for a notice that was never published. */
export function latestRevision(revisions: readonly PublishedRevision[]): PublishedRevision {
  const latest = revisions.at(-1);
  if (!latest) throw new RangeError('a notice page needs a published revision');
  return latest;
}

/** The verdict on the sheet whose code led here; undefined where no sheet was scanned. */
export function sheetVerdict(
  input: Pick<NoticePageInput, 'sheet' | 'revisions'>,
): SheetVerdict | undefined {
  return input.sheet && verdictOn(input.sheet, input.revisions);
}
