import { type Context, Hono } from 'hono';
import { todayIn } from '../../calendar/index.ts';
import { photographsOf, readNoticeCode, readVillageCode } from '../../notice/index.ts';
import { type Actor, mayRead } from '../accounts/index.ts';
import { type Database, noticeOf } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import type { PhotographFiles } from './photograph-files.ts';
import { arePhotographsPublic } from './shown-photographs.ts';

interface OwnPhotographs {
  readonly photographs: PhotographFiles;
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

interface PublicPhotographs {
  readonly db: Database;
  readonly photographs: PhotographFiles;
  readonly now: () => Date;
}

const NAME = '{[0-9a-f]{64}\\.jpg}';

/** Photographs by village and digest, for the village's own people. */
export function ownPhotographRoutes({ photographs, asked }: OwnPhotographs): Hono {
  const routes = new Hono();
  routes.get(`/:village/:name${NAME}`, async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const village = readVillageCode(context.req.param('village'));
    if (!village || !mayRead(actor, village)) return refuse(context, 404, 'no-such-address');
    const bytes = await photographs.read(village, idIn(context));
    return bytes
      ? picture(bytes, 'private, max-age=31536000, immutable')
      : refuse(context, 404, 'no-such-address');
  });
  return routes;
}

/** Photographs under a notice's public address, as long as that page shows them. */
export function publicPhotographRoutes({ db, photographs, now }: PublicPhotographs): Hono {
  const routes = new Hono();
  routes.get(`/:v{[vV]}/:village/:notice/photographs/:name${NAME}`, async (context) => {
    const village = readVillageCode(context.req.param('village') ?? '');
    const code = readNoticeCode(context.req.param('notice') ?? '');
    const id = idIn(context);
    const notice = village && code && (await noticeOf(db, { village, code }));
    const isOfNotice = notice?.postings?.some((one) =>
      photographsOf(one).some((photograph) => photograph.id === id),
    );
    const isShown = notice && isOfNotice && (await arePhotographsPublic(db, notice, today(now)));
    const bytes = isShown ? await photographs.read(notice.village, id) : undefined;
    // what is taken down must be gone tomorrow from caches too
    return bytes ? picture(bytes, 'public, max-age=3600') : refuse(context, 404, 'no-such-address');
  });
  return routes;
}

function idIn(context: Context): string {
  return (context.req.param('name') ?? '').slice(0, 64);
}

function today(now: () => Date): string {
  return todayIn(now());
}

function picture(bytes: Uint8Array, cacheControl: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'cache-control': cacheControl,
    },
  });
}
