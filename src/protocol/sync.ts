import * as v from 'valibot';
import {
  NoticeActionSchema,
  NoticeCodeSchema,
  NoticeContentSchema,
  NoticeDocumentSchema,
  NoticeSchema,
  VillageCodeSchema,
} from '../notice/index.ts';
import { inRows } from './columns.ts';
import { ExemptionsRequestSchema, ExemptionsResponseSchema } from './exemptions.ts';
import { ObjectionsRequestSchema, ObjectionsResponseSchema } from './objections.ts';
import { HistoryMark, Instant, MutationId, MutationResultSchema, Sequence } from './parts.ts';

/** Raised when an older program could misread what the other side says. */
export const PROTOCOL_VERSION = 1;

export const MutationSchema = v.strictObject({
  /** Made on the device; the server gives a repeat the stored result and does nothing. */
  id: MutationId,
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  action: NoticeActionSchema,
  /** When the person did it, by the device's clock (ISO instant). */
  at: Instant,
});
export type Mutation = v.InferOutput<typeof MutationSchema>;

export const SyncRequestSchema = v.strictObject({
  protocol: v.number(),
  /** The device's clock as it sends, so that a wrong one is noticed. */
  sentAt: v.string(),
  /** For each village the device follows, the last sequence it has. */
  cursors: v.record(VillageCodeSchema, Sequence),
  /**
   * For each village, the mark that came with its cursor. A server that was set back to an older
   * backup and has gone on from there knows by it that the cursor belongs to another history.
   */
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
  /** On the wire in columns (`columns.ts`) or as a list. */
  mutations: v.pipe(v.array(MutationSchema), v.maxLength(1_000)),
  /** Of a device that wants to be told how many notices wait behind a full page. */
  left: v.optional(v.literal(true)),
  /** Of a device that knows of objections; taken after the mutations, whose revisions answers name. */
  objections: v.optional(ObjectionsRequestSchema),
  /** Of a device that knows of items that do not apply. */
  exemptions: v.optional(ExemptionsRequestSchema),
});
export type SyncRequest = v.InferOutput<typeof SyncRequestSchema>;

/** A request's body with its mutations as a list, in whichever form they came; to be parsed yet. */
export function withMutationsInRows(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('mutations' in body)) return body;
  return { ...body, mutations: inRows(body.mutations) };
}

/**
 * A notice as the server holds it, at its place in the village's sequence. What the request itself
 * carried need not come back: the content may be left out where it is, to the letter, that of the
 * request's last save of this notice, and the document where it is that of the request's publish.
 */
export const NoticeChangeSchema = v.strictObject({
  sequence: Sequence,
  notice: v.strictObject({
    ...NoticeSchema.entries,
    content: v.optional(NoticeContentSchema),
  }),
  /** The last published revision's words, where there is one. */
  document: v.optional(NoticeDocumentSchema),
});
export type NoticeChange = v.InferOutput<typeof NoticeChangeSchema>;

export const SyncResponseSchema = v.strictObject({
  protocol: v.number(),
  serverTime: v.string(),
  /** One for each mutation sent, in the same order; none for those of a restarted village. */
  results: v.array(MutationResultSchema),
  changes: v.array(NoticeChangeSchema),
  cursors: v.record(VillageCodeSchema, Sequence),
  /** For each village in `cursors`, the mark of the history that its cursor belongs to. */
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
  /**
   * The villages whose cursor belongs to a history that this server does not hold (an older backup
   * was restored): all their notices are told again, on as many pages as it takes. Their mutations
   * in this request were left untouched; the device sends them again, behind those that were once
   * accepted and may be gone.
   */
  restarted: v.optional(v.array(VillageCodeSchema)),
  /** True when a page was full and more waits behind the new cursors. */
  more: v.boolean(),
  /** Where the request asked for it and `more` is true: the notices that wait, as far as is known. */
  left: v.optional(Sequence),
  /** Where the request asked about objections; a device that did not is told nothing it cannot read. */
  objections: v.optional(ObjectionsResponseSchema),
  /** Where the request asked about items that do not apply. */
  exemptions: v.optional(ExemptionsResponseSchema),
});
export type SyncResponse = v.InferOutput<typeof SyncResponseSchema>;
