import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';

/** What broke off and was not taken up again for so long is thrown away. */
const KEPT_MILLISECONDS = 14 * 86_400_000;
/** An id is a village's code, a digest, and what else the target has in digits and capitals. */
const ID = /^[0-9]{12}-[0-9a-f]{64}(?:-[0-9A-Z]{1,10}){0,3}$/;

/** Uploads that are under way, as files: what has arrived of each, and how long it will be. */
export class UploadStore extends DataStore {
  readonly #directory: string;

  constructor(directory: string) {
    super();
    this.#directory = directory;
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.#directory, { recursive: true });
    await this.#throwAwayOld();
    const { id, size = 0 } = upload;
    await writeFile(this.#partOf(id), '');
    await writeFile(this.#lengthOf(id), String(size));
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    try {
      const size = Number(await readFile(this.#lengthOf(id), 'utf8'));
      const { size: offset } = await stat(this.#partOf(id));
      return new Upload({ id, size, offset });
    } catch (error) {
      throw isGone(error) ? ERRORS.FILE_NOT_FOUND : error;
    }
  }

  /**
   * Appends what comes; what arrived before the link broke stays. Gives the new offset. Two servers
   * that write one upload at once, as when a link broke and the phone went on elsewhere, write the
   * same bytes to the same places, and what is kept is held against its digest: no lock between
   * processes is needed.
   */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const file = await open(this.#partOf(id), 'r+').catch((error: unknown) => {
      throw isGone(error) ? ERRORS.FILE_NOT_FOUND : error;
    });
    let at = offset;
    try {
      for await (const chunk of stream) {
        const bytes = chunk as Uint8Array; // a body's stream gives bytes
        await file.write(bytes, 0, bytes.length, at);
        at += bytes.length;
      }
    } finally {
      await file.sync();
      await file.close();
    }
    return at;
  }

  /** All that has arrived; undefined where another server has finished it meanwhile. */
  async read(id: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#partOf(id));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  override async remove(id: string): Promise<void> {
    await rm(this.#partOf(id), { force: true });
    await rm(this.#lengthOf(id), { force: true });
  }

  async #throwAwayOld(): Promise<void> {
    for (const name of await readdir(this.#directory)) {
      const path = join(this.#directory, name);
      const age = Date.now() - (await stat(path)).mtimeMs;
      if (age > KEPT_MILLISECONDS) await rm(path, { force: true });
    }
  }

  #partOf(id: string): string {
    if (!ID.test(id)) throw ERRORS.FILE_NOT_FOUND;
    return join(this.#directory, `${id}.part`);
  }

  #lengthOf(id: string): string {
    if (!ID.test(id)) throw ERRORS.FILE_NOT_FOUND;
    return join(this.#directory, `${id}.length`);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
