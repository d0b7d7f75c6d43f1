import * as v from 'valibot';
import { ExemptionActionSchema, ExemptionSchema, ItemIdSchema } from '../notice/index.ts';
import {
  MATTER_CHANGE,
  MATTER_MUTATION,
  MATTERS_REQUEST,
  MATTERS_RESPONSE,
  MOST_MUTATIONS,
} from './matters.ts';
import { Seal } from './parts.ts';

/** What a set-back server has lost, as it was told with its seal by the server itself. */
export const BringBackExemptionSchema = v.strictObject({
  kind: v.literal('bring-back'),
  exemption: ExemptionSchema,
  seal: Seal,
});
export type BringBackExemption = v.InferOutput<typeof BringBackExemptionSchema>;

/** What somebody said of an item that does not apply. */
export const ExemptionMutationSchema = v.strictObject({
  ...MATTER_MUTATION,
  item: ItemIdSchema,
  action: v.variant('kind', [ExemptionActionSchema, BringBackExemptionSchema]),
});
export type ExemptionMutation = v.InferOutput<typeof ExemptionMutationSchema>;

/** A device's part of a sync that is about items that do not apply. */
export const ExemptionsRequestSchema = v.strictObject({
  ...MATTERS_REQUEST,
  mutations: v.pipe(v.array(ExemptionMutationSchema), v.maxLength(MOST_MUTATIONS)),
});
export type ExemptionsRequest = v.InferOutput<typeof ExemptionsRequestSchema>;

/** All that was said of an item. */
export const ExemptionChangeSchema = v.strictObject({
  ...MATTER_CHANGE,
  exemption: ExemptionSchema,
});
export type ExemptionChange = v.InferOutput<typeof ExemptionChangeSchema>;

export const ExemptionsResponseSchema = v.strictObject({
  ...MATTERS_RESPONSE,
  changes: v.array(ExemptionChangeSchema),
});
export type ExemptionsResponse = v.InferOutput<typeof ExemptionsResponseSchema>;
