import * as v from 'valibot';
import type { CheckCode, NoticeCode, VillageCode } from './codes.ts';
import { readCheckCode, readNoticeCode, readVillageCode } from './codes.ts';
import { AuthorSchema, ConflictPlaceSchema, ConflictSchema } from './conflicts.ts';
import { NoticeContentSchema } from './content.ts';
import { PostingSchema } from './posting.ts';

export const VillageCodeSchema = v.pipe(
  v.string(),
  v.check((text) => readVillageCode(text) === text),
  v.transform((text) => text as VillageCode),
);
export const NoticeCodeSchema = v.pipe(
  v.string(),
  v.check((text) => readNoticeCode(text) === text),
  v.transform((text) => text as NoticeCode),
);
export const CheckCodeSchema = v.pipe(
  v.string(),
  v.check((text) => readCheckCode(text) === text),
  v.transform((text) => text as CheckCode),
);

/** What people said of a notice, kept with it: why it was returned or withdrawn, and comments. */
export const RemarkSchema = v.strictObject({
  kind: v.picklist(['returned', 'withdrawn', 'comment']),
  reason: v.pipe(v.string(), v.maxLength(2_000)),
  by: AuthorSchema,
  /** How many revisions there were when it was said. */
  afterRevision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The field or household that a comment is about; absent where it is about the whole. */
  place: v.optional(ConflictPlaceSchema),
  /** What that place held when it was said. */
  about: v.optional(v.string()),
});
export type Remark = v.InferOutput<typeof RemarkSchema>;

/** A published revision, without its words: these are the revision's document. */
export const RevisionMarkSchema = v.strictObject({
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  checkCode: CheckCodeSchema,
  by: AuthorSchema,
});
export type RevisionMark = v.InferOutput<typeof RevisionMarkSchema>;

/**
 * One matter being disclosed by one village. Two things are said of it: how far the working copy
 * is (`stage`), and what the public sees (`standing`). A published notice that is being amended is
 * a draft with an older revision standing.
 */
export const NoticeSchema = v.strictObject({
  village: VillageCodeSchema,
  code: NoticeCodeSchema,
  /** Of the last accepted content; 0 while the server has none. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  content: NoticeContentSchema,
  conflicts: v.array(ConflictSchema),
  /** draft: being written; submitted: with the reviewer; settled: nothing beyond the last revision. */
  stage: v.picklist(['draft', 'submitted', 'settled']),
  standing: v.picklist(['unpublished', 'published', 'withdrawn', 'closed']),
  revisions: v.array(RevisionMarkSchema),
  remarks: v.array(RemarkSchema),
  /** Where its sheets hung, in the order in which it was recorded; absent where none did. */
  postings: v.optional(v.array(PostingSchema)),
  /** Who wrote content since the last revision, by person: none of them may publish it alone. */
  drafters: v.array(v.string()),
  /** Who changed the content last. */
  saved: AuthorSchema,
  createdAt: v.string(),
});
export type Notice = v.InferOutput<typeof NoticeSchema>;

/** The last published revision; undefined while there is none. */
export function lastRevision(notice: Pick<Notice, 'revisions'>): RevisionMark | undefined {
  return notice.revisions.at(-1);
}
