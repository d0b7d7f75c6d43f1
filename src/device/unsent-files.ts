import type { Attachment } from './backup-format.ts';
import type { DeviceDatabase } from './database.ts';

/** Photographs and recordings that the server does not have, for whoever keeps them elsewhere. */

export type UnsentFile =
  | { readonly kind: 'photograph'; readonly id: string }
  | {
      readonly kind: 'recording';
      readonly id: string;
      readonly state: Extract<Attachment, { kind: 'recording' }>['state'];
    };

/** Which they are, without reading any of them. */
export async function unsentFileNames({
  photographs,
  recordings,
}: DeviceDatabase): Promise<readonly UnsentFile[]> {
  const taken = photographs.where('state').anyOf('waiting', 'refused');
  const made = recordings.where('state').equals('made');
  const waiting = recordings.where('state').equals('waiting');
  return [
    ...(await taken.primaryKeys()).map((id) => ({ kind: 'photograph' as const, id })),
    ...(await made.primaryKeys()).map((id) => recordingIn('made', id)),
    ...(await waiting.primaryKeys()).map((id) => recordingIn('waiting', id)),
  ];
}

function recordingIn(state: 'made' | 'waiting', id: string): UnsentFile {
  return { kind: 'recording', id, state };
}

/** One of them; undefined where the server has it meanwhile, or it is gone. */
export async function readUnsentFile(
  { photographs, recordings }: DeviceDatabase,
  { kind, id }: UnsentFile,
): Promise<Attachment | undefined> {
  if (kind === 'photograph') {
    const taken = await photographs.get(id);
    if (!taken || taken.state === 'uploaded') return undefined;
    const { village, notice, takenAt, jpeg } = taken;
    return { kind, village, notice, id, takenAt, bytes: jpeg };
  }
  const made = await recordings.get(id);
  if (!made?.sound || (made.state !== 'made' && made.state !== 'waiting')) return undefined;
  const { village, notice, revision, type, startedAt, seconds, state, sound } = made;
  const rest = { village, notice, id, revision, type, startedAt, seconds, state };
  return { kind, ...rest, bytes: sound };
}

/** All of them, read one by one. */
export async function* unsentFiles(database: DeviceDatabase): AsyncGenerator<Attachment> {
  for (const name of await unsentFileNames(database)) {
    const file = await readUnsentFile(database, name);
    if (file) yield file;
  }
}
