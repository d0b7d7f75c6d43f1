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

/**
 * Said by a phone that had been told of what this database never heard. `lostAt` (ISO instant) is when
 * the newest such entry was made, as a mark under this server's own seal proves; undefined where
 * nothing proves it. What was made after the last noticing and is gone was lost by another setting
 * back, and is told again, also after the former was settled; a phone that is late with the former
 * changes nothing. Without proof only the first word counts, so that nobody can go on inventing some.
 */
export async function noteSetBack(
  store: Store,
  lostAt: string | undefined,
  now: Date,
): Promise<void> {
  const row = await rowOf(store.db);
  if (!row) {
    await store.db
      .insertInto('installation')
      .values({ name: SET_BACK, value: noticed(null, lostAt, now) })
      // another phone was quicker
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    return;
  }
  const known = readSetBack(row.value);
  if (lostAt === undefined || lostAt <= known.noticedAt) return;
  await replace(store.db, row.value, noticed(known.isSettled ? null : known.since, lostAt, now));
}

/** Never before what was lost, even by a clock that was set back, so that it is noticed once. */
function noticed(since: string | null, lostAt: string | undefined, now: Date): string {
  const instant = now.toISOString();
  const noticedAt = lostAt !== undefined && lostAt > instant ? lostAt : instant;
  return JSON.stringify({ noticedAt, since, isSettled: false } satisfies SetBack);
}

/** What is still to be looked over; undefined where nothing is. */
export async function openSetBack(db: Database): Promise<SetBack | undefined> {
  const row = await rowOf(db);
  const setBack = row && readSetBack(row.value);
  return setBack?.isSettled ? undefined : setBack;
}

/** An administrator looked it over; another one than they were shown stays. */
export async function settleSetBack(db: Database, noticedAt: string): Promise<void> {
  const row = await rowOf(db);
  if (!row) return;
  const known = readSetBack(row.value);
  if (known.noticedAt !== noticedAt) return;
  await replace(db, row.value, JSON.stringify({ ...known, isSettled: true }));
}

function rowOf(db: Database): Promise<{ readonly value: string } | undefined> {
  return db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', SET_BACK)
    .executeTakeFirst();
}

function readSetBack(value: string): SetBack {
  return v.parse(SetBackSchema, JSON.parse(value));
}

/** Nothing where it says something else by now: whoever was quicker has said it. */
async function replace(db: Database, before: string, value: string): Promise<void> {
  await db
    .updateTable('installation')
    .set({ value })
    .where('name', '=', SET_BACK)
    .where('value', '=', before)
    .execute();
}
