import * as v from 'valibot';

/** What supervision is told of one notice: dates and states, no content; see `NoticeFacts`. */
export const NoticeFactsSchema = v.strictObject({
  village: v.string(),
  code: v.string(),
  item: v.string(),
  title: v.string(),
  stage: v.picklist(['draft', 'submitted', 'settled']),
  standing: v.picklist(['unpublished', 'published', 'withdrawn', 'closed']),
  deadlineStart: v.optional(v.string()),
  publishedAt: v.optional(v.string()),
  hungAt: v.optional(v.string()),
  createdAt: v.string(),
});

/** The answer to `GET /api/supervision`: the villages in a person's charge and their notices. */
export const SupervisionFactsSchema = v.strictObject({
  villages: v.array(v.strictObject({ code: v.string(), name: v.string(), town: v.string() })),
  facts: v.array(NoticeFactsSchema),
});
export type SupervisionFacts = v.InferOutput<typeof SupervisionFactsSchema>;
