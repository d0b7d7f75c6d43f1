import * as v from 'valibot';
import { AuthorSchema, ConflictSchema, NoticeContentSchema } from '../notice/index.ts';

/**
 * One version of a notice, as the server keeps it for ever: the content with what stood in conflict
 * then, who made it, and on which device.
 */
export const KeptVersionSchema = v.strictObject({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  content: NoticeContentSchema,
  conflicts: v.array(ConflictSchema),
  by: AuthorSchema,
  /** What the device calls itself; empty where it is not known. */
  device: v.string(),
  /** When the server took it, an ISO instant. */
  acceptedAt: v.string(),
});
export type KeptVersion = v.InferOutput<typeof KeptVersionSchema>;

/** The answer to `GET /api/notices/<village>/<notice>/versions`: the newest first, in pages. */
export const VersionsSchema = v.strictObject({
  versions: v.array(KeptVersionSchema),
  /** Where older ones begin: to be asked for as `?before=`; absent on the last page. */
  before: v.exactOptional(v.number()),
});
export type Versions = v.InferOutput<typeof VersionsSchema>;
