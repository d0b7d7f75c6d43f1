import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  AddPersonSchema,
  ChangeSettingsSchema,
  type InvitationLink,
  NameDeviceSchema,
  NamePersonSchema,
  type PersonWithDevices,
  PlaceCodeSchema,
} from '../../protocol/index.ts';
import {
  type Actor,
  addPerson,
  changeSettings,
  invite,
  isRoleFor,
  mayAdminister,
  type Person,
  pageSettingsOf,
  peopleOf,
  peopleWithDevices,
  removePerson,
  revokeDevice,
} from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { enrolmentLink } from '../enrolment-link.ts';
import { refuse } from './answers.ts';
import { readJson } from './read-json.ts';

export interface PeopleSetting {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** The person behind the request's device; undefined where there is none. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

const LIMITS = { wire: 8_000, unpacked: 8_000 };

/**
 * People and their phones: `/people`, `/devices`, `/places`. For a district's administrator; a place
 * outside the district is answered like one that does not exist.
 */
export function peopleRoutes({ store, publicUrl, now, asked }: PeopleSetting): Hono {
  const routes = new Hono();

  /** Parses the body and asks who it is; a Response where one of them is not right. */
  async function read<Output>(
    context: Context,
    schema: v.GenericSchema<unknown, Output>,
  ): Promise<{ actor: Actor; body: Output } | Response> {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const body = await readJson(context.req.raw, LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const parsed = v.safeParse(schema, body.value);
    if (!parsed.success) return refuse(context, 400, 'bad-request');
    return { actor, body: parsed.output };
  }

  async function linkFor(person: Pick<Person, 'place' | 'id'>): Promise<InvitationLink> {
    const token = await invite(store, person, now());
    return { person: person.id, link: enrolmentLink(publicUrl, token) };
  }

  routes.get('/people', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const place = context.req.query('place') ?? '';
    if (!mayAdminister(actor, place)) return refuse(context, 404, 'no-such-place');
    const people: PersonWithDevices[] = (await peopleWithDevices(store, place)).map((one) => ({
      ...one,
      devices: [...one.devices],
    }));
    return context.json(people);
  });

  routes.post('/people', async (context) => {
    const request = await read(context, AddPersonSchema);
    if (request instanceof Response) return request;
    const { actor, body } = request;
    if (!mayAdminister(actor, body.place)) return refuse(context, 404, 'no-such-place');
    if (!isRoleFor(body.role, body.place)) return refuse(context, 400, 'role-not-here');
    const person = await addPerson(store, body, now());
    return person ? context.json(await linkFor(person)) : refuse(context, 404, 'no-such-place');
  });

  routes.post('/people/invite', async (context) => {
    const request = await read(context, NamePersonSchema);
    if (request instanceof Response) return request;
    const { actor, body } = request;
    if (!mayAdminister(actor, body.place)) return refuse(context, 404, 'no-such-place');
    const person = (await peopleOf(store, body.place)).find(({ id }) => id === body.person);
    return person ? context.json(await linkFor(person)) : refuse(context, 404, 'no-such-person');
  });

  routes.post('/people/remove', async (context) => {
    const request = await read(context, NamePersonSchema);
    if (request instanceof Response) return request;
    const { actor, body } = request;
    if (!mayAdminister(actor, body.place)) return refuse(context, 404, 'no-such-place');
    if (body.person === actor.person) return refuse(context, 409, 'oneself');
    const isDone = await removePerson(store, body, actor, now());
    return isDone ? context.json({}) : refuse(context, 404, 'no-such-person');
  });

  routes.get('/devices', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const people = await peopleWithDevices(store, actor.place);
    return context.json(people.find(({ id }) => id === actor.person)?.devices ?? []);
  });

  routes.post('/devices/revoke', async (context) => {
    const request = await read(context, NameDeviceSchema);
    if (request instanceof Response) return request;
    const { actor, body } = request;
    const own = await peopleWithDevices(store, actor.place);
    const isOwn =
      body.place === actor.place &&
      own.some(
        ({ id, devices }) => id === actor.person && devices.some((one) => one.id === body.device),
      );
    if (!isOwn && !mayAdminister(actor, body.place)) return refuse(context, 404, 'no-such-device');
    const isDone = await revokeDevice(store, body, actor, now());
    return isDone ? context.json({}) : refuse(context, 404, 'no-such-device');
  });

  routes.post('/places/settings', async (context) => {
    const request = await read(context, ChangeSettingsSchema);
    if (request instanceof Response) return request;
    const { actor, body } = request;
    if (!mayAdminister(actor, body.place)) return refuse(context, 404, 'no-such-place');
    const { onePersonMayPublish, contacts, ...pages } = body.settings;
    const change = { own: { onePersonMayPublish, contacts }, pages };
    const isDone = await changeSettings(store, body.place, change, actor, now());
    return isDone ? context.json({}) : refuse(context, 404, 'no-such-place');
  });

  routes.get('/places/settings', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const place = context.req.query('place') ?? '';
    const isCode = v.is(PlaceCodeSchema, place) && mayAdminister(actor, place);
    const told = isCode ? await pageSettingsOf(store, place) : undefined;
    return told ? context.json(told) : refuse(context, 404, 'no-such-place');
  });
  return routes;
}
