import * as v from 'valibot';
import { VillageCodeSchema } from '../notice/index.ts';
import { ExemptionChangeSchema } from './exemptions.ts';
import { HistoryMark, Sequence } from './parts.ts';

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

const SupervisedVillageSchema = v.strictObject({
  code: VillageCodeSchema,
  name: v.string(),
  town: v.string(),
});
export type SupervisedVillage = v.InferOutput<typeof SupervisedVillageSchema>;

/** How far a device knows each village: its sequence, and the mark of the history that it is from. */
const Known = {
  cursors: v.record(VillageCodeSchema, Sequence),
  histories: v.record(VillageCodeSchema, HistoryMark),
};

/**
 * `POST /api/supervision`: asks for what changed since the device's cursors, and of villages that
 * have none for all of a year. Cursors belong to that year.
 */
export const SupervisionRequestSchema = v.strictObject({
  year: v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2200)),
  ...Known,
});
export type SupervisionRequest = v.InferOutput<typeof SupervisionRequestSchema>;

export const SupervisionResponseSchema = v.strictObject({
  /** All that are in the person's charge. */
  villages: v.array(SupervisedVillageSchema),
  facts: v.array(v.strictObject({ sequence: Sequence, facts: NoticeFactsSchema })),
  exemptions: v.array(ExemptionChangeSchema),
  ...Known,
  /** Villages that are told from the start, since their cursor belonged to another history. */
  restarted: v.array(VillageCodeSchema),
  /** True when the page was full: the villages that are not in `cursors` wait. */
  more: v.boolean(),
});
export type SupervisionResponse = v.InferOutput<typeof SupervisionResponseSchema>;

/** The answer to `GET /api/supervision`, of every year at once; for programs older than the above. */
export const SupervisionFactsSchema = v.strictObject({
  villages: v.array(v.strictObject({ code: v.string(), name: v.string(), town: v.string() })),
  facts: v.array(NoticeFactsSchema),
});
export type SupervisionFacts = v.InferOutput<typeof SupervisionFactsSchema>;
