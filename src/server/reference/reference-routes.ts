import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { catalogueSchema } from '../../catalogue/index.ts';
import {
  ArrangeRequestSchema,
  InForceRequestSchema,
  type ReferenceRefusal,
} from '../../protocol/index.ts';
import type { Actor } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { packedJson, refuse } from '../http/answers.ts';
import { readJson } from '../http/read-json.ts';
import { catalogueAt, districtOf, referenceOf } from './read-reference.ts';
import {
  arrangeCalendar,
  type ReferenceOutcome,
  saveCatalogue,
  setInForce,
} from './write-reference.ts';

export interface ReferenceSetting {
  readonly store: Store;
  readonly now: () => Date;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

/** All 26 fields of a county in one catalogue come to about 2 MB. */
const CATALOGUE_LIMITS = { wire: 4_000_000, unpacked: 16_000_000 };
const YEAR_LIMITS = { wire: 50_000, unpacked: 50_000 };

const STATUS: Readonly<Record<ReferenceRefusal, 400 | 403 | 409 | 413>> = {
  'changed-meanwhile': 409,
  'not-allowed': 403,
  'does-not-fit': 400,
  'bad-request': 400,
  'too-large': 413,
};

/** `/api/reference` and what an administrator sends to change it. */
export function referenceRoutes({ store, now, asked }: ReferenceSetting): Hono {
  const routes = new Hono();

  const take = async <Schema extends v.GenericSchema>(
    context: Context,
    schema: Schema,
    limits: { readonly wire: number; readonly unpacked: number },
    change: (actor: Actor, request: v.InferOutput<Schema>) => Promise<ReferenceOutcome>,
  ): Promise<Response> => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const body = await readJson(context.req.raw, limits);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(schema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    const outcome = await change(actor, request.output);
    return outcome.ok ? context.json({}) : refuse(context, STATUS[outcome.code], outcome.code);
  };

  routes.get('/reference', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const reference = await referenceOf(store.db, districtOf(actor.place));
    const etag = `"${createHash('sha256').update(JSON.stringify(reference)).digest('base64url')}"`;
    context.header('etag', etag);
    context.header('cache-control', 'private, no-cache');
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    const answer = await packedJson(context, reference);
    answer.headers.set('etag', etag);
    answer.headers.set('cache-control', 'private, no-cache');
    return answer;
  });

  routes.get('/catalogues/:id/:version{[0-9]{1,6}}', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const { id, version } = context.req.param();
    const district = districtOf(actor.place);
    const catalogue = await catalogueAt(store.db, district, id, Number(version));
    if (!catalogue) return refuse(context, 404, 'no-such-catalogue');
    return packedJson(context, catalogue);
  });

  routes.post('/calendar', (context) =>
    take(context, ArrangeRequestSchema, YEAR_LIMITS, (actor, request) =>
      arrangeCalendar(store, actor, request, now()),
    ),
  );

  routes.post('/catalogues', (context) =>
    take(context, catalogueSchema, CATALOGUE_LIMITS, (actor, catalogue) =>
      saveCatalogue(store, actor, catalogue, now()),
    ),
  );

  routes.post('/catalogues/in-force', (context) =>
    take(context, InForceRequestSchema, YEAR_LIMITS, (actor, { inForce }) =>
      setInForce(store, actor, inForce, now()),
    ),
  );
  return routes;
}
