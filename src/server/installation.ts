import type { Store } from './database/index.ts';
import { makeDemo } from './demo/demo-village.ts';

export type InstallationKind = 'demo' | 'district';

/** What this database was set up as; undefined for an empty one. */
export async function installationKind(store: Store): Promise<InstallationKind | undefined> {
  const row = await store.db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'kind')
    .executeTakeFirst();
  return row?.value === 'demo' || row?.value === 'district' ? row.value : undefined;
}

/** Says what this database is; false where that was said before, by another server say. */
export async function claimInstallation(store: Store, kind: InstallationKind): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await store.db
    .insertInto('installation')
    .values({ name: 'kind', value: kind })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Makes the demo village where the database is empty, and tells what the database is. */
export async function ensureInstallation(store: Store, now: Date): Promise<InstallationKind> {
  const kind = await installationKind(store);
  if (kind) return kind;
  // what was begun and broken off is finished now
  await makeDemo(store, now);
  await claimInstallation(store, 'demo');
  return 'demo';
}
