import type { DeviceDatabase, StoredPhotograph } from './database.ts';

/** What became of an attempt: `later` is tried again when signal returns. */
export type SendingOutcome = 'uploaded' | 'refused' | 'later';

/** Sends one photograph, telling how far it got and where it goes on if it breaks off. */
export type SendPhotograph = (
  photograph: StoredPhotograph,
  tell: (progress: Pick<StoredPhotograph, 'sent'> | { readonly uploadUrl: string }) => void,
) => Promise<SendingOutcome>;

/** Pages of one browser share it: a photograph is sent by one of them. */
const LOCK = 'village-noticeboard-photographs';
/** Uploaded photographs stay on the phone for so long, to be seen without signal. */
const KEPT_DAYS = 30;
/** What one request carries: small enough to arrive between two gaps of a weak signal. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Sends the photographs that wait, one after another, until none waits or the link is gone. Safe to
 * break off at any point: what has arrived is not sent again. `now` is an ISO instant.
 */
export async function sendPhotographs(
  database: DeviceDatabase,
  now: string,
  send: SendPhotograph = sendByTus,
): Promise<void> {
  const work = async () => {
    for (;;) {
      const next = await database.photographs.where('state').equals('waiting').first();
      if (!next) break;
      const outcome = await send(next, (progress) => {
        void database.photographs.update(next.id, progress);
      });
      if (outcome === 'later') return;
      const sent = outcome === 'uploaded' ? next.jpeg.byteLength : next.sent;
      await database.photographs.update(next.id, { state: outcome, sent });
    }
    const old = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
    await database.photographs
      .where('state')
      .equals('uploaded')
      .filter(({ takenAt }) => takenAt < old)
      .delete();
  };
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** By the tus protocol (https://tus.io), in pieces; the library is fetched when first needed. */
async function sendByTus(
  ...[photograph, tell]: Parameters<SendPhotograph>
): Promise<SendingOutcome> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const { id, village, notice, jpeg, uploadUrl } = photograph;
  return new Promise((resolve) => {
    const upload = new Upload(new Blob([jpeg], { type: 'image/jpeg' }), {
      endpoint: '/api/uploads',
      metadata: { village, notice, photograph: id },
      chunkSize: CHUNK_BYTES,
      retryDelays: [1_000, 3_000],
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      ...(uploadUrl ? { uploadUrl } : {}),
      onUploadUrlAvailable: () => {
        if (upload.url) tell({ uploadUrl: upload.url });
      },
      onChunkComplete: (_size, accepted) => tell({ sent: accepted }),
      onSuccess: () => resolve('uploaded'),
      onError: (error) => {
        const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : 0;
        // what the server will never take is not sent again; everything else may pass
        resolve(status && [400, 413, 415, 422].includes(status) ? 'refused' : 'later');
      },
    });
    upload.start();
  });
}
