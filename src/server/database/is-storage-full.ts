const SQLITE_FULL = 13;
const POSTGRES_DISK_FULL = '53100';

/** Whether a database refused a write for want of room; what was begun is undone. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && error.errcode === SQLITE_FULL) return true;
  return 'code' in error && error.code === POSTGRES_DISK_FULL;
}
