import type { AttachmentLabel } from './backup-format.ts';
import { type DeviceDatabase, isStorageFull } from './database.ts';
import { type Caches, fileAddressOf, openFiles } from './second-copy-place.ts';
import { readUnsentFile, type UnsentFile, unsentFileNames } from './unsent-files.ts';

/**
 * The photographs and recordings that lie beside a second copy, each once for as long as it waits, and
 * up to a size.
 */
export class CopiedFiles {
  readonly #database: DeviceDatabase;
  readonly #caches: Caches;
  readonly #mostBytes: number;
  readonly #files = new Map<string, { readonly label: AttachmentLabel; readonly bytes: number }>();
  /** How large each is that there was no room for, so that it is not read again in vain. */
  readonly #tooLarge = new Map<string, number>();

  constructor(database: DeviceDatabase, caches: Caches, mostBytes: number) {
    this.#database = database;
    this.#caches = caches;
    this.#mostBytes = mostBytes;
  }

  labels(): readonly AttachmentLabel[] {
    return [...this.#files.values()].map(({ label }) => label);
  }

  /** Knows again what a former page put there, as far as it lies there and still waits. */
  async takeUp(labels: readonly AttachmentLabel[]): Promise<void> {
    const waiting = new Set((await unsentFileNames(this.#database)).map(({ id }) => id));
    const cache = await openFiles(this.#caches);
    for (const label of labels.filter(({ id }) => waiting.has(id))) {
      const lying = await cache.match(fileAddressOf(label.id));
      if (lying) this.#files.set(label.id, { label, bytes: (await lying.blob()).size });
    }
  }

  /** Puts there what waits and has room; `hasLetGo` says that something there waits no more. */
  async keep(): Promise<{ readonly hasChanged: boolean; readonly hasLetGo: boolean }> {
    const names = await unsentFileNames(this.#database);
    const hasLetGo = this.#letGoOfSent(names);
    let room = this.#mostBytes;
    for (const { bytes } of this.#files.values()) room -= bytes;
    let hasChanged = hasLetGo;
    for (const name of names) {
      hasChanged = this.#relabel(name) || hasChanged;
      const isKnown = this.#files.has(name.id) || (this.#tooLarge.get(name.id) ?? 0) > room;
      if (isKnown || room <= 0) continue;
      const file = await readUnsentFile(this.#database, name);
      if (!file) continue;
      const { bytes, ...label } = file;
      if (bytes.byteLength > room) {
        this.#tooLarge.set(name.id, bytes.byteLength);
        continue;
      }
      if (!(await this.#put(label, bytes))) break;
      this.#files.set(name.id, { label, bytes: bytes.byteLength });
      room -= bytes.byteLength;
      hasChanged = true;
    }
    return { hasChanged, hasLetGo };
  }

  #letGoOfSent(names: readonly UnsentFile[]): boolean {
    const waiting = new Set(names.map(({ id }) => id));
    const gone = [...this.#files.keys()].filter((id) => !waiting.has(id));
    for (const id of gone) this.#files.delete(id);
    return gone.length > 0;
  }

  /** A recording that was only made may be on its way by now. */
  #relabel(name: UnsentFile): boolean {
    const kept = this.#files.get(name.id);
    if (kept?.label.kind !== 'recording' || name.kind !== 'recording') return false;
    if (kept.label.state === name.state) return false;
    this.#files.set(name.id, { ...kept, label: { ...kept.label, state: name.state } });
    return true;
  }

  /** False where there is no room for it; it lies in the database as before. */
  async #put({ id }: AttachmentLabel, bytes: ArrayBuffer): Promise<boolean> {
    const cache = await openFiles(this.#caches);
    const address = fileAddressOf(id);
    if (await cache.match(address)) return true;
    try {
      await cache.put(address, new Response(bytes));
      return true;
    } catch (error) {
      if (isStorageFull(error)) return false;
      throw error;
    }
  }
}
