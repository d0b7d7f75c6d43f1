import { type Zippable, zipSync } from 'fflate';
import type { NamedPhotograph, VillageCode } from '../notice/index.ts';
import { database } from './device.ts';

/** Some programs read the names of an archive from DOS by its old code page, whatever it says. */
const FROM_UNIX = { os: 3, attrs: 0o100644 * 2 ** 16 };

/** A zip of photographs, and how many could not be had: the server has them and there is no signal. */
export interface ZippedPhotographs {
  readonly zip: Blob;
  readonly missing: number;
}

/**
 * Puts a notice's photographs into one zip: those that are kept on this phone without any signal,
 * others from the server. They are stored as they are, since a JPEG gets no smaller.
 */
export async function zipPhotographs(
  village: VillageCode,
  photographs: readonly NamedPhotograph[],
): Promise<ZippedPhotographs> {
  const entries: Zippable = {};
  let missing = 0;
  for (const { id, name, at } of photographs) {
    const bytes = await photographBytes(village, id);
    if (bytes) entries[name] = [bytes, { ...FROM_UNIX, level: 0, mtime: new Date(at) }];
    else missing += 1;
  }
  const zip = new Blob([zipSync(entries, { level: 0 })], { type: 'application/zip' });
  return { zip, missing };
}

async function photographBytes(
  village: VillageCode,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await database.photographs.get(id);
  if (kept) return new Uint8Array(kept.jpeg);
  try {
    const answer = await fetch(`/api/photographs/${village}/${id}.jpg`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    // fetch rejects only when no answer came
    return undefined;
  }
}
