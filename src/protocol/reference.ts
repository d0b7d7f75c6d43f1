import * as v from 'valibot';
import { arrangementSchema, workingCalendarSchema } from '../calendar/index.ts';
import { catalogueSchema } from '../catalogue/index.ts';

const { id: CatalogueIdSchema, version: CatalogueVersionSchema } = catalogueSchema.entries;

/**
 * What holds in a whole district: the holiday calendar, the catalogues it has brought in, and which
 * catalogues its villages are to use. Members that only a newer program knows are passed over.
 */
export const ReferenceSchema = v.object({
  calendar: workingCalendarSchema,
  /** Every version of the district's own catalogues: a notice names the one it was written by. */
  catalogues: v.array(v.object({ id: CatalogueIdSchema, version: CatalogueVersionSchema })),
  /** Ids of catalogues, the district's own or shipped ones; empty where nobody has said. */
  inForce: v.array(CatalogueIdSchema),
});
export type Reference = v.InferOutput<typeof ReferenceSchema>;

/** One year's holidays, as an administrator typed them onto a calendar of this version. */
export const ArrangeRequestSchema = v.strictObject({
  basedOn: v.pipe(v.number(), v.integer(), v.minValue(1)),
  arrangement: arrangementSchema,
});
export type ArrangeRequest = v.InferOutput<typeof ArrangeRequestSchema>;

/** The catalogues that the district's villages are to use, in the order in which they see them. */
export const InForceRequestSchema = v.strictObject({
  inForce: v.pipe(v.array(CatalogueIdSchema), v.minLength(1), v.maxLength(100)),
});
export type InForceRequest = v.InferOutput<typeof InForceRequestSchema>;

/** Why the server does not take what an administrator sends; the words stand in the locales. */
export const REFERENCE_REFUSALS = [
  /** Somebody else changed the same in the meantime: look again. */
  'changed-meanwhile',
  /** Not the administrator of this district. */
  'not-allowed',
  /** A year that does not join the calendar's, or days that contradict each other. */
  'does-not-fit',
  'bad-request',
  'too-large',
] as const;
export type ReferenceRefusal = (typeof REFERENCE_REFUSALS)[number];
