import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  EnrolRequestSchema,
  type MutationResult,
  PROTOCOL_VERSION,
  withMutationsInRows,
} from '../../protocol/index.ts';
import {
  type Actor,
  actorOf,
  describeInvitation,
  enrol,
  invitedBy,
  type ShownLink,
  sessionOf,
} from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { log } from '../log.ts';
import { referenceRoutes } from '../reference/index.ts';
import { type PublishedNotice, publishedBy, sync } from '../sync/index.ts';
import { packedJson, refuse } from './answers.ts';
import { clientAddress } from './client-address.ts';
import { readDeviceCookie, setDeviceCookie } from './device-cookie.ts';
import { peopleRoutes } from './people-routes.ts';
import { RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';

export interface ApiSetting {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Told after the commit which notices changed for everybody to see; nobody waits for it. */
  readonly onPublished?: (notices: readonly PublishedNotice[]) => void;
}

/** A sync carries a day's drafts of a whole committee; anything else is a line. */
const SYNC_LIMITS = { wire: 4_000_000, unpacked: 32_000_000 };
const LINE_LIMITS = { wire: 4_000, unpacked: 4_000 };

/** What the app asks: `/api/…`. Every answer is JSON; a refusal is `{ code }`. */
export function apiRoutes({ store, publicUrl, now, onPublished }: ApiSetting): Hono {
  const isHttps = publicUrl.startsWith('https:');
  const clock = () => now().getTime();
  // only failures count: a hall of cadres enrols behind one address, a guesser fails
  const guesses = new RateLimit({ burst: 20, perMinute: 10 }, clock);
  const ofDevice = new RateLimit({ burst: 600, perMinute: 300 }, clock);
  const ofPlace = new RateLimit({ burst: 3_000, perMinute: 1_500 }, clock);
  const routes = new Hono();

  const asked = async (context: Context): Promise<Actor | undefined> => {
    const token = readDeviceCookie(context, isHttps);
    return token === undefined ? undefined : actorOf(store, token, now());
  };

  const tellInvitation = async (context: Context, link: ShownLink): Promise<Response> => {
    const address = clientAddress(context);
    if (!guesses.admits(address)) return refuse(context, 429, 'too-many');
    const invited = await invitedBy(store, link, now());
    if (!invited) return refuse(context, 404, 'no-invitation');
    guesses.giveBack(address);
    return context.json(await describeInvitation(store, invited));
  };
  routes.get('/invitation', (context) =>
    tellInvitation(context, { text: context.req.query('token') ?? '' }),
  );
  // the same with the token in the body, where no proxy writes it down
  routes.post('/invitation', async (context) => {
    const body = await readJson(context.req.raw, LINE_LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(EnrolRequestSchema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    return tellInvitation(context, shownLink(request.output));
  });

  routes.post('/enrol', async (context) => {
    const address = clientAddress(context);
    if (!guesses.admits(address)) return refuse(context, 429, 'too-many');
    const body = await readJson(context.req.raw, LINE_LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(EnrolRequestSchema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    const label = deviceLabel(context.req.header('user-agent'));
    const enrolled = await enrol(store, shownLink(request.output), label, now());
    if (!enrolled) return refuse(context, 404, 'no-invitation');
    guesses.giveBack(address);
    setDeviceCookie(context, enrolled.token, isHttps);
    return context.json(await sessionOf(store, enrolled.actor, publicUrl));
  });

  routes.get('/session', async (context) => {
    const token = readDeviceCookie(context, isHttps);
    const actor = await asked(context);
    if (!actor || token === undefined) return refuse(context, 401, 'no-session');
    setDeviceCookie(context, token, isHttps);
    return context.json(await sessionOf(store, actor, publicUrl));
  });

  routes.post('/sync', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    if (!ofDevice.admits(actor.device) || !ofPlace.admits(actor.place))
      return refuse(context, 429, 'too-many');
    const body = await readJson(context.req.raw, SYNC_LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const value = withMutationsInRows(body.value);
    const outcome = await sync(store, actor, value, now);
    if (outcome.ok) {
      const denied = outcome.response.results.filter(isDenied).length;
      if (denied > 0) log('info', 'actions not allowed', { device: actor.device, denied });
      const published = publishedBy(value, outcome.response.results);
      if (published.length > 0) onPublished?.(published);
      return packedJson(context, outcome.response);
    }
    if (outcome.code === 'update-needed') {
      return context.json({ code: outcome.code, protocol: PROTOCOL_VERSION }, 409);
    }
    return refuse(context, 400, outcome.code);
  });

  routes.route('/', referenceRoutes({ store, now, asked }));

  routes.route('/', peopleRoutes({ store, publicUrl, now, asked }));
  routes.all('/*', (context) => refuse(context, 404, 'no-such-address'));
  return routes;
}

function shownLink({ token, attempt }: v.InferOutput<typeof EnrolRequestSchema>): ShownLink {
  return { text: token, attempt };
}

function isDenied(result: MutationResult): boolean {
  return result.outcome === 'refused' && result.code === 'not-allowed';
}

/** Systems by what a browser says of itself; the more exact names first, since Android says Linux too. */
const SYSTEMS = [
  'OpenHarmony',
  'HarmonyOS',
  'iPhone',
  'iPad',
  'Android',
  'Windows',
  'Macintosh',
  'Linux',
] as const;

/** What kind of phone it is, as far as it says: 'Android', 'iPhone'. */
function deviceLabel(userAgent = ''): string {
  return SYSTEMS.find((system) => userAgent.includes(system)) ?? '';
}
