import type { DeviceDatabase, StoredPhotograph } from './database.ts';
import { type SendingOutcome, sendByTus } from './send-by-tus.ts';

/** Sends one photograph, telling how far it got and where it goes on if it breaks off. */
export type SendPhotograph = (
  photograph: StoredPhotograph,
  tell: (progress: Pick<StoredPhotograph, 'sent'> | { readonly uploadUrl: string }) => void,
) => Promise<SendingOutcome>;

/** Pages of one browser share it: a photograph is sent by one of them. */
const LOCK = 'village-noticeboard-photographs';
/** Uploaded photographs stay on the phone for so long, to be seen without signal. */
const KEPT_DAYS = 30;

/**
 * Sends the photographs that wait, one after another, until none waits or the link is gone. Safe to
 * break off at any point: what has arrived is not sent again. `now` is an ISO instant.
 */
export async function sendPhotographs(
  database: DeviceDatabase,
  now: string,
  send: SendPhotograph = sendOne,
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

function sendOne(...[photograph, tell]: Parameters<SendPhotograph>): Promise<SendingOutcome> {
  const { id, village, notice, jpeg, uploadUrl } = photograph;
  return sendByTus(
    {
      bytes: jpeg,
      type: 'image/jpeg',
      endpoint: '/api/uploads',
      metadata: { village, notice, photograph: id },
      ...(uploadUrl ? { uploadUrl } : {}),
    },
    tell,
  );
}
