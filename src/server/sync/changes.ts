import type { NoticeDocument, VillageCode } from '../../notice/index.ts';
import type { NoticeChange } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';
import type { TellChange } from './without-echo.ts';

export interface ChangesPage {
  readonly changes: readonly NoticeChange[];
  /** The sequence up to which the device is served by this page. */
  readonly cursor: number;
  readonly more: boolean;
  /** How long the changes are, in characters of JSON. */
  readonly length: number;
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
  { cursor, sequence }: { readonly cursor: number; readonly sequence: number },
  room: number,
  tell: TellChange,
): Promise<ChangesPage> {
  const changes: NoticeChange[] = [];
  let at = cursor;
  let length = 0;
  while (at < sequence) {
    const rows = await db
      .selectFrom('notice')
      .select(['code', 'sequence', 'notice'])
      .where('village', '=', village)
      .where('sequence', '>', at)
      .where('sequence', '<=', sequence)
      .orderBy('sequence')
      .limit(ROWS_AT_ONCE)
      .execute();
    const documents = await currentDocuments(
      db,
      village,
      rows.map((row) => row.code),
    );
    for (const row of rows) {
      const document = documents.get(row.code);
      const change = tell({
        sequence: row.sequence,
        // both were parsed when they came in
        notice: JSON.parse(row.notice) as NoticeChange['notice'],
        ...(document ? { document: JSON.parse(document) as NoticeDocument } : {}),
      });
      const next = length + JSON.stringify(change).length;
      if (next > room && changes.length > 0) return { changes, cursor: at, more: true, length };
      length = next;
      at = row.sequence;
      changes.push(change);
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return { changes, cursor: sequence, more: false, length };
}

/** The words of each notice's last revision, as JSON, by the notice's code. */
async function currentDocuments(
  db: Database,
  village: VillageCode,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('revision')
    .select(['notice', 'document'])
    .where('village', '=', village)
    .where('notice', 'in', codes)
    .orderBy('notice')
    .orderBy('revision')
    .execute();
  // the last of each notice stays
  return new Map(rows.map((row) => [row.notice, row.document]));
}
