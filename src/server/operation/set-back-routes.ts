import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { SettleSetBackSchema } from '../../protocol/index.ts';
import type { Actor } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import { readJson } from '../http/read-json.ts';
import { openSetBack, settleSetBack } from './set-back.ts';

const LIMITS = { wire: 1_000, unpacked: 1_000 };

/** `/api/set-back`: for administrators, who can do again what was lost, and say that they did. */
export function setBackRoutes({
  store,
  asked,
}: {
  readonly store: Store;
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    if (actor.role !== 'administrator') return refuse(context, 403, 'not-allowed');
    return context.json((await openSetBack(store.db)) ?? null);
  });

  routes.post('/', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    if (actor.role !== 'administrator') return refuse(context, 403, 'not-allowed');
    const body = await readJson(context.req.raw, LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(SettleSetBackSchema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    await settleSetBack(store.db, request.output.noticedAt);
    return context.json({});
  });
  return routes;
}
