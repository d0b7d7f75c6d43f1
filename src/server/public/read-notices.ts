import { todayIn } from '../../calendar/index.ts';
import { timeLimitOf } from '../../catalogue/index.ts';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import {
  type CheckCode,
  dueOf,
  type NoticeAddress,
  type NoticeCode,
  type NoticeContent,
  type NoticeDocument,
  type Posting,
  type VillageCode,
} from '../../notice/index.ts';
import type { DisclosedItem, NoticePageInput } from '../../public-pages/index.ts';
import { type PlaceSettings, readPlaceSettings } from '../accounts/index.ts';
import { type Database, noticeOf } from '../database/index.ts';
import { shownObjections } from '../objections/index.ts';
import { calendarOf, cataloguesFor, districtOf } from '../reference/read-reference.ts';
import { readVersionRecord } from '../sync/version-record.ts';
import { openObjection } from './page-objection.ts';

/** What a village's public pages say of the village itself. */
export interface PublicVillage
  extends Pick<PlaceSettings, 'demo' | 'contacts' | 'names' | 'keepLists' | 'licence'> {
  readonly code: VillageCode;
  readonly ledgerHead: string;
  /** As they are stored. */
  readonly settings: string;
  /** Another one whenever anything of the village has changed. */
  readonly stamp: string;
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
  const { sequence, ledger_hash: ledgerHead, settings } = row;
  const stamp = [sequence, ledgerHead, settings].join(' ');
  return { ...readPlaceSettings(settings), code: village, ledgerHead, settings, stamp };
}

/** The notice's part of its page; undefined while nothing of it was ever published. */
export async function readPublishedNotice(
  db: Database,
  village: VillageCode,
  code: NoticeCode,
): Promise<
  | (Pick<
      NoticePageInput,
      | 'notice'
      | 'standing'
      | 'withdrawnReason'
      | 'revisions'
      | 'document'
      | 'earlierDocuments'
      | 'item'
      | 'objections'
    > & { readonly postings: readonly Posting[] })
  | undefined
> {
  const notice = await noticeOf(db, { village, code });
  if (!notice || notice.standing === 'unpublished') return undefined;

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
  const content = await contentAt(db, village, code, current.version);
  const item = content && (await disclosedItem(db, village, content, rows[0]?.published_at));
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
    postings: notice.postings ?? [],
  };
}

/** The last published revision of a notice as its sheet says it; undefined while there is none. */
export async function latestSheet(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
): Promise<NoticeAddress['sheet']> {
  const row = await db
    .selectFrom('revision')
    .select(['revision', 'check_code'])
    .where('village', '=', village)
    .where('notice', '=', notice)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  // written from one
  return row && { revision: row.revision, checkCode: row.check_code as CheckCode };
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

/** Parsed by its schema when it was published. */
function parseDocument(text: string): NoticeDocument {
  return JSON.parse(text) as NoticeDocument;
}

/** The content that a revision was made from, which the working copy may have left behind. */
async function contentAt(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
  version: number,
): Promise<NoticeContent | undefined> {
  const row = await db
    .selectFrom('version')
    .select('record')
    .where('village', '=', village)
    .where('notice', '=', notice)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && readVersionRecord(row.record).content;
}

/** What the catalogue says of the item that a content discloses, and whether it came in time. */
async function disclosedItem(
  db: Database,
  village: VillageCode,
  content: NoticeContent,
  publishedAt: string | undefined,
): Promise<DisclosedItem | undefined> {
  const catalogues = await cataloguesFor(db, village, [content]);
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  if (!found) return undefined;
  const { catalogue, item } = found;
  const calendar = await calendarOf(db, districtOf(village));
  const due = dueOf(template, content, calendar, catalogues);
  const deadline =
    due?.kind === 'day' && publishedAt
      ? { deadline: { day: due.day, kept: todayIn(new Date(publishedAt)) <= due.day } }
      : {};
  return {
    name: item.level2,
    basis: item.bases,
    timeLimit: timeLimitOf(catalogue, item).text,
    ...deadline,
  };
}
