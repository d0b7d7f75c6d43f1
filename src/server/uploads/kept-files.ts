import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { VillageCode } from '../../notice/index.ts';

/** Files named by village and digest, written whole or not at all. */
export class KeptFiles {
  readonly #directory: string;
  readonly #extension: string;

  constructor(directory: string, extension: string) {
    this.#directory = directory;
    this.#extension = extension;
  }

  /** Keeps bytes under their digest (SHA-256, 64 hexadecimal digits), which it gives back. */
  async put(village: VillageCode, bytes: Uint8Array): Promise<string> {
    const id = bytesToHex(sha256(bytes));
    const path = this.#pathOf(village, id);
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
    return id;
  }

  /** The bytes; undefined where none are kept under this digest. */
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

  async remove(village: VillageCode, id: string): Promise<void> {
    await rm(this.#pathOf(village, id), { force: true });
  }

  /** Village and digest are digits and hexadecimal digits: no path leads out of the directory. */
  #pathOf(village: VillageCode, id: string): string {
    return join(this.#directory, village, id.slice(0, 2), `${id}.${this.#extension}`);
  }
}
