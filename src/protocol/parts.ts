import * as v from 'valibot';

/** A place in a village's gapless sequence of changes. */
export const Sequence = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Names a village's history at a point; only the server reads more in it than 'the same' or 'another'. */
export const HistoryMark = v.pipe(v.string(), v.maxLength(100));

/** Names a mutation; drawn on the device. */
export const MutationId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{8,64}$/));

export const MutationResultSchema = v.variant('outcome', [
  v.strictObject({ id: MutationId, outcome: v.literal('accepted') }),
  v.strictObject({
    id: MutationId,
    outcome: v.literal('refused'),
    /** A RefusalCode, or one of the border's own: 'not-allowed', 'personal-data', 'incomplete', 'words-differ'. */
    code: v.string(),
  }),
]);
export type MutationResult = v.InferOutput<typeof MutationResultSchema>;
