import { join } from 'node:path';
import { Server } from '@tus/server';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { PhotographIdSchema, readVillageCode, type VillageCode } from '../../notice/index.ts';
import { type Actor, mayChange, mayRead, readPlaceSettings } from '../accounts/index.ts';
import { lockPlace, type Store } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import { appendToLedger } from '../ledger/index.ts';
import { PHOTOGRAPH_BYTES, type PhotographFiles } from './photograph-files.ts';
import { UploadStore, uploadId } from './upload-store.ts';

export interface UploadSetting {
  readonly store: Store;
  readonly photographs: PhotographFiles;
  /** Where uploads that are under way are kept. */
  readonly dataDirectory: string;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

/** What a photograph belongs to, as its upload says. */
interface Target {
  readonly village: VillageCode;
  readonly photograph: string;
}

/**
 * `/api/uploads`: takes photographs by the tus protocol 1.0 (https://tus.io), so that one that broke
 * off goes on from where it was. Who may record a posting in a village may send its photographs.
 */
export function uploadRoutes(setting: UploadSetting): Hono {
  const { photographs, dataDirectory, publicUrl, asked } = setting;
  const uploads = new UploadStore(join(dataDirectory, 'uploads'));
  const tus = new Server({
    path: '/api/uploads',
    datastore: uploads,
    maxSize: PHOTOGRAPH_BYTES,
    relativeLocation: true,
    allowedOrigins: [new URL(publicUrl).origin],
    namingFunction: (_request, metadata) => {
      const target = targetOf(metadata?.['village'] ?? '', metadata?.['photograph'] ?? '');
      // the route has let only such through
      if (!target) throw new TypeError('an upload without its target');
      return uploadId(target.village, target.photograph);
    },
    onUploadFinish: async (_request, { id }) => {
      const target = targetIn(id);
      if (!target) throw new TypeError('an upload without its target');
      const fault = await photographs.keep(
        target.village,
        target.photograph,
        await uploads.read(id),
      );
      await uploads.remove(id);
      // the protocol's library takes an answer that is thrown, not an Error
      if (fault) throw { status_code: 422, body: fault };
      return {};
    },
  });

  const routes = new Hono();
  // Hono hands HEAD, by which a device asks how far it got, to what answers GET
  routes.on(['POST', 'GET', 'PATCH', 'DELETE'], ['/', '/:id'], async (context) => {
    if (context.req.raw.method === 'GET') return refuse(context, 404, 'no-such-address');
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const id = context.req.param('id');
    const target = id === undefined ? targetSaid(context) : targetIn(id);
    if (!target) return refuse(context, 400, 'bad-request');
    if (!(await maySend(setting.store, actor, target.village))) {
      return refuse(context, 403, 'not-allowed');
    }
    const answer = await tus.handleWeb(context.req.raw);
    if (id !== undefined && (await hasArrived(photographs, target, answer, context))) {
      await record(setting, actor, target);
    }
    return answer;
  });
  return routes;
}

/** Whether this request brought the last piece of a photograph. */
async function hasArrived(
  photographs: PhotographFiles,
  { village, photograph }: Target,
  answer: Response,
  context: Context,
): Promise<boolean> {
  if (context.req.method !== 'PATCH' || !answer.ok) return false;
  return photographs.has(village, photograph);
}

/** Says so in the ledger, whose head the public pages go by. */
async function record(
  { store, now }: UploadSetting,
  { person, device }: Actor,
  { village, photograph }: Target,
): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const place = await lockPlace(store, transaction, village);
    if (!place) return;
    const event = { kind: 'photograph-kept', photograph, person, device } as const;
    await appendToLedger(transaction, place, [event], now().toISOString());
  });
}

async function maySend(store: Store, actor: Actor, village: VillageCode): Promise<boolean> {
  if (!mayRead(actor, village)) return false;
  const place = await store.db
    .selectFrom('place')
    .select('settings')
    .where('code', '=', village)
    .executeTakeFirst();
  return (
    place !== undefined && mayChange(actor, village, 'post', readPlaceSettings(place.settings))
  );
}

/** The target in the header of a new upload: pairs of a name and a base64 text (tus, Creation). */
function targetSaid(context: Context): Target | undefined {
  const said = new Map(
    (context.req.header('upload-metadata') ?? '').split(',').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.trim().split(' ');
      return [name, Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
  return targetOf(said.get('village') ?? '', said.get('photograph') ?? '');
}

function targetIn(id: string): Target | undefined {
  const [village = '', photograph = '', ...rest] = id.split('-');
  return rest.length > 0 ? undefined : targetOf(village, photograph);
}

function targetOf(village: string, photograph: string): Target | undefined {
  const code = readVillageCode(village);
  return code === village && code && v.is(PhotographIdSchema, photograph)
    ? { village: code, photograph }
    : undefined;
}
