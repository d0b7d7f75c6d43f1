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
});
