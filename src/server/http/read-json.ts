import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** What a body may take: as it comes over the wire, and unpacked. */
export interface BodyLimits {
  readonly wire: number;
  readonly unpacked: number;
}

export type BodyOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly code: string };

const unpack = promisify(gunzip);

/**
 * Reads a JSON body, plain or gzipped, without ever holding more than the limits. Rejects what is
 * not UTF-8 and what is not JSON, each with a code.
 */
export async function readJson(request: Request, limits: BodyLimits): Promise<BodyOutcome> {
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    return { ok: false, status: 415, code: 'unknown-encoding' };
  }
  const tooLarge: BodyOutcome = { ok: false, status: 413, code: 'too-large' };
  if (Number(request.headers.get('content-length') ?? 0) > limits.wire) return tooLarge;
  const packed = await readBytes(request, limits.wire);
  if (packed === 'broken-off') return { ok: false, status: 400, code: packed };
  if (packed === 'too-large') return tooLarge;

  let bytes: Uint8Array = packed;
  if (encoding === 'gzip') {
    try {
      bytes = await unpack(packed, { maxOutputLength: limits.unpacked });
    } catch (error) {
      if (error instanceof RangeError) return tooLarge;
      return { ok: false, status: 400, code: 'not-gzip' };
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const code = error instanceof SyntaxError ? 'not-json' : 'not-utf-8';
    return { ok: false, status: 400, code };
  }
}

async function readBytes(
  request: Request,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'broken-off'> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.length;
      if (length > limit) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    // the link broke before the end; nobody is there to read the answer
    return 'broken-off';
  }
  return Buffer.concat(chunks);
}
