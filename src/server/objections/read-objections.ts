import {
  type NoticeCode,
  type Objection,
  type ObjectionCode,
  shownObjection,
  type VillageCode,
} from '../../notice/index.ts';
import type { Database } from '../database/index.ts';
import { objectionOf, readObjectionRow } from './objection-row.ts';

/** The objection under a receipt number, of this very notice; undefined for any other. */
export async function findObjection(
  db: Database,
  { village, notice }: { readonly village: VillageCode; readonly notice: NoticeCode },
  code: ObjectionCode,
): Promise<Objection | undefined> {
  const objection = await objectionOf(db, village, code);
  return objection?.notice === notice ? objection : undefined;
}

/** The objections of a notice that everybody may read, the first to come first. */
export async function shownObjections(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
): Promise<Objection[]> {
  const rows = await db
    .selectFrom('objection')
    .select('objection')
    .where('village', '=', village)
    .where('notice', '=', notice)
    .execute();
  return rows
    .map((row) => readObjectionRow(row.objection))
    .filter((objection) => shownObjection(objection) !== undefined)
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}
