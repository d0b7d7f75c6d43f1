import * as v from 'valibot';
import {
  NoticeCodeSchema,
  ObjectionActionSchema,
  ObjectionCodeSchema,
  ObjectionSchema,
} from '../notice/index.ts';
import {
  MATTER_CHANGE,
  MATTER_MUTATION,
  MATTERS_REQUEST,
  MATTERS_RESPONSE,
  MOST_MUTATIONS,
} from './matters.ts';
import { Seal } from './parts.ts';

/** What a set-back server has lost, as it was told with its seal by the server itself. */
export const BringBackObjectionSchema = v.strictObject({
  kind: v.literal('bring-back'),
  objection: ObjectionSchema,
  seal: Seal,
});
export type BringBackObjection = v.InferOutput<typeof BringBackObjectionSchema>;

/** What somebody did about an objection. */
export const ObjectionMutationSchema = v.strictObject({
  ...MATTER_MUTATION,
  notice: NoticeCodeSchema,
  objection: ObjectionCodeSchema,
  action: v.variant('kind', [ObjectionActionSchema, BringBackObjectionSchema]),
});
export type ObjectionMutation = v.InferOutput<typeof ObjectionMutationSchema>;

/** A device's part of a sync that is about objections. */
export const ObjectionsRequestSchema = v.strictObject({
  ...MATTERS_REQUEST,
  mutations: v.pipe(v.array(ObjectionMutationSchema), v.maxLength(MOST_MUTATIONS)),
  /** Of a device that knows of photographs; to others objections are told without them. */
  photographs: v.optional(v.literal(true)),
});
export type ObjectionsRequest = v.InferOutput<typeof ObjectionsRequestSchema>;

/** An objection as the server holds it. */
export const ObjectionChangeSchema = v.strictObject({
  ...MATTER_CHANGE,
  objection: ObjectionSchema,
});
export type ObjectionChange = v.InferOutput<typeof ObjectionChangeSchema>;

export const ObjectionsResponseSchema = v.strictObject({
  ...MATTERS_RESPONSE,
  changes: v.array(ObjectionChangeSchema),
  /** True when the page was full and more waits behind the new cursors. */
  more: v.boolean(),
});
export type ObjectionsResponse = v.InferOutput<typeof ObjectionsResponseSchema>;
