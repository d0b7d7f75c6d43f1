import * as v from 'valibot';
import { type SetBack, SetBackSchema } from '../../protocol/index.ts';
import type { Database, Store } from '../database/index.ts';

/**
 * That an older backup was put in this database's place. Phones bring back what they had been told of
 * notices, objections and items that do not apply; people, phones, settings, holidays and catalogues
 * are known to the server alone, so that an administrator is told to look them over.
 */

/** Under this name the installation keeps it; the restoring tool writes it too (`replaceSqlite`). */
const SET_BACK = 'set-back';

/** Said once by a phone that had been told of what this database never heard; the first word stands. */
export async function noteSetBack(store: Store, now: Date): Promise<void> {
  const value: SetBack = { noticedAt: now.toISOString(), since: null, isSettled: false };
  await store.db
    .insertInto('installation')
    .values({ name: SET_BACK, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** What is still to be looked over; undefined where nothing is. */
export async function openSetBack(db: Database): Promise<SetBack | undefined> {
  const row = await db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', SET_BACK)
    .executeTakeFirst();
  const setBack = row && v.parse(SetBackSchema, JSON.parse(row.value));
  return setBack?.isSettled ? undefined : setBack;
}

/** An administrator looked it over; another one than they were shown stays. */
export async function settleSetBack(db: Database, noticedAt: string): Promise<void> {
  const open = await openSetBack(db);
  if (open?.noticedAt !== noticedAt) return;
  await db
    .updateTable('installation')
    .set({ value: JSON.stringify({ ...open, isSettled: true }) })
    .where('name', '=', SET_BACK)
    .execute();
}
