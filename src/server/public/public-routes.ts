import { type Context, Hono } from 'hono';
import { todayIn } from '../../calendar/index.ts';
import type { Language } from '../../locales/index.ts';
import type { NoticeAddress } from '../../notice/index.ts';
import type { Place } from '../../places/index.ts';
import {
  PAGE_CONTENT_SECURITY_POLICY,
  renderBoardPage,
  renderNotArrivedPage,
  renderNoticePage,
  renderUnknownVillagePage,
} from '../../public-pages/index.ts';
import { placeOfVillage } from '../places.ts';
import { ObjectionPages, type ObjectionTarget } from './objection-answers.ts';
import { PageCache } from './page-cache.ts';
import { type PublicAddress, readPublicAddress } from './public-address.ts';
import { languageOf, type PublicSetting } from './public-setting.ts';
import { type PublicVillage, readBoard, readPublishedNotice, readVillage } from './read-notices.ts';

type Rendered = { readonly status: 200 | 404; readonly html: string };

/** A village that is served, with its place and what its pages say of it. */
interface Village {
  readonly place: Place;
  readonly facts: PublicVillage;
}

/**
 * What villagers read: a village's board, its notices and the form for objections, under `/v/`, in
 * any case of letters. Every address of a known village is answered with a page that helps, also
 * when nothing is there yet.
 */
export function publicRoutes(setting: PublicSetting): Hono {
  const cache = new PageCache();
  const objections = new ObjectionPages(setting);
  const routes = new Hono();

  routes.get('/:v{[vV]}/*', async (context) => {
    const path = decodedPath(context);
    const address = readPublicAddress(path);
    const village = address && (await servedVillage(setting, address.village));
    if (!address || !village) return unknownAddress(setting, context, path);
    const { place, facts } = village;
    switch (address.kind) {
      case 'objection': {
        const target = { ...address, place, facts };
        return address.receipt
          ? objections.receipt(context, target, address.receipt.code)
          : objections.form(context, target);
      }
      case 'board':
      case 'notice': {
        const today = todayIn(setting.now());
        const language = languageOf(context);
        const { sequence, ledgerHead } = facts;
        const key = [keyOf(address), sequence, ledgerHead, today, language].join(' ');
        return cache.answer(key, context.req.raw, PAGE_CONTENT_SECURITY_POLICY, () =>
          address.kind === 'notice'
            ? renderNotice(setting, village, address.address, language, today)
            : renderBoard(setting, village, language, today),
        );
      }
    }
  });

  routes.post('/:v{[vV]}/*', async (context) => {
    const path = decodedPath(context);
    const address = readPublicAddress(path);
    const village = address && (await servedVillage(setting, address.village));
    if (!village || address.kind !== 'objection') return unknownAddress(setting, context, path);
    const target: ObjectionTarget = { ...address, ...village };
    return objections.receive(context, target);
  });
  return routes;
}

async function servedVillage(
  { store }: PublicSetting,
  code: PublicAddress['village'],
): Promise<Village | undefined> {
  const place = placeOfVillage(code);
  const facts = place && (await readVillage(store.db, code));
  return facts && { place, facts };
}

/** No cache keeps what anybody can make up. */
function unknownAddress({ publicUrl }: PublicSetting, context: Context, path: string): Response {
  const named = /^\/v\/([^/]*)/i.exec(path)?.[1] ?? '';
  const html = renderUnknownVillagePage({
    language: languageOf(context),
    publicUrl,
    demo: false,
    village: named.slice(0, 40),
  });
  context.header('content-security-policy', PAGE_CONTENT_SECURITY_POLICY);
  return context.html(html, 404);
}

async function renderNotice(
  { store, publicUrl }: PublicSetting,
  { place, facts: { demo, contacts, names, keepLists } }: Village,
  address: NoticeAddress,
  language: Language,
  today: string,
): Promise<Rendered> {
  const { village, notice, sheet } = address;
  const page = { language, publicUrl, demo, place, contacts, ...(sheet ? { sheet } : {}) };
  const published = await readPublishedNotice(store.db, village, notice);
  if (!published) return { status: 200, html: renderNotArrivedPage({ ...page, notice }) };
  const html = renderNoticePage({
    ...page,
    ...published,
    today,
    takesObjections: true,
    ...(names ? { names } : {}),
    ...(keepLists ? { keepLists } : {}),
  });
  return { status: 200, html };
}

async function renderBoard(
  { store, publicUrl }: PublicSetting,
  { place, facts: { demo, contacts, ledgerHead } }: Village,
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

function keyOf(address: Exclude<PublicAddress, { kind: 'objection' }>): string {
  if (address.kind === 'board') return address.village;
  const { village, notice, sheet } = address.address;
  return `${village}/${notice}${sheet ? `/${sheet.revision}-${sheet.checkCode}` : ''}`;
}

/** The path with its escapes undone; as it stands where they are broken. */
function decodedPath(context: Context): string {
  try {
    return decodeURIComponent(context.req.path);
  } catch {
    return context.req.path;
  }
}
