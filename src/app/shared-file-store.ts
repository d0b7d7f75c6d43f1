import type { Sheet } from '../spreadsheet/index.ts';

/**
 * Tables that another app handed to this one: kept until they are used, deleted or three days old.
 * Service worker and pages share them, so they lie in a cache and not in a page. A file lies there as
 * it came only until it has first been read; then its tables take its place, without ID numbers.
 */
const CACHE = 'shared-files';
const PREFIX = '/shared-files/';
const KEPT_MILLISECONDS = 3 * 24 * 60 * 60 * 1000;
/** The oldest gives way: nobody has this many tables on their mind. */
const MOST_KEPT = 5;
const LONGEST_NAME = 120;
/** The importer reads no larger one; not taken from its room, which the worker is to stay free of. */
export const LARGEST_SHARED_BYTES = 20 * 1024 * 1024;

/** Where other apps hand tables in, and where people find them. */
export const SHARE_PATH = '/share';
export const SHARED_PATH = '/shared';

export interface SharedFile {
  readonly id: string;
  /** What the other app called it; empty for a text. */
  readonly name: string;
  /** When it came, an ISO instant of this device's clock. */
  readonly at: string;
}

/** Why a table that was handed over is not kept. */
export const SHARED_TROUBLES = ['nothing', 'too-large', 'no-room', 'unreadable'] as const;
export type SharedTrouble = (typeof SHARED_TROUBLES)[number];

/** As it came, or the tables that were read in it. */
export type SharedContent =
  | { readonly kind: 'file'; readonly bytes: Blob }
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] };

export class SharedFileStore {
  readonly #caches: Pick<CacheStorage, 'open'>;
  readonly #now: () => Date;

  constructor(caches: Pick<CacheStorage, 'open'>, now: () => Date) {
    this.#caches = caches;
    this.#now = now;
  }

  /** Keeps a table as it came; answers why not, where it cannot. */
  async keep(bytes: Blob, name: string): Promise<SharedTrouble | undefined> {
    if (bytes.size === 0) return 'nothing';
    if (bytes.size > LARGEST_SHARED_BYTES) return 'too-large';
    const file = {
      id: crypto.randomUUID(),
      name: name.slice(0, LONGEST_NAME),
      at: this.#now().toISOString(),
    };
    try {
      const cache = await this.#caches.open(CACHE);
      await cache.put(PREFIX + file.id, answerOf(file, bytes, 'application/octet-stream'));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'no-room';
      throw error;
    }
    const kept = await this.list();
    for (const { id } of kept.slice(MOST_KEPT)) await this.forget(id);
    return undefined;
  }

  /** What waits to be used, the newest first; what is too old is gone after this. */
  async list(): Promise<readonly SharedFile[]> {
    const cache = await this.#caches.open(CACHE);
    const files: SharedFile[] = [];
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const file = answer && fileOf(request, answer);
      if (file && this.#isFresh(file)) files.push(file);
      else await cache.delete(request);
    }
    return files.toSorted((a, b) => b.at.localeCompare(a.at));
  }

  /** What a table holds; undefined where it is not kept any more. */
  async read(id: string): Promise<SharedContent | undefined> {
    const cache = await this.#caches.open(CACHE);
    const answer = await cache.match(PREFIX + id);
    if (!answer) return undefined;
    if (answer.headers.get('content-type') !== 'application/json') {
      return { kind: 'file', bytes: await answer.blob() };
    }
    // written by `keepSheets` and by nothing else
    const sheets = (await answer.json()) as readonly Sheet[];
    return { kind: 'sheets', sheets };
  }

  /** Puts the tables that were read in the place of the file that they were read from. */
  async keepSheets({ id, name, at }: SharedFile, sheets: readonly Sheet[]): Promise<void> {
    const cache = await this.#caches.open(CACHE);
    await cache.put(
      PREFIX + id,
      answerOf({ id, name, at }, JSON.stringify(sheets), 'application/json'),
    );
  }

  async forget(id: string): Promise<void> {
    const cache = await this.#caches.open(CACHE);
    await cache.delete(PREFIX + id);
  }

  /** A clock set back is no reason to drop what just came, nor to keep it for years. */
  #isFresh({ at }: SharedFile): boolean {
    return Math.abs(this.#now().getTime() - Date.parse(at)) < KEPT_MILLISECONDS;
  }
}

function answerOf({ name, at }: SharedFile, body: BodyInit, type: string): Response {
  // headers hold bytes, names hold anything
  const headers = {
    'content-type': type,
    'x-name': encodeURIComponent(name.toWellFormed()),
    'x-at': at,
  };
  return new Response(body, { headers });
}

function fileOf(request: Request, answer: Response): SharedFile | undefined {
  const at = answer.headers.get('x-at');
  const name = answer.headers.get('x-name');
  if (at === null || name === null) return undefined;
  const id = new URL(request.url).pathname.slice(PREFIX.length);
  return { id, name: decodeURIComponent(name), at };
}
