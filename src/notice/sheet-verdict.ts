import type { CheckCode } from './codes.ts';

/** What stands in a sheet's code, or beside a publication: which revision, and its check code. */
export interface SheetMark {
  readonly revision: number;
  readonly checkCode: CheckCode;
}

/** What a sheet of paper is worth beside what was published. */
export type SheetVerdict<Published extends SheetMark> =
  | { readonly kind: 'current'; readonly sheet: SheetMark }
  | {
      readonly kind: 'newer';
      readonly sheet: SheetMark;
      readonly published: Published;
      readonly latest: Published;
    }
  /** The check code is not that of the published revision; `published` is absent where there never was one. */
  | { readonly kind: 'differs'; readonly sheet: SheetMark; readonly published?: Published }
  /** The sheet is of a revision after all that is known here. */
  | { readonly kind: 'notArrived'; readonly sheet: SheetMark; readonly latest: Published };

/**
 * Judges a sheet by the revision and check code in its address, which say nothing of the ink: a
 * sheet whose words somebody changed keeps its codes, so every verdict also asks to compare the
 * words. Undefined where nothing was published.
 */
export function sheetVerdict<Published extends SheetMark>(
  sheet: SheetMark,
  revisions: readonly Published[],
): SheetVerdict<Published> | undefined {
  const latest = revisions.at(-1);
  if (!latest) return undefined;
  if (sheet.revision > latest.revision) return { kind: 'notArrived', sheet, latest };
  const published = revisions.find((one) => one.revision === sheet.revision);
  if (!published) return { kind: 'differs', sheet };
  if (published.checkCode !== sheet.checkCode) return { kind: 'differs', sheet, published };
  if (published.revision === latest.revision) return { kind: 'current', sheet };
  return { kind: 'newer', sheet, published, latest };
}
