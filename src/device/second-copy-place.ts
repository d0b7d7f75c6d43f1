/**
 * Where the second copies lie: in a cache of their own, one or two for each person who was enrolled
 * here, named by person and instant; beside it their photographs and recordings, each once. Apart from
 * what they hold, since the first screen asks for them.
 */

const CACHE = 'second-copy';
const PREFIX = '/second-copy/';
const FILES = 'second-copy-files';
const FILES_PREFIX = '/second-copy-files/';

/** As much of the browser's caches as is needed. */
export type Caches = Pick<CacheStorage, 'open'>;

export interface CopyInCache {
  readonly request: Request;
  readonly person: string;
  /** When it was made, in milliseconds of this device's clock. */
  readonly at: number;
}

/** Whether there is a copy of anybody's, without reading it. */
export async function hasSecondCopy(caches: Caches): Promise<boolean> {
  return (await (await openCopies(caches)).keys()).length > 0;
}

export function openCopies(caches: Caches): Promise<Cache> {
  return caches.open(CACHE);
}

export function addressOf(person: string, at: number): string {
  return `${PREFIX}${encodeURIComponent(person)}/${at}`;
}

/** The copies of one person or, without one, of all. */
export async function copiesIn(cache: Cache, person?: string): Promise<readonly CopyInCache[]> {
  const copies: CopyInCache[] = [];
  for (const request of await cache.keys()) {
    const [whose = '', at = ''] = new URL(request.url).pathname.slice(PREFIX.length).split('/');
    const owner = decodeURIComponent(whose);
    if (person === undefined || owner === person) {
      copies.push({ request, person: owner, at: Number(at) || 0 });
    }
  }
  return copies;
}

export function openFiles(caches: Caches): Promise<Cache> {
  return caches.open(FILES);
}

export function fileAddressOf(id: string): string {
  return FILES_PREFIX + id;
}

/** Which photograph or recording lies there. */
export function fileAt({ url }: Request): string {
  return new URL(url).pathname.slice(FILES_PREFIX.length);
}
