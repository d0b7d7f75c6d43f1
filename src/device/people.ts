import * as v from 'valibot';
import {
  type AddPersonSchema,
  type ChangeSettingsSchema,
  type InvitationLink,
  InvitationLinkSchema,
  type NameDeviceSchema,
  type NamePersonSchema,
  type PageSettingsTold,
  PageSettingsToldSchema,
  PeopleSchema,
  PersonSchema,
  type PersonWithDevices,
  type SetBack,
  SetBackSchema,
} from '../protocol/index.ts';
import { ask, type PeopleAnswer, posted } from './ask.ts';
import type { DeviceDatabase } from './database.ts';
import { refreshSession } from './enrolment.ts';

/** A phone that works in a person's name. */
export type EnrolledDevice = PersonWithDevices['devices'][number];

const Done = v.object({});

/** The people of a place with their phones. Nothing of it is kept: it holds only as it is asked. */
export function readPeople(place: string): Promise<PeopleAnswer<PersonWithDevices[]>> {
  return ask(`/api/people?place=${encodeURIComponent(place)}`, {}, PeopleSchema);
}

/** The phones of the person who holds this one. */
export function readOwnDevices(): Promise<PeopleAnswer<EnrolledDevice[]>> {
  return ask('/api/devices', {}, PersonSchema.entries.devices);
}

/** Adds a person and makes their first link. */
export function addPerson(
  person: v.InferOutput<typeof AddPersonSchema>,
): Promise<PeopleAnswer<InvitationLink>> {
  return ask('/api/people', posted(person), InvitationLinkSchema);
}

/** Makes a link that lets one phone in, once. */
export function invitePerson(
  person: v.InferOutput<typeof NamePersonSchema>,
): Promise<PeopleAnswer<InvitationLink>> {
  return ask('/api/people/invite', posted(person), InvitationLinkSchema);
}

/** Removes a person: their phones and links stop working, what they did stays. */
export function removePerson(
  person: v.InferOutput<typeof NamePersonSchema>,
): Promise<PeopleAnswer<unknown>> {
  return ask('/api/people/remove', posted(person), Done);
}

/** Ends a phone's access; what has not been uploaded stays on it. */
export function revokeDevice(
  device: v.InferOutput<typeof NameDeviceSchema>,
): Promise<PeopleAnswer<unknown>> {
  return ask('/api/devices/revoke', posted(device), Done);
}

/** How the villages of a place show their public pages. */
export function readPageSettings(place: string): Promise<PeopleAnswer<PageSettingsTold>> {
  return ask(`/api/places/settings?place=${encodeURIComponent(place)}`, {}, PageSettingsToldSchema);
}

/** Changes what a village decides for itself, and brings this phone up to date with it. */
export async function changePlaceSettings(
  database: DeviceDatabase,
  change: v.InferOutput<typeof ChangeSettingsSchema>,
  now: Date,
): Promise<PeopleAnswer<unknown>> {
  const answer = await ask('/api/places/settings', posted(change), Done);
  if (answer.ok) await refreshSession(database, now, 'now');
  return answer;
}

/** That the server was set back to an older backup and nobody looked it over; null where not so. */
export function readSetBack(): Promise<PeopleAnswer<SetBack | null>> {
  return ask('/api/set-back', {}, v.nullable(SetBackSchema));
}

/** Says that it was looked over. */
export function settleSetBack(noticedAt: string): Promise<PeopleAnswer<unknown>> {
  return ask('/api/set-back', posted({ noticedAt }), Done);
}
