import type { Selectable } from 'kysely';
import type { PlaceTable, Writing } from './schema.ts';
import type { Store } from './store.ts';

export type LockedPlace = Selectable<PlaceTable>;

const locked = new WeakMap<Store, Map<string, number>>();

/**
 * The place's row, locked until the transaction ends; undefined where the place is not known. On
 * SQLite the one connection is the lock.
 */
export async function lockPlace(
  store: Store,
  transaction: Writing,
  code: string,
): Promise<LockedPlace | undefined> {
  const place = transaction.selectFrom('place').selectAll().where('code', '=', code);
  const row = await (store.engine === 'postgres' ? place.forUpdate() : place).executeTakeFirst();
  if (row) {
    const counts = locked.get(store) ?? new Map<string, number>();
    locked.set(store, counts.set(code, (counts.get(code) ?? 0) + 1));
  }
  return row;
}

/** How often this process has locked a place: while it stays the same, nothing was changed here. */
export function timesLocked(store: Store, code: string): number {
  return locked.get(store)?.get(code) ?? 0;
}
