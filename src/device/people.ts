import * as v from 'valibot';
import {
  type AddPersonSchema,
  type ChangeSettingsSchema,
  type InvitationLink,
  InvitationLinkSchema,
  type NameDeviceSchema,
  type NamePersonSchema,
  PeopleSchema,
  PersonSchema,
  type PersonWithDevices,
} from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import { refreshSession } from './enrolment.ts';

/** A phone that works in a person's name. */
export type EnrolledDevice = PersonWithDevices['devices'][number];

/** Why nothing was read or changed; `gone`: the person, phone or place is not there (any more). */
export type PeopleTrouble = 'offline' | 'signed-out' | 'gone' | 'oneself' | 'server';

export type PeopleAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: PeopleTrouble };

/** A line or two takes no longer, even where the signal is weak. */
const ANSWER_MILLISECONDS = 30_000;

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

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function ask<Value>(
  path: string,
  request: RequestInit,
  schema: v.GenericSchema<unknown, Value>,
): Promise<PeopleAnswer<Value>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_MILLISECONDS);
  try {
    const response = await fetch(path, { ...request, signal: abort.signal });
    if (!response.ok) return { ok: false, trouble: troubleOf(response.status) };
    const parsed = v.safeParse(schema, await response.json());
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, trouble: 'server' };
  } catch {
    // no answer came, or half of one
    return { ok: false, trouble: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

function troubleOf(status: number): PeopleTrouble {
  if (status === 401) return 'signed-out';
  if (status === 404) return 'gone';
  return status === 409 ? 'oneself' : 'server';
}
