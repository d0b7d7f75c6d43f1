import { type Context, Hono } from 'hono';
import { todayIn } from '../../calendar/index.ts';
import { type Language, languageFor } from '../../locales/index.ts';
import { type NoticeAddress, readNoticePath, readVillageCode } from '../../notice/index.ts';
import type { Place } from '../../places/index.ts';
import {
  PAGE_CONTENT_SECURITY_POLICY,
  renderBoardPage,
  renderNotArrivedPage,
  renderNoticePage,
  renderUnknownVillagePage,
} from '../../public-pages/index.ts';
import type { Store } from '../database/index.ts';
import { placeOfVillage } from '../places.ts';
import { PageCache } from './page-cache.ts';
import { type PublicVillage, readBoard, readPublishedNotice, readVillage } from './read-notices.ts';

export interface PublicSetting {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => Date;
}

type Rendered = { readonly status: 200 | 404; readonly html: string };

/**
 * What villagers read: a village's board and its notices, under `/v/`, in any case of letters. Every
 * address of a known village is answered with a page that helps, also when nothing is there yet.
 */
export function publicRoutes(setting: PublicSetting): Hono {
  const cache = new PageCache();
  const routes = new Hono();
  routes.get('/:v{[vV]}/*', async (context) => {
    const path = decodedPath(context);
    const language = languageOf(context);
    const today = todayIn(setting.now());
    const address = readNoticePath(path);
    const code = address?.village ?? readVillageCode(/^\/v\/(\d+)\/?$/i.exec(path)?.[1] ?? '');
    const place = code && placeOfVillage(code);
    const village = code && place && (await readVillage(setting.store.db, code));
    if (!place || !village) {
      const named = /^\/v\/([^/]*)/i.exec(path)?.[1] ?? '';
      const html = renderUnknownVillagePage({
        language,
        publicUrl: setting.publicUrl,
        demo: false,
        village: named.slice(0, 40),
      });
      return cache.answer(
        `unknown ${language} ${named.slice(0, 40)}`,
        context.req.raw,
        PAGE_CONTENT_SECURITY_POLICY,
        async () => ({ status: 404, html }),
      );
    }
    const key = [keyOf(code, address), village.sequence, village.ledgerHead, today, language].join(
      ' ',
    );
    return cache.answer(key, context.req.raw, PAGE_CONTENT_SECURITY_POLICY, () =>
      address
        ? renderNotice(setting, village, place, address, language, today)
        : renderBoard(setting, village, place, language, today),
    );
  });
  return routes;
}

async function renderNotice(
  { store, publicUrl }: PublicSetting,
  { demo, contacts }: PublicVillage,
  place: Place,
  address: NoticeAddress,
  language: Language,
  today: string,
): Promise<Rendered> {
  const { village, notice, sheet } = address;
  const page = { language, publicUrl, demo, place, contacts, ...(sheet ? { sheet } : {}) };
  const published = await readPublishedNotice(store.db, village, notice);
  if (!published) return { status: 200, html: renderNotArrivedPage({ ...page, notice }) };
  const html = renderNoticePage({ ...page, ...published, today, postings: [], objections: [] });
  return { status: 200, html };
}

async function renderBoard(
  { store, publicUrl }: PublicSetting,
  { demo, contacts, ledgerHead }: PublicVillage,
  place: Place,
  language: Language,
  today: string,
): Promise<Rendered> {
  const html = renderBoardPage({
    language,
    publicUrl,
    demo,
    place,
    contacts,
    notices: await readBoard(store.db, place.village.code as NoticeAddress['village']),
    today,
    ...(ledgerHead ? { ledgerHead } : {}),
  });
  return { status: 200, html };
}

function keyOf(village: string, address: NoticeAddress | undefined): string {
  if (!address) return village;
  const { notice, sheet } = address;
  return `${village}/${notice}${sheet ? `/${sheet.revision}-${sheet.checkCode}` : ''}`;
}

/** As the address asks with `?lang=`, else as the browser prefers. */
function languageOf(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked !== undefined) return languageFor([asked]);
  const accepted = context.req.header('accept-language') ?? '';
  return languageFor(accepted.split(',').map((one) => one.trim()));
}

/** The path with its escapes undone; as it stands where they are broken. */
function decodedPath(context: Context): string {
  try {
    return decodeURIComponent(context.req.path);
  } catch {
    return context.req.path;
  }
}
