import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Encoding, encodingWorth, pack } from './packed.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
/** Packed already. */
const PACKED = new Set(['.png', '.webp', '.woff2', '.ico']);

interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly packable: boolean;
  readonly packed: Map<Encoding, Promise<Uint8Array>>;
}

/**
 * The app's files, read once at start and held in memory: an address can only name what was found
 * then, so no address leads out of the directory.
 */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;

  /**
   * A directory that does not exist gives no files. Of older releases, newest first, only what the
   * current one does not have is served.
   */
  constructor(directory: string, olderReleases: readonly string[] = []) {
    const found = [directory, ...olderReleases].filter((one) => existsSync(one));
    this.#files = new Map(found.toReversed().flatMap((one) => [...readDirectory(one)]));
  }

  /** Whether the app was built. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** The file at a path; a path without an extension is one of the app's own pages. */
  async answer(path: string, request: Request): Promise<Response | undefined> {
    const file =
      this.#files.get(path) ?? (extname(path) ? undefined : this.#files.get('/index.html'));
    if (!file) return undefined;
    const headers = new Headers({
      'content-type': file.type,
      'cache-control': file.cacheControl,
      etag: file.etag,
      vary: 'accept-encoding',
    });
    if (request.headers.get('if-none-match') === file.etag) {
      return new Response(null, { status: 304, headers });
    }
    const encoding = file.packable
      ? encodingWorth(file.bytes.length, request.headers.get('accept-encoding') ?? undefined)
      : 'identity';
    let packed = file.packed.get(encoding);
    if (!packed) {
      packed = pack(file.bytes, encoding, { kept: true });
      file.packed.set(encoding, packed);
    }
    const bytes = await packed;
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    headers.set('content-length', String(bytes.length));
    return new Response(new Uint8Array(bytes), { headers });
  }
}

function readDirectory(directory: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = join(directory, name);
    if (!statSync(file).isFile()) continue;
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    const bytes = readFileSync(file);
    const extension = extname(path);
    files.set(path, {
      bytes,
      type: TYPES[extension] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      cacheControl: cacheControlOf(path),
      packable: !PACKED.has(extension),
      packed: new Map(),
    });
  }
  return files;
}

/** Built assets carry their hash in their name; the page and the worker must never be stale. */
function cacheControlOf(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  if (path === '/index.html' || path === '/service-worker.js') return 'no-store';
  return 'no-cache';
}
