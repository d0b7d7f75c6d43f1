import type { ExpressionBuilder } from 'kysely';
import type { Notice, NoticeDocument, VillageCode } from '../../notice/index.ts';
import type { NoticeChange } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';
import type { Tables } from '../database/schema.ts';
import type { ChangedNotices } from './apply-batch.ts';
import type { TellChange } from './without-echo.ts';

export interface ChangesPage {
  readonly changes: readonly NoticeChange[];
  /** The sequence up to which the device is served by this page. */
  readonly cursor: number;
  readonly more: boolean;
  /** How long the changes are, in characters of JSON. */
  readonly length: number;
}

/** A stretch of a village's sequence. */
export interface Stretch {
  /** The device has what is up to here. */
  readonly cursor: number;
  /** Where the village has come. */
  readonly sequence: number;
  /** What the request itself has just changed, which need not be read again. */
  readonly known?: ChangedNotices | undefined;
}

interface ChangedRow {
  readonly sequence: number;
  readonly notice: Notice;
  /** Of the notice's JSON; undefined where it was not read. */
  readonly length: number | undefined;
}

const ROWS_AT_ONCE = 100;

/**
 * A village's changes after a cursor up to a sequence it has reached, oldest first, until about
 * `room` characters of JSON (at least one change, so that every page gets on). What commits while
 * this reads has a later sequence and is left for the next page: nothing is skipped. `tell` writes
 * each change for the device, and what it leaves out takes no room.
 */
export async function changesAfter(
  db: Database,
  village: VillageCode,
  { cursor, sequence, known }: Stretch,
  room: number,
  tell: TellChange,
): Promise<ChangesPage> {
  const changes: NoticeChange[] = [];
  let at = cursor;
  let length = 0;
  while (at < sequence) {
    const { rows, isLast } = await rowsAfter(db, village, { cursor: at, sequence, known });
    const documents = await currentDocuments(db, village, rows);
    for (const row of rows) {
      const document = documents.get(row.notice.code);
      const whole: NoticeChange = {
        sequence: row.sequence,
        notice: row.notice,
        // was parsed when it came in
        ...(document ? { document: JSON.parse(document) as NoticeDocument } : {}),
      };
      const change = tell(whole);
      const isUnread = change !== whole || row.length === undefined;
      const takes = isUnread
        ? JSON.stringify(change).length
        : row.length + (document?.length ?? 0) + ENVELOPE;
      if (length + takes > room && changes.length > 0) {
        return { changes, cursor: at, more: true, length };
      }
      length += takes;
      at = row.sequence;
      changes.push(change);
    }
    if (isLast) break;
  }
  return { changes, cursor: sequence, more: false, length };
}

/** How many notices wait behind these cursors, told by the index alone. */
export async function countAfter(
  db: Database,
  villages: readonly { readonly village: VillageCode; readonly cursor: number }[],
): Promise<number> {
  let count = 0;
  for (const { village, cursor } of villages) {
    const row = await db
      .selectFrom('notice')
      .select((notice) => notice.fn.countAll().as('count'))
      .where('village', '=', village)
      .where('sequence', '>', cursor)
      .executeTakeFirst();
    count += Number(row?.count ?? 0);
  }
  return count;
}

/** What a change's own members take, in characters of JSON. */
const ENVELOPE = 40;

const NOTHING_KNOWN: ChangedNotices = new Map();

async function rowsAfter(
  db: Database,
  village: VillageCode,
  { cursor, sequence, known = NOTHING_KNOWN }: Stretch,
): Promise<{ readonly rows: readonly ChangedRow[]; readonly isLast: boolean }> {
  const after = db
    .selectFrom('notice')
    .where('village', '=', village)
    .where('sequence', '>', cursor)
    .where('sequence', '<=', sequence)
    .orderBy('sequence')
    .limit(ROWS_AT_ONCE);
  if (known.size === 0) {
    const rows = await after.select(['sequence', 'notice']).execute();
    return { rows: rows.map(parsedRow), isLast: rows.length < ROWS_AT_ONCE };
  }
  const places = await after.select(['code', 'sequence']).execute();
  const isKnown = (place: (typeof places)[number]) =>
    known.get(place.code)?.sequence === place.sequence;
  const unknown = places.filter((place) => !isKnown(place)).map(({ code }) => code);
  const read =
    unknown.length === 0
      ? []
      : await db
          .selectFrom('notice')
          .select(['sequence', 'notice'])
          .where('village', '=', village)
          .where('code', 'in', unknown)
          // what has moved on meanwhile is told from its new place
          .where('sequence', '<=', sequence)
          .execute();
  const rows = read.map(parsedRow);
  for (const place of places) {
    const made = isKnown(place) && known.get(place.code);
    if (made) rows.push({ ...made, length: undefined });
  }
  rows.sort((a, b) => a.sequence - b.sequence);
  return { rows, isLast: places.length < ROWS_AT_ONCE };
}

function parsedRow(row: { readonly sequence: number; readonly notice: string }): ChangedRow {
  // was parsed when it came in
  const notice = JSON.parse(row.notice) as Notice;
  return { sequence: row.sequence, notice, length: row.notice.length };
}

/** The words of each notice's last revision, as JSON, by the notice's code. */
async function currentDocuments(
  db: Database,
  village: VillageCode,
  changed: readonly ChangedRow[],
): Promise<Map<string, string>> {
  const published = changed.filter(({ notice }) => notice.revisions.length > 0);
  if (published.length === 0) return new Map();
  const rows = await db
    .selectFrom('revision')
    .select(['notice', 'document'])
    .where('village', '=', village)
    .where((row: ExpressionBuilder<Tables, 'revision'>) =>
      row.or(
        published.map(({ notice: { code, revisions } }) =>
          row.and([row('notice', '=', code), row('revision', '=', revisions.length)]),
        ),
      ),
    )
    .execute();
  return new Map(rows.map((row) => [row.notice, row.document]));
}
