import * as v from 'valibot';

/** A place in a village's gapless sequence of changes. */
export const Sequence = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Names a village's history at a point; only the server reads more in it than 'the same' or 'another'. */
export const HistoryMark = v.pipe(v.string(), v.maxLength(100));

/**
 * The server's own seal on what it told. A device that brings back what a server has lost shows by it
 * that it is to the letter what the server once said.
 */
export const Seal = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** A moment by the device's clock, in UTC, as `Date.toISOString` writes it. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

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
