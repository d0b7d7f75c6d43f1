import { type PlainDay, todayIn } from '../../calendar/index.ts';
import type { Language } from '../../locales/index.ts';
import type { NoticeDocument, VillageCode } from '../../notice/index.ts';
import {
  archivePathOf,
  atomFeed,
  type BoardPageInput,
  boardPathOf,
  cardPathOf,
  feedPathOf,
  LISTEN_CONTENT_SECURITY_POLICY,
  type NoticePageInput,
  noticePathOf,
  PAGE_CONTENT_SECURITY_POLICY,
  type PageRecording,
  pageHoldsThrough,
  renderArchivePage,
  renderBoardCard,
  renderBoardPage,
  renderListenPage,
  renderNotArrivedPage,
  renderNoticePage,
  sitemap,
} from '../../public-pages/index.ts';
import type { Database } from '../database/index.ts';
import { recordingPathOf, shownRecording } from '../recordings/index.ts';
import { calendarOf, cataloguesInForce, districtOf } from '../reference/index.ts';
import { arePhotographsShown } from '../uploads/index.ts';
import { drawDownload } from './draw-download.ts';
import { type DrawnPage, HTML } from './drawn-page.ts';
import { dutiesOf } from './duties.ts';
import { pagePostings } from './page-postings.ts';
import type { NoticePageAddress, VillageAddress } from './public-address.ts';
import type { PublicSetting } from './public-setting.ts';
import type { BoardReader, BoardRecord } from './read-board.ts';
import { readPublishedNotice } from './read-notices.ts';
import type { Village } from './village-watch.ts';

/** What a feed holds: about a year of a busy village, a quarter of a town. */
const FEED_ENTRIES = 60;

/** Makes the page or file at an address of a village that is served. */
export async function drawPage(
  setting: PublicSetting,
  boards: BoardReader,
  village: Village,
  address: VillageAddress | NoticePageAddress,
  language: Language,
): Promise<DrawnPage | undefined> {
  return 'notice' in address
    ? drawOfNotice(setting, village, address, language)
    : drawOfVillage(setting, boards, village, address, language);
}

async function drawOfVillage(
  { store, publicUrl, now }: PublicSetting,
  boards: BoardReader,
  { place, facts }: Village,
  { kind, village }: VillageAddress,
  language: Language,
): Promise<DrawnPage> {
  const { demo, contacts, licence, ledgerHead } = facts;
  const page = { language, publicUrl, demo, place, contacts, ...(licence ? { licence } : {}) };
  if (kind === 'card') return htmlPage(renderBoardCard(page));
  const records = await boards.read(village);
  if (kind === 'feed') {
    const notices = newestFirst(records)
      .slice(0, FEED_ENTRIES)
      .map((record) => ({ ...record, place }));
    const placeName = place.town.name + place.village.name;
    return xml(
      'application/atom+xml',
      atomFeed({ ...page, placeName, path: feedPathOf(place), notices }),
    );
  }
  if (kind === 'sitemap') {
    const open = newestFirst(records).filter(({ hasPersons }) => !hasPersons);
    return xml(
      'application/xml',
      sitemap(publicUrl, [
        ...[boardPathOf, archivePathOf, cardPathOf].map((pathOf) => ({ path: pathOf(place) })),
        ...open.map(({ code, publishedAt }) => ({
          path: noticePathOf({ place, notice: code }),
          changedAt: publishedAt,
        })),
      ]),
    );
  }
  const today = todayIn(now());
  const input: BoardPageInput = {
    ...page,
    notices: records,
    today,
    ...(ledgerHead ? { ledgerHead } : {}),
  };
  if (kind === 'archive') return htmlPage(renderArchivePage(input), today);
  const district = districtOf(village);
  const duties = dutiesOf(
    records,
    await cataloguesInForce(store.db, district),
    await calendarOf(store.db, district),
    today,
  );
  return htmlPage(renderBoardPage({ ...input, duties }), today);
}

async function drawOfNotice(
  setting: PublicSetting,
  village: Village,
  address: NoticePageAddress,
  language: Language,
): Promise<DrawnPage | undefined> {
  const { notice, sheet } = address;
  const { place, facts } = village;
  const { demo, contacts } = facts;
  const { publicUrl } = setting;
  const page = { language, publicUrl, demo, place, contacts, ...(sheet ? { sheet } : {}) };
  const input = await noticeInput(setting, village, address, page);
  if (!input) {
    if (address.kind === 'download') return undefined;
    return { ...htmlPage(renderNotArrivedPage({ ...page, notice })), isKept: false };
  }
  const holds = pageHoldsThrough(input);
  switch (address.kind) {
    case 'notice': {
      // anybody can make up sheets without end; those that were published are few
      const isKept =
        !sheet ||
        input.revisions.some(
          ({ revision, checkCode }) => revision === sheet.revision && checkCode === sheet.checkCode,
        );
      return { ...htmlPage(renderNoticePage(input), holds), isKept };
    }
    case 'listen':
      return {
        ...htmlPage(renderListenPage(input), holds),
        policy: LISTEN_CONTENT_SECURITY_POLICY,
      };
    case 'download':
      return drawDownload(input, address, holds);
  }
}

async function noticeInput(
  { store, photographs, now }: PublicSetting,
  { facts: { names, keepLists, licence } }: Village,
  { village, notice }: NoticePageAddress,
  page: Pick<NoticePageInput, 'language' | 'publicUrl' | 'demo' | 'place' | 'contacts' | 'sheet'>,
): Promise<NoticePageInput | undefined> {
  const published = await readPublishedNotice(store.db, village, notice);
  if (!published) return undefined;
  const today = todayIn(now());
  const documents = [...Object.values(published.earlierDocuments ?? {}), published.document];
  const { standing } = published;
  const isShown = arePhotographsShown(documents, { standing, today, names, keepLists });
  const recording = await pageRecording(store.db, village, published, (document) =>
    arePhotographsShown([document], { standing, today, names, keepLists }),
  );
  return {
    ...page,
    ...published,
    ...(recording ? { recording } : {}),
    postings: await pagePostings(published, village, isShown ? photographs : undefined),
    today,
    takesObjections: true,
    ...(names ? { names } : {}),
    ...(keepLists ? { keepLists } : {}),
    ...(licence ? { licence } : {}),
  };
}

/** What the page offers to hear: the newest recording of its very words, as long as they are shown. */
async function pageRecording(
  db: Database,
  village: VillageCode,
  { notice, revisions, document }: Pick<NoticePageInput, 'notice' | 'revisions' | 'document'>,
  isShown: (document: NoticeDocument) => boolean,
): Promise<PageRecording | undefined> {
  const revision = revisions.at(-1)?.revision;
  if (revision === undefined || !isShown(document)) return undefined;
  const recording = await shownRecording(db, village, notice, revision);
  if (!recording) return undefined;
  const { seconds, bytes, by, at } = recording;
  const src = recordingPathOf(village, notice, recording);
  return { src, seconds, bytes, by, on: todayIn(new Date(at)) };
}

/** The feed of a whole town; undefined where none of its villages is served. */
export async function drawTownFeed(
  { publicUrl }: PublicSetting,
  boards: BoardReader,
  town: string,
  villages: readonly Village[],
  language: Language,
): Promise<DrawnPage | undefined> {
  const [first] = villages;
  if (!first) return undefined;
  const notices = [];
  for (const { place, facts } of villages) {
    const records = await boards.read(facts.code);
    notices.push(...records.map((record) => ({ ...record, place })));
  }
  const feed = atomFeed({
    language,
    publicUrl,
    demo: first.facts.demo,
    placeName: first.place.town.name,
    path: `/v/${town}/feed.atom`,
    notices: newestFirst(notices).slice(0, FEED_ENTRIES),
  });
  return xml('application/atom+xml', feed);
}

function newestFirst<Record extends BoardRecord>(records: readonly Record[]): Record[] {
  return records.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}

function htmlPage(body: string, holdsThrough?: PlainDay | string): DrawnPage {
  return {
    type: HTML,
    body,
    policy: PAGE_CONTENT_SECURITY_POLICY,
    ...(holdsThrough === undefined ? {} : { holdsThrough }),
    isKept: true,
  };
}

function xml(type: string, body: string): DrawnPage {
  return { type: `${type}; charset=utf-8`, body, isKept: true };
}
