import * as v from 'valibot';
import { readNoticePath } from './address.ts';
import { type CheckCode, type NoticeCode, readCheckCode, type VillageCode } from './codes.ts';
import { type Author, AuthorSchema } from './conflicts.ts';
import { IdSchema } from './content.ts';

/**
 * Where and when a published sheet hung (张贴记录). A photograph is offered and never demanded; the
 * picture itself travels by another way, here stands its digest, so that anybody can hold the one
 * against the other.
 */

export const POSTING_LIMITS = { board: 60, photographs: 6, postings: 200 } as const;

/** SHA-256 over the JPEG's bytes in 64 hexadecimal digits: names the photograph and vouches for it. */
export const PhotographIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const Side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000));

/** Which sheet a photograph shows, as its code was read on the phone. */
export const SheetSeenSchema = v.picklist(['this', 'otherRevision', 'otherNotice', 'unreadable']);
export type SheetSeen = v.InferOutput<typeof SheetSeenSchema>;

export const PhotographSchema = v.strictObject({
  id: PhotographIdSchema,
  width: Side,
  height: Side,
  shows: SheetSeenSchema,
});
export type Photograph = v.InferOutput<typeof PhotographSchema>;

const Instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))),
);
const Board = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(POSTING_LIMITS.board));
const Photographs = v.pipe(v.array(PhotographSchema), v.maxLength(POSTING_LIMITS.photographs));

/** The published sheet that hung, told by what is printed on it. */
export const HungSheetSchema = v.strictObject({
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  checkCode: v.pipe(
    v.string(),
    v.check((text) => readCheckCode(text) === text),
    v.transform((text) => text as CheckCode),
  ),
});
export type HungSheet = v.InferOutput<typeof HungSheetSchema>;

export const PostingSchema = v.strictObject({
  /** Drawn on the device. */
  id: IdSchema,
  sheet: HungSheetSchema,
  /** Which board, in the village's own words. */
  board: v.pipe(v.string(), v.maxLength(POSTING_LIMITS.board)),
  /** When it was put up, by whoever did (an ISO instant). */
  hungAt: Instant,
  photographs: Photographs,
  by: AuthorSchema,
  /** Absent while it hangs. */
  down: v.optional(
    v.strictObject({ takenDownAt: Instant, photographs: Photographs, by: AuthorSchema }),
  ),
});
export type Posting = v.InferOutput<typeof PostingSchema>;

export const PostActionSchema = v.strictObject({
  kind: v.literal('post'),
  posting: IdSchema,
  sheet: HungSheetSchema,
  board: Board,
  hungAt: Instant,
  photographs: Photographs,
});
export const TakeDownActionSchema = v.strictObject({
  kind: v.literal('takeDown'),
  posting: IdSchema,
  takenDownAt: Instant,
  photographs: Photographs,
});
type PostAction = v.InferOutput<typeof PostActionSchema>;
type TakeDownAction = v.InferOutput<typeof TakeDownActionSchema>;

/** What a notice says of its revisions and postings, as far as postings need to know. */
interface Posted {
  readonly revisions: readonly HungSheet[];
  readonly postings?: readonly Posting[] | undefined;
}

export type PostingRefusal = 'another-sheet' | 'no-such-posting' | 'too-many-postings';

/**
 * The postings after a sheet was hung. Told again under the same id it only adds photographs. A
 * sheet whose check code is not that of the published revision must not hang: it is refused.
 */
export function withPosting(
  { revisions, postings = [] }: Posted,
  action: PostAction,
  by: Author,
): readonly Posting[] | PostingRefusal {
  const known = postings.find(({ id }) => id === action.posting);
  if (known) {
    const photographs = together(known.photographs, action.photographs);
    return postings.map((one) => (one === known ? { ...known, photographs } : one));
  }
  const published = revisions.find(({ revision }) => revision === action.sheet.revision);
  if (published?.checkCode !== action.sheet.checkCode) return 'another-sheet';
  if (postings.length >= POSTING_LIMITS.postings) return 'too-many-postings';
  const { posting: id, sheet, board, hungAt, photographs } = action;
  return [...postings, { id, sheet, board, hungAt, photographs, by }];
}

/** The postings after one was taken down; of two who did it at once the first one's time stands. */
export function withTakeDown(
  { postings = [] }: Posted,
  action: TakeDownAction,
  by: Author,
): readonly Posting[] | PostingRefusal {
  const known = postings.find(({ id }) => id === action.posting);
  if (!known) return 'no-such-posting';
  const { takenDownAt } = action;
  const before = known.down ?? { takenDownAt, photographs: [], by };
  const photographs = together(before.photographs, action.photographs);
  return postings.map((one) =>
    one === known ? { ...one, down: { ...before, photographs } } : one,
  );
}

function together(known: readonly Photograph[], added: readonly Photograph[]): Photograph[] {
  const fresh = added.filter(({ id }) => !known.some((one) => one.id === id));
  return [...known, ...fresh].slice(0, POSTING_LIMITS.photographs);
}

/** Every photograph of a posting, of hanging and of taking down. */
export function photographsOf({ photographs, down }: Posting): readonly Photograph[] {
  return [...photographs, ...(down?.photographs ?? [])];
}

/**
 * Which sheet the codes in a photograph prove: the addresses are what a decoder read, whatever else
 * hangs beside it. One code of the sheet itself is enough.
 */
export function sheetSeenIn(
  addresses: readonly string[],
  { village, notice }: { readonly village: VillageCode; readonly notice: NoticeCode },
  sheet: HungSheet,
): SheetSeen {
  const read = addresses.flatMap((address) => readNoticePath(pathOf(address)) ?? []);
  const ofNotice = read.filter((one) => one.village === village && one.notice === notice);
  const isThis = ofNotice.some(
    (one) => one.sheet?.revision === sheet.revision && one.sheet.checkCode === sheet.checkCode,
  );
  if (isThis) return 'this';
  if (ofNotice.some((one) => one.sheet !== undefined)) return 'otherRevision';
  return read.length > 0 ? 'otherNotice' : 'unreadable';
}

function pathOf(address: string): string {
  return /\/v\/.*$/i.exec(address)?.[0] ?? '';
}
