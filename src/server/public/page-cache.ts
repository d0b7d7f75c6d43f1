import { createHash } from 'node:crypto';
import { type Encoding, encodingFor, pack } from '../http/packed.ts';

interface Page {
  readonly status: 200 | 404;
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly packed: Map<Encoding, Promise<Uint8Array>>;
}

/** Bytes of pages kept, unpacked; the oldest make room. */
const ROOM = 64_000_000;

/**
 * Rendered pages as bytes, each rendered and packed once. A key says all that the page depends on,
 * so that nothing here ever turns wrong, only old.
 */
export class PageCache {
  readonly #pages = new Map<string, Page>();
  #size = 0;

  /** The page under a key, rendered now where it is not known. */
  async answer(
    key: string,
    request: Request,
    policy: string,
    render: () => Promise<{ readonly status: 200 | 404; readonly html: string }>,
  ): Promise<Response> {
    const page = this.#pages.get(key) ?? this.#keep(key, await render());
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      etag: page.etag,
      vary: 'accept-encoding, accept-language',
    });
    if (page.status === 200 && request.headers.get('if-none-match') === page.etag) {
      return new Response(null, { status: 304, headers });
    }
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? undefined);
    let packed = page.packed.get(encoding);
    if (!packed) {
      packed = pack(page.bytes, encoding, { kept: true });
      page.packed.set(encoding, packed);
    }
    const bytes = await packed;
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    headers.set('content-length', String(bytes.length));
    return new Response(new Uint8Array(bytes), { status: page.status, headers });
  }

  #keep(key: string, { status, html }: { status: 200 | 404; html: string }): Page {
    const bytes = new TextEncoder().encode(html);
    const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const page: Page = { status, bytes, etag, packed: new Map() };
    this.#pages.set(key, page);
    this.#size += bytes.length;
    for (const [oldest, { bytes: old }] of this.#pages) {
      if (this.#size <= ROOM || oldest === key) break;
      this.#pages.delete(oldest);
      this.#size -= old.length;
    }
    return page;
  }
}
