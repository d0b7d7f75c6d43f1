import { type Context, Hono } from 'hono';
import type { SupervisionFacts } from '../../protocol/index.ts';
import { type Actor, mayRead, maySupervise } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { packedJson, refuse } from '../http/answers.ts';
import { VillageFacts } from './village-facts.ts';

export interface SupervisionSetting {
  readonly store: Store;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

/** `/api/supervision`: the villages in the asking person's charge, with their notices' facts. */
export function supervisionRoutes({ store, asked }: SupervisionSetting): Hono {
  const known = new VillageFacts();
  const routes = new Hono();
  routes.get('/', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    if (!maySupervise(actor)) return refuse(context, 403, 'not-allowed');
    const rows = await store.db
      .selectFrom('place')
      .select(['code', 'name', 'town', 'sequence'])
      // codes are digits: these are the place's own and those below it
      .where('code', '>=', actor.place)
      .where('code', '<=', actor.place.padEnd(12, '9'))
      .orderBy('code')
      .execute();
    const places = rows.filter(({ code }) => code.length === 12 && mayRead(actor, code));
    const answer: SupervisionFacts = {
      villages: places.map(({ code, name, town }) => ({ code, name, town })),
      facts: await known.of(store.db, places),
    };
    return packedJson(context, answer);
  });
  return routes;
}
