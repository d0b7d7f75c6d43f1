import { join } from 'node:path';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { PhotographIdSchema, readVillageCode, type VillageCode } from '../../notice/index.ts';
import { lockPlace } from '../database/index.ts';
import { appendToLedger } from '../ledger/index.ts';
import { PHOTOGRAPH_BYTES, type PhotographFiles } from './photograph-files.ts';
import { resumableUploads, type UploadSurroundings } from './resumable-uploads.ts';

export interface UploadSetting extends UploadSurroundings {
  readonly photographs: PhotographFiles;
  /** Where uploads that are under way are kept. */
  readonly dataDirectory: string;
  readonly now: () => Date;
}

/** What a photograph belongs to, as its upload says. */
interface Target {
  readonly village: VillageCode;
  readonly photograph: string;
}

/** `/api/uploads`: takes photographs of hung sheets. */
export function uploadRoutes(setting: UploadSetting): Hono {
  const { store, photographs, dataDirectory, now } = setting;
  return resumableUploads<Target>(setting, {
    path: '/api/uploads',
    directory: join(dataDirectory, 'uploads'),
    maxSize: PHOTOGRAPH_BYTES,
    targetOf: (said) => targetOf(said('village'), said('photograph')),
    // two phones that send the same picture share one upload
    idOf: ({ village, photograph }) => `${village}-${photograph}`,
    targetIn: (id) => {
      const [village = '', photograph = '', ...rest] = id.split('-');
      return rest.length > 0 ? undefined : targetOf(village, photograph);
    },
    keep: ({ village, photograph }, bytes) => photographs.keep(village, photograph, bytes),
    isKept: ({ village, photograph }) => photographs.has(village, photograph),
    // the ledger's head is what the public pages go by
    record: ({ village, photograph }, { person, device }) =>
      store.db.transaction().execute(async (transaction) => {
        const place = await lockPlace(store, transaction, village);
        if (!place) return;
        const event = { kind: 'photograph-kept', photograph, person, device } as const;
        await appendToLedger(transaction, place, [event], now().toISOString());
      }),
  });
}

function targetOf(village: string, photograph: string): Target | undefined {
  const code = readVillageCode(village);
  return code === village && code && v.is(PhotographIdSchema, photograph)
    ? { village: code, photograph }
    : undefined;
}
