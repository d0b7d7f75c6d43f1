import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { VillageCode } from '../../notice/index.ts';
import { withoutMetadata } from '../../privacy/index.ts';

/** A phone sends at most 300 KB; a little more is let pass. */
export const PHOTOGRAPH_BYTES = 400_000;
/** Longer sides than this are a trap for whoever opens the picture, not a photograph of a board. */
const LONGEST_SIDE = 5_000;

/** Why a picture is not kept. */
export type PhotographFault = 'no-jpeg' | 'too-large' | 'another-picture';

/** Kept photographs: files named by village and digest, written whole or not at all. */
export class PhotographFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Keeps a picture under the digest that was told for it; undefined when it is kept. What stands
   * beside the picture is cut off before the digest is compared.
   */
  async keep(
    village: VillageCode,
    id: string,
    bytes: Uint8Array,
  ): Promise<PhotographFault | undefined> {
    if (bytes.length > PHOTOGRAPH_BYTES) return 'too-large';
    const picture = withoutMetadata(bytes);
    if (!picture) return 'no-jpeg';
    if (Math.max(picture.width, picture.height) > LONGEST_SIDE) return 'too-large';
    if (bytesToHex(sha256(picture.bytes)) !== id) return 'another-picture';
    await this.put(village, picture.bytes);
    return undefined;
  }

  /** Keeps a picture that has been looked at, under its digest, which it gives back. */
  async put(village: VillageCode, bytes: Uint8Array): Promise<string> {
    const id = bytesToHex(sha256(bytes));
    await this.#write(this.#pathOf(village, id), bytes);
    return id;
  }

  /** The picture's bytes; undefined where none is kept under this digest. */
  async read(village: VillageCode, id: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#pathOf(village, id));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async has(village: VillageCode, id: string): Promise<boolean> {
    return stat(this.#pathOf(village, id)).then(
      () => true,
      () => false,
    );
  }

  /** Village and digest are digits and hexadecimal digits: no path leads out of the directory. */
  #pathOf(village: VillageCode, id: string): string {
    return join(this.#directory, village, id.slice(0, 2), `${id}.jpg`);
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }
}
