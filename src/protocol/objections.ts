import * as v from 'valibot';
import {
  NoticeCodeSchema,
  ObjectionActionSchema,
  ObjectionCodeSchema,
  ObjectionSchema,
  VillageCodeSchema,
} from '../notice/index.ts';
import { HistoryMark, Instant, MutationId, MutationResultSchema, Seal, Sequence } from './parts.ts';

/** What a set-back server has lost, as it was told with its seal by the server itself. */
export const BringBackObjectionSchema = v.strictObject({
  kind: v.literal('bring-back'),
  objection: ObjectionSchema,
  seal: Seal,
});
export type BringBackObjection = v.InferOutput<typeof BringBackObjectionSchema>;

/** What somebody did about an objection; a repeat of its id gets the stored result. */
export const ObjectionMutationSchema = v.strictObject({
  id: MutationId,
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  objection: ObjectionCodeSchema,
  action: v.variant('kind', [ObjectionActionSchema, BringBackObjectionSchema]),
  /** When the person did it, by the device's clock (ISO instant). */
  at: Instant,
});
export type ObjectionMutation = v.InferOutput<typeof ObjectionMutationSchema>;

/**
 * A device's part of a sync that is about objections. Cursors are its own: they run on the village's
 * one sequence, but a program that learns of objections later must not have skipped any.
 */
export const ObjectionsRequestSchema = v.strictObject({
  cursors: v.record(VillageCodeSchema, Sequence),
  mutations: v.pipe(v.array(ObjectionMutationSchema), v.maxLength(1_000)),
  /** Of a device that knows of photographs; to others objections are told without them. */
  photographs: v.optional(v.literal(true)),
  /**
   * Of a device that brings back what a set-back server has lost: the marks that came with its
   * cursors. Only to such a device are marks, seals and restarted villages told.
   */
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
});
export type ObjectionsRequest = v.InferOutput<typeof ObjectionsRequestSchema>;

/** An objection as the server holds it, at its place in the village's sequence. */
export const ObjectionChangeSchema = v.strictObject({
  sequence: Sequence,
  objection: ObjectionSchema,
  seal: v.optional(Seal),
});
export type ObjectionChange = v.InferOutput<typeof ObjectionChangeSchema>;

/** The answer's part, there exactly where the request had one. */
export const ObjectionsResponseSchema = v.strictObject({
  results: v.array(MutationResultSchema),
  changes: v.array(ObjectionChangeSchema),
  cursors: v.record(VillageCodeSchema, Sequence),
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
  /**
   * Villages whose cursor belongs to another history, since an older backup was restored: all is told
   * again, and mutations were left untouched until the device has brought back what is missing.
   */
  restarted: v.optional(v.array(VillageCodeSchema)),
  /** True when the page was full and more waits behind the new cursors. */
  more: v.boolean(),
});
export type ObjectionsResponse = v.InferOutput<typeof ObjectionsResponseSchema>;
