import * as v from 'valibot';
import { ConflictPlaceSchema, ConflictSchema } from './conflicts.ts';
import { LIMITS, NoticeContentSchema } from './content.ts';
import { NoticeDocumentSchema } from './document.ts';
import { PostActionSchema, TakeDownActionSchema } from './posting.ts';

const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.reasonLength));

function fitsCell(value: string): boolean {
  return value.length <= LIMITS.cellLength;
}

/** What a person does to a notice; the body of a mutation. */
export const NoticeActionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('save'),
    /** The version the edit started from; 0 for a notice the server has not heard of. */
    baseVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    /**
     * The digest of the content the edit started from. A server that was set back to an older backup
     * gives its version numbers out again; by this it knows its own version from another of the same
     * number.
     */
    baseDigest: v.optional(v.string()),
    content: NoticeContentSchema,
    /** Conflicts that the device found itself, when it pulled onto unsent edits. */
    conflicts: v.array(ConflictSchema),
  }),
  v.pipe(
    v.strictObject({
      kind: v.literal('settle'),
      place: ConflictPlaceSchema,
      /**
       * The value that stands from now on. Of a row: null deletes it, any text keeps it as it is.
       */
      value: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.fieldLength))),
    }),
    v.check(({ place, value }) => place.kind !== 'cell' || fitsCell(value ?? ''), 'too long'),
  ),
  v.strictObject({ kind: v.literal('submit') }),
  v.strictObject({ kind: v.literal('return'), reason: Reason }),
  v.strictObject({
    kind: v.literal('publish'),
    revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** Of the content that the publisher read; another content is never published unread. */
    contentDigest: v.string(),
    document: NoticeDocumentSchema,
  }),
  v.strictObject({ kind: v.literal('withdraw'), reason: Reason }),
  v.strictObject({ kind: v.literal('close') }),
  /** On the whole notice, or on one field or household of it. */
  v.strictObject({
    kind: v.literal('comment'),
    text: Reason,
    place: v.optional(ConflictPlaceSchema),
  }),
  PostActionSchema,
  TakeDownActionSchema,
]);
export type NoticeAction = v.InferOutput<typeof NoticeActionSchema>;
