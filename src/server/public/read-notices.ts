import { todayIn } from '../../calendar/index.ts';
import { type Catalogue, timeLimitOf } from '../../catalogue/index.ts';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import type {
  CheckCode,
  Notice,
  NoticeCode,
  NoticeContent,
  NoticeDocument,
  Posting,
  VillageCode,
} from '../../notice/index.ts';
import type {
  BoardNotice,
  DisclosedItem,
  NoticePageInput,
  PagePosting,
} from '../../public-pages/index.ts';
import { type PlaceSettings, readPlaceSettings } from '../accounts/index.ts';
import type { Database } from '../database/index.ts';
import { shownObjections } from '../objections/index.ts';
import { cataloguesFor } from '../reference/index.ts';
import { openObjection } from './page-objection.ts';

/** What a village's public pages say of the village itself. */
export interface PublicVillage
  extends Pick<PlaceSettings, 'demo' | 'contacts' | 'names' | 'keepLists' | 'licence'> {
  readonly sequence: number;
  readonly ledgerHead: string;
}

/** A village that this installation serves; undefined for any other. */
export async function readVillage(
  db: Database,
  village: VillageCode,
): Promise<PublicVillage | undefined> {
  const row = await db
    .selectFrom('place')
    .select(['sequence', 'ledger_hash', 'settings'])
    .where('code', '=', village)
    .executeTakeFirst();
  if (!row) return undefined;
  const settings = readPlaceSettings(row.settings);
  return { sequence: row.sequence, ledgerHead: row.ledger_hash, ...settings };
}

/** The notice's part of its page; undefined while nothing of it was ever published. */
export async function readPublishedNotice(
  db: Database,
  village: VillageCode,
  code: NoticeCode,
): Promise<
  | Pick<
      NoticePageInput,
      | 'notice'
      | 'standing'
      | 'withdrawnReason'
      | 'revisions'
      | 'document'
      | 'earlierDocuments'
      | 'item'
      | 'objections'
      | 'postings'
    >
  | undefined
> {
  const row = await db
    .selectFrom('notice')
    .select('notice')
    .where('village', '=', village)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) return undefined;
  const notice = JSON.parse(row.notice) as Notice;
  if (notice.standing === 'unpublished') return undefined;

  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .where('village', '=', village)
    .where('notice', '=', code)
    .orderBy('revision')
    .execute();
  const current = rows.at(-1);
  if (!current) return undefined;
  const documents = rows.map((one) => [one.revision, parseDocument(one.document)] as const);
  const withdrawn = notice.remarks.findLast((remark) => remark.kind === 'withdrawn');
  const { content } = notice;
  const item = disclosedItem(content, await cataloguesFor(db, village, [content]));
  return {
    notice: code,
    standing: notice.standing,
    ...(withdrawn ? { withdrawnReason: withdrawn.reason } : {}),
    revisions: rows.map((one) => ({
      revision: one.revision,
      checkCode: one.check_code as CheckCode, // written from one
      publishedAt: one.published_at,
      by: one.published_by,
    })),
    document: parseDocument(current.document),
    earlierDocuments: Object.fromEntries(documents.slice(0, -1)),
    ...(item ? { item } : {}),
    objections: (await shownObjections(db, village, code)).flatMap(
      (one) => openObjection(one) ?? [],
    ),
    postings: (notice.postings ?? []).map(pagePosting),
  };
}

/** Photographs stay out: a list that was taken down would live on in them. */
function pagePosting({ board, hungAt, down }: Posting): PagePosting {
  return {
    board,
    postedOn: todayIn(new Date(hungAt)),
    ...(down ? { removedOn: todayIn(new Date(down.takenDownAt)) } : {}),
    photographs: [],
  };
}

/** The title of a published notice and the last day for objections; undefined while there is none. */
export async function readTitle(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
): Promise<{ readonly text: string; readonly until?: string } | undefined> {
  const row = await db
    .selectFrom('revision')
    .select('document')
    .where('village', '=', village)
    .where('notice', '=', notice)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { title, period } = parseDocument(row.document);
  return { text: title, ...(period ? { until: period.to } : {}) };
}

/** Every notice of the village that was published, as the board lists it. */
export async function readBoard(db: Database, village: VillageCode): Promise<BoardNotice[]> {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('notice', (join) =>
      join
        .onRef('notice.village', '=', 'revision.village')
        .onRef('notice.code', '=', 'revision.notice'),
    )
    .select(['revision.document', 'revision.published_at', 'notice.notice'])
    .where('revision.village', '=', village)
    .orderBy('revision.notice')
    .orderBy('revision.revision')
    .execute();
  const notices = rows.map((row) => JSON.parse(row.notice) as Notice);
  const contents = notices.map(({ content }) => content);
  const catalogues = await cataloguesFor(db, village, contents);
  const board = new Map<NoticeCode, BoardNotice>();
  for (const [index, row] of rows.entries()) {
    const notice = notices[index];
    if (!notice || notice.standing === 'unpublished') continue;
    const { title, kind, period } = parseDocument(row.document);
    // the last revision of each stays
    board.set(notice.code, {
      code: notice.code,
      title,
      kind,
      ...(period ? { period } : {}),
      publishedAt: row.published_at,
      standing: notice.standing,
      item: disclosedItem(notice.content, catalogues)?.name ?? '',
    });
  }
  return [...board.values()];
}

/** Parsed by its schema when it was published. */
function parseDocument(text: string): NoticeDocument {
  return JSON.parse(text) as NoticeDocument;
}

/** What the catalogue says of the item that a content discloses. */
function disclosedItem(
  content: NoticeContent,
  catalogues: readonly Catalogue[],
): DisclosedItem | undefined {
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  if (!found) return undefined;
  const { catalogue, item } = found;
  return {
    name: item.level2,
    basis: item.bases,
    timeLimit: timeLimitOf(catalogue, item).text,
  };
}
