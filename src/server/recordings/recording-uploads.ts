import { join } from 'node:path';
import type { Hono } from 'hono';
import * as v from 'valibot';
import {
  type NoticeCode,
  RECORDING_LIMITS,
  RecordingIdSchema,
  readNoticeCode,
  readVillageCode,
  soundTypeOf,
  type VillageCode,
} from '../../notice/index.ts';
import { type Database, lockPlace } from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import { resumableUploads, type UploadSurroundings } from '../uploads/index.ts';
import type { RecordingFiles } from './recording-files.ts';

export interface RecordingUploadSetting extends UploadSurroundings {
  readonly recordings: RecordingFiles;
  /** Where uploads that are under way are kept. */
  readonly dataDirectory: string;
  readonly now: () => Date;
}

/** Which words a recording reads, and how long. */
interface Target {
  readonly village: VillageCode;
  readonly recording: string;
  readonly notice: NoticeCode;
  readonly revision: number;
  readonly seconds: number;
}

/** `/api/recordings/uploads`: takes recordings of revisions that are published. */
export function recordingUploadRoutes(setting: RecordingUploadSetting): Hono {
  const { store, recordings, dataDirectory, now } = setting;
  return resumableUploads<Target>(setting, {
    path: '/api/recordings/uploads',
    directory: join(dataDirectory, 'recording-uploads'),
    maxSize: RECORDING_LIMITS.bytes,
    targetOf: (said) =>
      targetOf(['village', 'recording', 'notice', 'revision', 'seconds'].map((name) => said(name))),
    idOf: ({ village, recording, notice, revision, seconds }) =>
      [village, recording, notice, revision, seconds].join('-'),
    targetIn: (id) => targetOf(id.split('-')),
    // a revision that was published without signal arrives with the next sync
    whyNotYet: async ({ village, notice, revision }) =>
      (await isPublished(store.db, village, notice, revision)) ? undefined : 'not-published',
    keep: ({ village, recording }, bytes) => recordings.keep(village, recording, bytes),
    isKept: ({ village, recording }) => recordings.has(village, recording),
    record: async ({ village, recording, notice, revision, seconds }, actor) => {
      const bytes = await recordings.read(village, recording);
      const type = bytes && soundTypeOf(bytes);
      if (!bytes || !type) throw new Error('a recording that was kept is not there');
      await store.db.transaction().execute(async (transaction) => {
        const place = await lockPlace(store, transaction, village);
        if (!place) return;
        const at = now().toISOString();
        await transaction
          .insertInto('recording')
          .values({
            ...{ village, notice, id: recording, revision, seconds, type },
            ...{ bytes: bytes.length, made_at: at, made_by: actor.name, removed_at: null },
          })
          .onConflict((conflict) => conflict.columns(['village', 'notice', 'id']).doNothing())
          .execute();
        const { person, device } = actor;
        const event = {
          kind: 'recording-kept',
          notice,
          revision,
          recording,
          person,
          device,
        } as const;
        await appendToLedger(transaction, place, [event], at);
      });
    },
  });
}

function targetOf(parts: readonly string[]): Target | undefined {
  const [place = '', recording = '', code = '', revision = '', seconds = '', ...rest] = parts;
  const village = readVillageCode(place);
  const notice = readNoticeCode(code);
  const isExact = village === place && notice === code && rest.length === 0;
  if (!isExact || !village || !notice || !v.is(RecordingIdSchema, recording)) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(revision) || !/^[1-9]\d{0,3}$/.test(seconds)) return undefined;
  if (Number(seconds) > RECORDING_LIMITS.seconds) return undefined;
  return { village, recording, notice, revision: Number(revision), seconds: Number(seconds) };
}

async function isPublished(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
  revision: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('revision')
    .select('revision')
    .where('village', '=', village)
    .where('notice', '=', notice)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row !== undefined;
}
