/**
 * Where the second copies lie: in a cache of their own, one or two for each person who was enrolled
 * here, named by person and instant. Apart from what they hold, since the first screen asks for them.
 */

const CACHE = 'second-copy';
const PREFIX = '/second-copy/';

/** As much of the browser's caches as is needed. */
export type Caches = Pick<CacheStorage, 'open'>;

interface CopyInCache {
  readonly request: Request;
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

export function addressOf(person: string, at: Date): string {
  return `${PREFIX}${encodeURIComponent(person)}/${at.getTime()}`;
}

/** The copies of one person or, without one, of all. */
export async function copiesIn(cache: Cache, person?: string): Promise<readonly CopyInCache[]> {
  const copies: CopyInCache[] = [];
  for (const request of await cache.keys()) {
    const [whose = '', at = ''] = new URL(request.url).pathname.slice(PREFIX.length).split('/');
    if (person === undefined || decodeURIComponent(whose) === person) {
      copies.push({ request, at: Number(at) });
    }
  }
  return copies;
}
