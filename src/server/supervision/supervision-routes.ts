import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { VillageCode } from '../../notice/index.ts';
import { type SupervisionFacts, SupervisionRequestSchema } from '../../protocol/index.ts';
import { type Actor, mayRead, maySupervise } from '../accounts/index.ts';
import type { Database, Store } from '../database/index.ts';
import { packedJson, refuse } from '../http/answers.ts';
import { readJson } from '../http/read-json.ts';
import { statesOf } from '../sync/history.ts';
import type { PhotographFiles } from '../uploads/index.ts';
import { FactTable } from './fact-table.ts';
import { photographArchive } from './photograph-archive.ts';
import { type TownsVillage, tellYear } from './tell-year.ts';

export interface SupervisionSetting {
  readonly store: Store;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
  /** Where photographs of hung sheets are kept; absent where none are. */
  readonly photographs?: PhotographFiles | undefined;
}

/** Cursors and marks of some thousand villages. */
const LIMITS = { wire: 200_000, unpacked: 1_000_000 };

/** Of which year and, where one is named, of which town's villages. */
const SelectionSchema = v.strictObject({
  year: v.pipe(v.string(), v.regex(/^2[01]\d\d$/), v.transform(Number)),
  town: v.optional(v.pipe(v.string(), v.regex(/^\d{0,12}$/)), ''),
});

/** `/api/supervision`: the villages in the asking person's charge, with their notices' facts. */
export function supervisionRoutes({ store, asked, photographs }: SupervisionSetting): Hono {
  const table = new FactTable(store.db);
  const routes = new Hono();

  /** Who asks; a Response where they may not. */
  async function overseer(context: Context): Promise<Actor | Response> {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    return maySupervise(actor) ? actor : refuse(context, 403, 'not-allowed');
  }

  async function bringUp(villages: readonly TownsVillage[]): Promise<void> {
    const codes = villages.map(({ code }) => code);
    await table.bringUpTo(codes, await statesOf(store.db, codes));
  }

  routes.post('/', async (context) => {
    const actor = await overseer(context);
    if (actor instanceof Response) return actor;
    const body = await readJson(context.req.raw, LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(SupervisionRequestSchema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    const villages = await villagesOf(store.db, actor);
    return packedJson(context, await tellYear(store.db, table, villages, request.output));
  });

  routes.get('/photographs.zip', async (context) => {
    const actor = await overseer(context);
    if (actor instanceof Response) return actor;
    const selection = v.safeParse(SelectionSchema, context.req.query());
    if (!selection.success) return refuse(context, 400, 'bad-request');
    if (!photographs) return refuse(context, 404, 'no-such-address');
    const { year, town } = selection.output;
    const villages = (await villagesOf(store.db, actor)).filter(({ code }) =>
      code.startsWith(town),
    );
    await bringUp(villages);
    const archive = photographArchive({ db: store.db, table, photographs }, villages, year);
    return new Response(archive, {
      headers: {
        'content-type': 'application/zip',
        // the app's link gives it a name in its language; one from here would take its place
        'content-disposition': 'attachment',
        'cache-control': 'no-store',
      },
    });
  });

  // programs that know of no years ask for all of them at once
  routes.get('/', async (context) => {
    const actor = await overseer(context);
    if (actor instanceof Response) return actor;
    const villages = await villagesOf(store.db, actor);
    await bringUp(villages);
    const placed = await table.ofYear(villages.map(({ code }) => code));
    const answer: SupervisionFacts = {
      villages,
      facts: placed.map(({ facts }) => facts),
    };
    return packedJson(context, answer);
  });
  return routes;
}

async function villagesOf(db: Database, actor: Actor): Promise<TownsVillage[]> {
  const rows = await db
    .selectFrom('place')
    .select(['code', 'name', 'town'])
    // codes are digits: these are the place's own and those below it
    .where('code', '>=', actor.place)
    .where('code', '<=', actor.place.padEnd(12, '9'))
    .orderBy('code')
    .execute();
  return rows
    .filter(({ code }) => code.length === 12 && mayRead(actor, code))
    .map((row) => ({ ...row, code: row.code as VillageCode })); // 12 digits
}
