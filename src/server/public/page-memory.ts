import { createHash } from 'node:crypto';
import { type Encoding, pack } from '../http/packed.ts';
import { type DrawnPage, endOf } from './drawn-page.ts';

/** A page as bytes that are ready to go out, and how to know whether it still holds. */
export interface KeptPage {
  /** Names and values in turn, as `writeHead` takes them. */
  headers: readonly string[];
  body: Buffer;
  readonly etag: string;
  readonly village: string;
  /** What the page was made from; see `VillageWatch`. */
  stamp: string;
  villageStamp: string;
  /** Milliseconds. */
  readonly holdsUntil: number;
  /** What it was counted as when it was kept, in bytes. */
  readonly room: number;
  isForgotten: boolean;
}

/** Bytes kept; pages that nobody has asked for longest make room. */
const ROOM = 384_000_000;
/** What a page costs besides its body. */
const OVERHEAD = 1_500;
/** Spellings of addresses remembered before all are forgotten and learnt anew. */
const SPELLINGS = 400_000;

/** Pages by their key, and the spellings of addresses under which they were asked for. */
export class PageMemory {
  readonly #pages = new Map<string, KeptPage>();
  readonly #spellings = new Map<string, KeptPage>();
  #size = 0;

  get(key: string): KeptPage | undefined {
    return this.#pages.get(key);
  }

  /** The page last sent for this very spelling of an address; undefined where it has gone. */
  bySpelling(spelling: string): KeptPage | undefined {
    const page = this.#spellings.get(spelling);
    return page?.isForgotten ? undefined : page;
  }

  learnSpelling(spelling: string, page: KeptPage): void {
    if (page.isForgotten) return;
    if (this.#spellings.size >= SPELLINGS) this.#spellings.clear();
    this.#spellings.set(spelling, page);
  }

  keep(key: string, page: KeptPage): void {
    this.forget(key);
    this.#pages.set(key, page);
    this.#size += page.room;
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= ROOM || oldest === key) break;
      this.forget(oldest);
    }
  }

  forget(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    page.isForgotten = true;
    this.#pages.delete(key);
    this.#size -= page.room;
  }
}

/** Makes a drawn page ready. Packed in a hurry: `repack` makes it as small as it gets. */
export async function readyPage(
  drawn: DrawnPage,
  encoding: Encoding,
  facts: Pick<KeptPage, 'village' | 'stamp' | 'villageStamp'>,
  always: readonly string[],
): Promise<KeptPage> {
  const bytes = Buffer.from(drawn.body);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`;
  const body = Buffer.from(await pack(bytes, encoding, { kept: false }));
  return {
    ...facts,
    headers: headersOf(drawn, encoding, etag, body.length, always),
    body,
    etag,
    holdsUntil: endOf(drawn.holdsThrough),
    room: body.length + OVERHEAD,
    isForgotten: false,
  };
}

/** Packs a page anew with all the time it takes, and puts the smaller bytes in its place. */
export async function repack(
  page: KeptPage,
  drawn: DrawnPage,
  encoding: Encoding,
  always: readonly string[],
): Promise<void> {
  if (encoding === 'identity') return;
  const body = Buffer.from(await pack(Buffer.from(drawn.body), encoding, { kept: true }));
  if (body.length >= page.body.length) return;
  page.headers = headersOf(drawn, encoding, page.etag, body.length, always);
  page.body = body;
}

function headersOf(
  drawn: DrawnPage,
  encoding: Encoding,
  etag: string,
  length: number,
  always: readonly string[],
): string[] {
  const { type, policy, fileName, isPrivate } = drawn;
  return [
    ...['content-type', type],
    ...(policy ? ['content-security-policy', policy] : []),
    ...(fileName ? ['content-disposition', disposition(fileName)] : []),
    ...(isPrivate ? ['x-robots-tag', 'noindex'] : []),
    ...['cache-control', 'no-cache', 'etag', etag],
    ...['vary', 'accept-encoding, accept-language'],
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ...['content-length', String(length)],
    ...always,
  ];
}

/** A file's name with a plain one beside it for what cannot read the other (RFC 6266). */
function disposition(name: string): string {
  const extension = /\.[a-z]+$/.exec(name)?.[0] ?? '';
  const safe = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="notice${extension}"; filename*=UTF-8''${safe}`;
}
