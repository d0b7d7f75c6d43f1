import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Below this a packed answer is no smaller on the wire. */
const WORTH_PACKING = 200;

/** Above this, packing as hard as can be would keep the first who asks waiting for seconds. */
const QUICKLY_PACKED = 400_000;

/** The best encoding that a client accepts, told by its Accept-Encoding header. */
export function encodingFor(accepted: string | undefined): Encoding {
  const offers = new Map(
    (accepted ?? '').split(',').map((offer) => {
      const [name = '', ...parameters] = offer.trim().toLowerCase().split(';');
      const quality = /^q=([\d.]+)$/.exec(parameters.at(-1)?.trim() ?? '')?.[1];
      return [name, quality === undefined ? 1 : Number(quality)];
    }),
  );
  if ((offers.get('br') ?? 0) > 0) return 'br';
  return (offers.get('gzip') ?? 0) > 0 ? 'gzip' : 'identity';
}

/**
 * Packs bytes. `kept` bytes are packed once and served often, so that packing hard is worth its
 * time; others are packed in about the time that gzip takes.
 */
export async function pack(
  bytes: Uint8Array,
  encoding: Encoding,
  { kept }: { readonly kept: boolean },
): Promise<Uint8Array> {
  switch (encoding) {
    case 'identity':
      return bytes;
    case 'gzip':
      return toGzip(bytes, { level: kept ? 9 : 6 });
    case 'br':
      return toBrotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: kept ? hardest(bytes.length) : 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      });
  }
}

function hardest(length: number): number {
  return length > QUICKLY_PACKED ? 9 : 11;
}

/** The encoding in which it pays to send so many bytes. */
export function encodingWorth(length: number, accepted: string | undefined): Encoding {
  return length < WORTH_PACKING ? 'identity' : encodingFor(accepted);
}
