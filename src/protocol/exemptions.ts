import * as v from 'valibot';
import {
  ExemptionActionSchema,
  ExemptionSchema,
  ItemIdSchema,
  VillageCodeSchema,
} from '../notice/index.ts';
import { HistoryMark, Instant, MutationId, MutationResultSchema, Seal, Sequence } from './parts.ts';

/** What a set-back server has lost, as it was told with its seal by the server itself. */
export const BringBackExemptionSchema = v.strictObject({
  kind: v.literal('bring-back'),
  exemption: ExemptionSchema,
  seal: Seal,
});
export type BringBackExemption = v.InferOutput<typeof BringBackExemptionSchema>;

/** What somebody said of an item that does not apply; a repeat of its id gets the stored result. */
export const ExemptionMutationSchema = v.strictObject({
  id: MutationId,
  village: VillageCodeSchema,
  item: ItemIdSchema,
  action: v.variant('kind', [ExemptionActionSchema, BringBackExemptionSchema]),
  /** When the person did it, by the device's clock (ISO instant). */
  at: Instant,
});
export type ExemptionMutation = v.InferOutput<typeof ExemptionMutationSchema>;

/** A device's part of a sync that is about items that do not apply; its cursors are its own. */
export const ExemptionsRequestSchema = v.strictObject({
  cursors: v.record(VillageCodeSchema, Sequence),
  mutations: v.pipe(v.array(ExemptionMutationSchema), v.maxLength(1_000)),
  /** Of a device that brings back what was lost; see `ObjectionsRequestSchema`. */
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
});
export type ExemptionsRequest = v.InferOutput<typeof ExemptionsRequestSchema>;

/** All that was said of an item, at its place in the village's sequence. */
export const ExemptionChangeSchema = v.strictObject({
  sequence: Sequence,
  exemption: ExemptionSchema,
  seal: v.optional(Seal),
});
export type ExemptionChange = v.InferOutput<typeof ExemptionChangeSchema>;

/** The answer's part, there exactly where the request had one. */
export const ExemptionsResponseSchema = v.strictObject({
  results: v.array(MutationResultSchema),
  changes: v.array(ExemptionChangeSchema),
  cursors: v.record(VillageCodeSchema, Sequence),
  /** As in `ObjectionsResponseSchema`. */
  histories: v.optional(v.record(VillageCodeSchema, HistoryMark)),
  restarted: v.optional(v.array(VillageCodeSchema)),
});
export type ExemptionsResponse = v.InferOutput<typeof ExemptionsResponseSchema>;
