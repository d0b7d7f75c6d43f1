import { type Context, Hono } from 'hono';
import {
  PAGE_CONTENT_SECURITY_POLICY,
  READ_ALOUD_SCRIPT,
  renderUnknownVillagePage,
  sitemapIndex,
} from '../../public-pages/index.ts';
import { ObjectionPages } from './objection-answers.ts';
import { type PublicAddress, readPublicAddress } from './public-address.ts';
import { PublicPages, type Reader } from './public-pages.ts';
import { languageOf, type PublicSetting } from './public-setting.ts';
import { villagesOf } from './villages-of.ts';

/**
 * What villagers read: a village's board, its notices and the form for objections, under `/v/`, in
 * any case of letters. Every address of a known village is answered with a page that helps, also
 * when nothing is there yet.
 */
export function publicRoutes(setting: PublicSetting, pages = new PublicPages(setting)): Hono {
  const { store, publicUrl } = setting;
  const objections = new ObjectionPages(setting);
  const routes = new Hono();

  routes.get('/robots.txt', (context) => context.text(robots(publicUrl)));
  routes.get('/sitemap.xml', async (context) => {
    const villages = await villagesOf(store.db, '');
    const body = sitemapIndex(
      publicUrl,
      villages.map((village) => ({ path: `/v/${village}/sitemap.xml` })),
    );
    const drawn = { type: 'application/xml; charset=utf-8', body, isKept: false };
    return pages.fixed(drawn, readerOf(pages, context));
  });
  routes.get('/v/listen.js', (context) =>
    pages.fixed(
      { type: 'text/javascript; charset=utf-8', body: READ_ALOUD_SCRIPT, isKept: false },
      readerOf(pages, context),
    ),
  );

  routes.get('/:v{[vV]}/*', async (context) => {
    const path = decodedPath(context);
    const address = readPublicAddress(path);
    const answer = address && (await answerOf(context, address));
    return answer ?? unknownAddress(setting, context, path);
  });

  async function answerOf(context: Context, address: PublicAddress): Promise<Response | undefined> {
    const reader = readerOf(pages, context);
    if (address.kind === 'townFeed') return pages.townFeed(address.town, reader);
    const village = await pages.villages.look(address.village);
    if (!village) return undefined;
    if (address.kind !== 'objection') return pages.answer(village, address, reader);
    const target = { ...address, ...village };
    return address.receipt
      ? objections.receipt(context, target, address.receipt.code)
      : objections.form(context, target);
  }

  routes.post('/:v{[vV]}/*', async (context) => {
    const path = decodedPath(context);
    const address = readPublicAddress(path);
    const village = address?.kind === 'objection' && (await pages.villages.look(address.village));
    if (!village) return unknownAddress(setting, context, path);
    return objections.receive(context, { ...address, ...village });
  });
  return routes;
}

function readerOf(pages: PublicPages, { req }: Context): Reader {
  return pages.readerOf(req.url.replace(/^[a-z]+:\/\/[^/]*/i, ''), {
    acceptLanguage: req.header('accept-language'),
    acceptEncoding: req.header('accept-encoding'),
    ifNoneMatch: req.header('if-none-match'),
  });
}

/** Lists of persons are kept out of search engines by the pages' own marks, which have to be read. */
function robots(publicUrl: string): string {
  return [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /v/*/objection/',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
}

/** No memory keeps what anybody can make up. */
function unknownAddress({ publicUrl }: PublicSetting, context: Context, path: string): Response {
  const named = /^\/v\/([^/]*)/i.exec(path)?.[1] ?? '';
  const html = renderUnknownVillagePage({
    language: languageOf(context),
    publicUrl,
    demo: false,
    village: named.slice(0, 40),
  });
  return new Response(html, {
    status: 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_CONTENT_SECURITY_POLICY,
    },
  });
}

/** The path with its escapes undone; as it stands where they are broken. */
function decodedPath(context: Context): string {
  try {
    return decodeURIComponent(context.req.path);
  } catch {
    return context.req.path;
  }
}
