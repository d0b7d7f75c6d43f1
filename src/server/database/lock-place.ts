import type { Selectable } from 'kysely';
import type { PlaceTable, Writing } from './schema.ts';
import type { Store } from './store.ts';

export type LockedPlace = Selectable<PlaceTable>;

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
  return (store.engine === 'postgres' ? place.forUpdate() : place).executeTakeFirst();
}
