/**
 * The database: one schema on embedded SQLite and on PostgreSQL. It promises that a transaction
 * which ended is on disk, and that whoever locks a place is alone in changing what belongs to it.
 */

export { copySqlite, replaceSqlite } from './copy-sqlite.ts';
export { inRowsOf } from './in-rows-of.ts';
export { isStorageFull } from './is-storage-full.ts';
export { type LockedPlace, lockPlace, timesLocked } from './lock-place.ts';
export { migrate } from './migrations.ts';
export { noticeOf } from './notice-of.ts';
export { openPostgres } from './postgres.ts';
export type { Database, Writing } from './schema.ts';
export { type Sealer, sealerOf } from './seal.ts';
export { DATABASE_FILE, DataDirectoryInUse, openSqlite, openSqliteToRead } from './sqlite.ts';
export type { Store } from './store.ts';
