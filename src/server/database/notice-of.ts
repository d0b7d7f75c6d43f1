import type { Notice } from '../../notice/index.ts';
import type { Database } from './schema.ts';

/** A notice as it is now, parsed when it came in; undefined where the village has none of this code. */
export async function noticeOf(
  db: Database,
  { village, code }: { readonly village: string; readonly code: string },
): Promise<Notice | undefined> {
  const row = await db
    .selectFrom('notice')
    .select('notice')
    .where('village', '=', village)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && (JSON.parse(row.notice) as Notice);
}
