import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { encodeBase32, type NoticeCode, type VillageCode } from '../notice/index.ts';
import { type Recording, RecordingsSchema } from '../protocol/index.ts';
import { ask, type PeopleAnswer, posted } from './ask.ts';
import type { DeviceDatabase, StoredRecording } from './database.ts';
import { type SendingOutcome, sendByTus } from './send-by-tus.ts';

/** Pages of one browser share it: a recording is sent by one of them. */
const LOCK = 'village-noticeboard-recordings';
/** Uploaded recordings stay on the phone for so long, to be heard without signal. */
const KEPT_DAYS = 30;
/** Backups of a server are hardly restored when they are older. */
const REMEMBERED_DAYS = 90;
/** Where a browser has no Web Locks, a recording whose last piece is older has broken off (milliseconds). */
const BROKEN_OFF = 10 * 60_000;

interface NoticeOfVillage {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
}

/** Begins a recording of a revision; gives its id. `type` is the recorder's. */
export async function beginRecording(
  database: DeviceDatabase,
  of: NoticeOfVillage & { readonly revision: number; readonly type: string },
  surroundings: { readonly now: () => Date; readonly randomBytes: (length: number) => Uint8Array },
): Promise<string> {
  const id = encodeBase32(surroundings.randomBytes(16));
  const startedAt = surroundings.now().toISOString();
  await database.recordings.add({ ...of, id, startedAt, seconds: 0, state: 'recording', sent: 0 });
  return id;
}

/** Keeps a piece; once this resolves no dead battery takes it back. */
export async function keepPiece(
  database: DeviceDatabase,
  recording: string,
  piece: { readonly number: number; readonly bytes: ArrayBuffer; readonly seconds: number },
  now: Date,
): Promise<void> {
  await database.recordingPieces.add({ recording, ...piece, at: now.toISOString() });
}

/** Makes one sound of the pieces; a recording without any is gone, which gives false. */
export async function makeRecording(database: DeviceDatabase, id: string): Promise<boolean> {
  const pieces = await piecesOf(database, id).sortBy('number');
  const sound = joined(pieces.map(({ bytes }) => bytes));
  const seconds = Math.max(1, Math.round(pieces.at(-1)?.seconds ?? 0));
  const digest = bytesToHex(sha256(new Uint8Array(sound)));
  const tables = [database.recordings, database.recordingPieces];
  return database.transaction('rw', tables, async () => {
    await piecesOf(database, id).delete();
    if (sound.byteLength === 0) {
      await database.recordings.delete(id);
      return false;
    }
    await database.recordings.update(id, { state: 'made', sound, seconds, digest });
    return true;
  });
}

/** Says that this page records, until the returned function is called or the page is gone. */
export function holdRecording(id: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void globalThis.navigator?.locks?.request(lockOf(id), () => held);
  return release;
}

/** Makes what can be made of recordings that broke off: a killed tab, a dead battery. */
export async function rescueRecordings(database: DeviceDatabase, now: Date): Promise<void> {
  const begun = await database.recordings.where('state').equals('recording').toArray();
  for (const recording of begun) {
    if (!(await isUnderWay(database, recording, now))) await makeRecording(database, recording.id);
  }
}

async function isUnderWay(
  database: DeviceDatabase,
  { id, startedAt }: StoredRecording,
  now: Date,
): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (locks) return locks.request(lockOf(id), { ifAvailable: true }, (lock) => lock === null);
  const last = await piecesOf(database, id).last();
  return now.getTime() - Date.parse(last?.at ?? startedAt) <= BROKEN_OFF;
}

function lockOf(id: string): string {
  return `village-noticeboard-recording-${id}`;
}

/** Chooses a made recording: it waits to be sent, and others of this revision are let go. */
export async function chooseRecording(database: DeviceDatabase, id: string): Promise<void> {
  await database.transaction('rw', database.recordings, async () => {
    const chosen = await database.recordings.get(id);
    if (!chosen) return;
    const { village, notice, revision } = chosen;
    await database.recordings
      .where('[village+notice]')
      .equals([village, notice])
      .filter((one) => one.id !== id && one.revision === revision && one.state === 'made')
      .delete();
    await database.recordings.update(id, { state: 'waiting' });
  });
}

/** Lets a recording on this phone go. */
export async function dropRecording(database: DeviceDatabase, id: string): Promise<void> {
  const tables = [database.recordings, database.recordingPieces];
  await database.transaction('rw', tables, async () => {
    await piecesOf(database, id).delete();
    await database.recordings.delete(id);
  });
}

/** Sends one recording, telling how far it got and where it goes on if it breaks off. */
export type SendRecording = (
  recording: StoredRecording,
  tell: (progress: Pick<StoredRecording, 'sent'> | { readonly uploadUrl: string }) => void,
) => Promise<SendingOutcome>;

/**
 * Sends the recordings that wait, one after another, until none waits or the link is gone. Safe to
 * break off at any point: what has arrived is not sent again.
 */
export async function sendRecordings(
  database: DeviceDatabase,
  now: Date,
  send: SendRecording = sendOne,
): Promise<void> {
  const work = async () => {
    for (;;) {
      const next = await database.recordings.where('state').equals('waiting').first();
      if (!next) break;
      const outcome = await send(next, (progress) => {
        void database.recordings.update(next.id, progress);
      });
      if (outcome === 'later') return;
      const sent = outcome === 'uploaded' ? (next.sound?.byteLength ?? 0) : next.sent;
      await database.recordings.update(next.id, { state: outcome, sent });
    }
    const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
    await database.recordings
      .where('state')
      .equals('uploaded')
      .filter(({ startedAt }) => startedAt < old)
      .delete();
  };
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** The recordings of a notice that the server holds; nothing of it is kept on the phone. */
export function readRecordings({
  village,
  notice,
}: NoticeOfVillage): Promise<PeopleAnswer<Recording[]>> {
  return ask(`/api/recordings/${village}/${notice}`, {}, RecordingsSchema);
}

/**
 * Takes a recording down for good: off the server, and off this phone, which remembers it for as long
 * as an older backup of the server may bring it back.
 */
export async function removeRecording(
  database: DeviceDatabase,
  { village, notice }: NoticeOfVillage,
  recording: string,
  now: Date,
): Promise<PeopleAnswer<unknown>> {
  const body = posted({ village, notice, recording });
  const answer = await ask('/api/recordings/remove', body, v.object({}));
  // one that is gone already is as it was wanted
  if (answer.ok || answer.trouble === 'gone') {
    await database.transaction('rw', database.recordings, database.kept, async () => {
      await database.recordings
        .where('[village+notice]')
        .equals([village, notice])
        .filter(({ digest }) => digest === recording)
        .delete();
      const removed = (await database.read('removedRecordings')) ?? [];
      const one = { village, notice, recording, at: now.toISOString() };
      const recent = new Date(now.getTime() - REMEMBERED_DAYS * 86_400_000).toISOString();
      const others = removed.filter(
        ({ at, ...rest }) => at > recent && rest.recording !== recording,
      );
      await database.keep('removedRecordings', [...others, one]);
    });
  }
  return answer;
}

/**
 * Takes down again what a set-back server may have back, from its backup or from another phone that
 * sends again what it holds. Asked at each start for some days after the restart was noticed.
 */
export async function removeRecordingsAgain(database: DeviceDatabase, now: Date): Promise<void> {
  const removed = (await database.read('removedRecordings')) ?? [];
  const today = now.toISOString();
  for (const { village, notice, recording, againUntil = '' } of removed) {
    if (againUntil < today) continue;
    await ask('/api/recordings/remove', posted({ village, notice, recording }), v.object({}));
  }
}

function sendOne(...[recording, tell]: Parameters<SendRecording>): Promise<SendingOutcome> {
  const { village, notice, revision, seconds, type, sound, digest, uploadUrl } = recording;
  if (!sound || !digest) return Promise.resolve('refused');
  return sendByTus(
    {
      bytes: sound,
      type,
      endpoint: '/api/recordings/uploads',
      metadata: {
        ...{ village, notice, recording: digest },
        ...{ revision: String(revision), seconds: String(seconds) },
      },
      ...(uploadUrl ? { uploadUrl } : {}),
    },
    tell,
  );
}

function piecesOf(database: DeviceDatabase, recording: string) {
  const [first, last] = [0, Number.MAX_SAFE_INTEGER];
  return database.recordingPieces
    .where('[recording+number]')
    .between([recording, first], [recording, last], true, true);
}

function joined(pieces: readonly ArrayBuffer[]): ArrayBuffer {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece), at);
    at += piece.byteLength;
  }
  return whole.buffer;
}
