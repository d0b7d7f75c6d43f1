import type { NoticeCode, Objection, ObjectionCode, VillageCode } from '../../notice/index.ts';
import type { Database } from '../database/index.ts';

/** The objection of a row that this program wrote. */
export function readObjectionRow(text: string): Objection {
  return JSON.parse(text) as Objection;
}

/** One objection of a village; undefined where there is none of this code. */
export async function objectionOf(
  db: Database,
  village: VillageCode,
  code: ObjectionCode,
): Promise<Objection | undefined> {
  const row = await db
    .selectFrom('objection')
    .select('objection')
    .where('village', '=', village)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && readObjectionRow(row.objection);
}

/** How many revisions of a notice were published. */
export async function revisionsOf(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
): Promise<number> {
  const row = await db
    .selectFrom('revision')
    .select((revision) => revision.fn.max('revision').as('last'))
    .where('village', '=', village)
    .where('notice', '=', notice)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
