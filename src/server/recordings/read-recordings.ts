import {
  type NoticeCode,
  SOUND_TYPES,
  type SoundType,
  type VillageCode,
} from '../../notice/index.ts';
import type { Recording } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';

/** The recordings of a notice that were not taken down, the newest first. */
export async function readRecordings(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
): Promise<Recording[]> {
  const rows = await db
    .selectFrom('recording')
    .select(['id', 'revision', 'seconds', 'bytes', 'type', 'made_at', 'made_by'])
    .where('village', '=', village)
    .where('notice', '=', notice)
    .where('removed_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ type, made_at: at, made_by: by, ...row }) => ({
    ...row,
    type: type as SoundType, // written from one
    at,
    by,
  }));
}

/** The recording that a page offers: the newest of this very revision; undefined where there is none. */
export async function shownRecording(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
  revision: number,
): Promise<Recording | undefined> {
  const recordings = await readRecordings(db, village, notice);
  return recordings.find((one) => one.revision === revision);
}

/** Where a page's recording is heard; its ending tells players what it is. */
export function recordingPathOf(
  village: VillageCode,
  notice: NoticeCode,
  { id, type }: Pick<Recording, 'id' | 'type'>,
): string {
  return `/v/${village}/${notice}/recording/${id}.${SOUND_TYPES[type]}`;
}
