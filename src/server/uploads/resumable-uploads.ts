import { Server } from '@tus/server';
import { type Context, Hono } from 'hono';
import type { VillageCode } from '../../notice/index.ts';
import { type Actor, mayChange, mayRead, readPlaceSettings } from '../accounts/index.ts';
import type { Store } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import { UploadStore } from './upload-store.ts';

/** What uploads need, whatever they carry. */
export interface UploadSurroundings {
  readonly store: Store;
  readonly publicUrl: string;
  /** Whoever holds the asking device; undefined for a stranger. */
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

/** One kind of thing that is uploaded, and what becomes of it. */
export interface UploadKind<Target extends { readonly village: VillageCode }> {
  /** Where its routes are mounted. */
  readonly path: string;
  /** Where uploads that are under way are kept. */
  readonly directory: string;
  /** Bytes. */
  readonly maxSize: number;
  /** The target that a new upload says by names and texts; undefined where that is none. */
  readonly targetOf: (said: (name: string) => string) => Target | undefined;
  /** The upload's id, which says its whole target; see `UploadStore` for its form. */
  readonly idOf: (target: Target) => string;
  readonly targetIn: (id: string) => Target | undefined;
  /** Why an upload cannot begin yet, though it may later. */
  readonly whyNotYet?: (target: Target) => Promise<string | undefined>;
  /** Keeps what has arrived whole; says why it does not. */
  readonly keep: (target: Target, bytes: Uint8Array) => Promise<string | undefined>;
  readonly isKept: (target: Target) => Promise<boolean>;
  /** Says in the database and the ledger that it has arrived. */
  readonly record: (target: Target, actor: Actor) => Promise<void>;
}

/**
 * Takes uploads by the tus protocol 1.0 (https://tus.io), so that one that broke off goes on from
 * where it was. Who may record a posting in a village may send to it.
 */
export function resumableUploads<Target extends { readonly village: VillageCode }>(
  { store, publicUrl, asked }: UploadSurroundings,
  kind: UploadKind<Target>,
): Hono {
  const uploads = new UploadStore(kind.directory);
  const tus = new Server({
    path: kind.path,
    datastore: uploads,
    maxSize: kind.maxSize,
    relativeLocation: true,
    allowedOrigins: [new URL(publicUrl).origin],
    namingFunction: (_request, metadata) => {
      const target = kind.targetOf((name) => metadata?.[name] ?? '');
      // the route has let only such through
      if (!target) throw new TypeError('an upload without its target');
      return kind.idOf(target);
    },
    onUploadFinish: async (_request, { id }) => {
      const target = kind.targetIn(id);
      if (!target) throw new TypeError('an upload without its target');
      const bytes = await uploads.read(id);
      // another server has finished it: the phone's link broke, and it went on there
      if (!bytes) return {};
      const fault = await kind.keep(target, bytes);
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
    const target = id === undefined ? targetSaid(context, kind) : kind.targetIn(id);
    if (!target) return refuse(context, 400, 'bad-request');
    if (!(await maySend(store, actor, target.village))) return refuse(context, 403, 'not-allowed');
    const whyNotYet = id === undefined ? await kind.whyNotYet?.(target) : undefined;
    if (whyNotYet !== undefined) return refuse(context, 409, whyNotYet);
    const answer = await tus.handleWeb(context.req.raw);
    const isLastPiece = context.req.method === 'PATCH' && answer.ok && (await kind.isKept(target));
    if (isLastPiece) await kind.record(target, actor);
    return answer;
  });
  return routes;
}

/** The target in the header of a new upload: pairs of a name and a base64 text (tus, Creation). */
function targetSaid<Target extends { readonly village: VillageCode }>(
  context: Context,
  kind: UploadKind<Target>,
): Target | undefined {
  const said = new Map(
    (context.req.header('upload-metadata') ?? '').split(',').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.trim().split(' ');
      return [name, Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
  return kind.targetOf((name) => said.get(name) ?? '');
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
