import { type Context, Hono } from 'hono';
import { readNoticeCode, readVillageCode } from '../../notice/index.ts';
import { type Actor, mayRead } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { packedJson, refuse } from '../http/answers.ts';
import { readVersions } from './read-versions.ts';

export interface VersionsSetting {
  readonly store: Store;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

/** `/api/notices/<village>/<notice>/versions`: the newest first, older ones after `?before=`. */
export function versionRoutes({ store, asked }: VersionsSetting): Hono {
  const routes = new Hono();
  routes.get('/:village/:notice/versions', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const village = readVillageCode(context.req.param('village'));
    const notice = readNoticeCode(context.req.param('notice'));
    if (!village || !notice) return refuse(context, 404, 'no-such-address');
    if (!mayRead(actor, village)) return refuse(context, 403, 'not-allowed');
    const before = Number(context.req.query('before') ?? Number.MAX_SAFE_INTEGER);
    if (!Number.isSafeInteger(before)) return refuse(context, 400, 'bad-request');
    return packedJson(context, await readVersions(store.db, village, notice, before));
  });
  return routes;
}
