import type { NoticePageInput, PublishedRevision, ScannedSheet } from './page-input.ts';

/** What the page says of a scanned sheet. */
export type SheetVerdict =
  | { readonly kind: 'current'; readonly sheet: ScannedSheet }
  | {
      readonly kind: 'newer';
      readonly sheet: ScannedSheet;
      readonly published: PublishedRevision;
      readonly latest: PublishedRevision;
    }
  /** The check code is not that of the published revision; `published` is absent where there never was one. */
  | {
      readonly kind: 'differs';
      readonly sheet: ScannedSheet;
      readonly published?: PublishedRevision;
    }
  | {
      readonly kind: 'notArrived';
      readonly sheet: ScannedSheet;
      readonly latest: PublishedRevision;
    };

/** The current revision. Throws a RangeError for a notice that was never published. */
export function latestRevision(revisions: readonly PublishedRevision[]): PublishedRevision {
  const latest = revisions.at(-1);
  if (!latest) throw new RangeError('a notice page needs a published revision');
  return latest;
}

/**
 * Judges a sheet by the revision and check code in its address, which say nothing of the ink: a
 * sheet whose words somebody changed keeps its codes, so every verdict also asks to compare the words.
 * Undefined where no sheet was scanned.
 */
export function sheetVerdict(
  input: Pick<NoticePageInput, 'sheet' | 'revisions'>,
): SheetVerdict | undefined {
  const { sheet, revisions } = input;
  if (!sheet) return undefined;
  const latest = latestRevision(revisions);
  if (sheet.revision > latest.revision) return { kind: 'notArrived', sheet, latest };
  const published = revisions.find((one) => one.revision === sheet.revision);
  if (!published) return { kind: 'differs', sheet };
  if (published.checkCode !== sheet.checkCode) return { kind: 'differs', sheet, published };
  if (published.revision === latest.revision) return { kind: 'current', sheet };
  return { kind: 'newer', sheet, published, latest };
}
