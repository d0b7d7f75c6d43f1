import * as v from 'valibot';
import { VillageCodeSchema } from '../notice/index.ts';

export const RoleSchema = v.picklist(['drafter', 'reviewer', 'supervisor', 'administrator']);

/** Who holds this device, for which place, and what the villages in their charge are called. */
export const SessionSchema = v.strictObject({
  person: v.strictObject({ id: v.string(), name: v.string(), role: RoleSchema, place: v.string() }),
  device: v.strictObject({ id: v.string() }),
  villages: v.array(
    v.strictObject({
      code: VillageCodeSchema,
      name: v.string(),
      town: v.string(),
      onePersonMayPublish: v.boolean(),
    }),
  ),
  /** The origin that posters carry, so that a sheet can be printed with no network. */
  publicUrl: v.string(),
  /** True for the village of invented people that `npm start` makes. */
  demo: v.boolean(),
});
export type Session = v.InferOutput<typeof SessionSchema>;

/** What an enrolment link shows before it is accepted. */
export const InvitationSchema = v.strictObject({
  name: v.string(),
  role: RoleSchema,
  placeName: v.string(),
  demo: v.boolean(),
});
export type Invitation = v.InferOutput<typeof InvitationSchema>;

export const EnrolRequestSchema = v.strictObject({
  token: v.pipe(v.string(), v.minLength(16), v.maxLength(200)),
  /**
   * Drawn on the device and kept there before it asks: with the same one the same enrolment is
   * repeated for a day, where its answer was lost on the way. Older programs send none.
   */
  attempt: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/))),
});
