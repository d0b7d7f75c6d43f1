import * as v from 'valibot';
import { RoleSchema } from './session.ts';

/** A division code of a district, town or village. */
export const PlaceCodeSchema = v.pipe(v.string(), v.regex(/^\d{6}(?:\d{3}){0,2}$/));

/** A person of a place, with the phones that work in their name. */
export const PersonSchema = v.strictObject({
  place: PlaceCodeSchema,
  id: v.string(),
  name: v.string(),
  role: RoleSchema,
  devices: v.array(
    v.strictObject({
      id: v.string(),
      /** What kind of phone it is, as far as it says. */
      label: v.string(),
      enrolledAt: v.string(),
      lastSeenAt: v.string(),
    }),
  ),
});
export type PersonWithDevices = v.InferOutput<typeof PersonSchema>;

/** `GET /api/people?place=`: the people of one place, for the district's administrator. */
export const PeopleSchema = v.array(PersonSchema);

/** `POST /api/people`: adds somebody. The answer is an InvitationLink. */
export const AddPersonSchema = v.strictObject({
  place: PlaceCodeSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  role: RoleSchema,
});

/** `POST /api/people/invite` and `/api/people/remove`: says whom. */
export const NamePersonSchema = v.strictObject({ place: PlaceCodeSchema, person: v.string() });

/** The link that lets one phone in, once, within 72 hours; it is shown now and never again. */
export const InvitationLinkSchema = v.strictObject({ person: v.string(), link: v.string() });
export type InvitationLink = v.InferOutput<typeof InvitationLinkSchema>;

/** `POST /api/devices/revoke`: ends a phone's access; one's own, or as administrator anybody's. */
export const NameDeviceSchema = v.strictObject({ place: PlaceCodeSchema, device: v.string() });

/** How a village's public pages show it, and by when it answers. Null is the program's own way. */
export const PageSettingsSchema = v.strictObject({
  /** Within so many working days an objection is answered. */
  answerWorkingDays: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(60))),
  /** How persons' names in lists are shown online. */
  names: v.picklist(['whole', 'masked']),
  /** Lists of persons stay online after the publicity period. */
  keepLists: v.boolean(),
  /** Under which terms the published data may be used. */
  licence: v.nullable(
    v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
      url: v.pipe(v.string(), v.trim(), v.maxLength(300), v.url(), v.regex(/^https?:/i)),
    }),
  ),
});
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>;

/** `GET /api/places/settings?place=`: how the villages of a place show their pages. */
export const PageSettingsToldSchema = v.strictObject({
  /** The first village's. */
  settings: PageSettingsSchema,
  /** Of how many villages. */
  villages: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** In which settings the villages differ. */
  various: v.array(v.picklist(['answerWorkingDays', 'names', 'keepLists', 'licence'])),
});
export type PageSettingsTold = v.InferOutput<typeof PageSettingsToldSchema>;

/**
 * `POST /api/places/settings`: what a village decides for itself. Page settings of a town or district
 * become those of every village in it.
 */
export const ChangeSettingsSchema = v.strictObject({
  place: PlaceCodeSchema,
  settings: v.partial(
    v.strictObject({
      onePersonMayPublish: v.boolean(),
      /** The lines that villagers can call. */
      contacts: v.pipe(
        v.array(
          v.strictObject({
            label: v.pipe(v.string(), v.maxLength(100)),
            number: v.pipe(v.string(), v.maxLength(40)),
          }),
        ),
        v.maxLength(10),
      ),
      ...PageSettingsSchema.entries,
    }),
  ),
});

/** `GET /api/set-back`: that the server was set back to an older backup; null where nothing is open. */
export const SetBackSchema = v.strictObject({
  /** When it was restored, or first noticed, by the server's clock (ISO instant). */
  noticedAt: v.string(),
  /** When the backup's last entry was made, where the server can tell. */
  since: v.nullable(v.string()),
  /** Whether an administrator has looked over what phones cannot bring back. */
  isSettled: v.boolean(),
});
export type SetBack = v.InferOutput<typeof SetBackSchema>;

/** `POST /api/set-back`: an administrator has looked it over. */
export const SettleSetBackSchema = v.strictObject({ noticedAt: v.string() });
