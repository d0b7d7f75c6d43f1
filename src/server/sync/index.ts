/**
 * Sync: the server's side of `POST /api/sync`. It promises that a mutation takes effect at most
 * once and is on disk when it is answered, that each village's sequence has no gap and no cursor
 * skips a change, and that one bad mutation holds up no other.
 */

export { applyBatch } from './apply-batch.ts';
export { type PublishedNotice, publishedBy } from './published-by.ts';
export { type SyncOutcome, sync } from './sync.ts';
export { readVersionRecord, type VersionRecord } from './version-record.ts';
