import { inColumns, type Mutation, type SyncRequest } from '../protocol/index.ts';
import type { PackedAhead, Transport } from './sync.ts';
import { RequestRejected, SyncTrouble } from './trouble.ts';

/** A link on which nothing moves for so long is given up; the same page is sent again later. */
const IDLE_MILLISECONDS = 90_000;
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_000;

/**
 * Speaks to the server's `/api/sync` over HTTP. Mutations go in columns; to a server of before there
 * were any, which rejects them, they go in rows from then on.
 */
export function httpTransport(
  fetcher: typeof fetch = (...request) => fetch(...request),
): Transport {
  let isInRows = false;
  const send: Transport = async (request, ahead) => {
    const abort = new AbortController();
    const patience = startPatience(() => abort.abort());
    const post = async ({ bytes, headers }: Body): Promise<Response> => {
      patience.renew();
      const response = await fetcher('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: bytes,
        signal: abort.signal,
      });
      patience.renew();
      return response;
    };
    try {
      let response = await post(await (isInRows ? rowsOf(request) : columnsOf(request, ahead)));
      if (response.status === 400 && !isInRows && request.mutations.length > 0) {
        response = await post(await rowsOf(request));
        isInRows = response.ok;
      }
      if (!response.ok) throw troubleOf(response);
      return JSON.parse(await textOf(response, patience.renew));
    } catch (cause) {
      if (cause instanceof SyncTrouble) throw cause;
      // no answer, half an answer, or the page of somebody else's network instead of one
      throw new SyncTrouble('offline', { cause });
    } finally {
      patience.end();
    }
  };
  return Object.assign(send, { packAhead });
}

interface Body {
  readonly bytes: BodyInit;
  readonly headers: Readonly<Record<string, string>>;
}

/** Packs a request's mutations before the rest of it is known; undefined where the browser cannot. */
async function packAhead(mutations: readonly Mutation[]): Promise<PackedAhead | undefined> {
  if (!canCompress()) return undefined;
  return { mutations: await gzipped(JSON.stringify(inColumns(mutations))) };
}

function rowsOf(request: SyncRequest): Promise<Body> {
  return compressed(JSON.stringify(request));
}

/**
 * The whole request around mutations that are packed already, if they are: what is gzipped in pieces
 * is unpacked as one text (RFC 1952, 2.2).
 */
async function columnsOf(request: SyncRequest, ahead?: PackedAhead): Promise<Body> {
  const { mutations, ...rest } = request;
  if (!ahead) return compressed(JSON.stringify({ ...rest, mutations: inColumns(mutations) }));
  const head = `${JSON.stringify(rest).slice(0, -1)},"mutations":`;
  const bytes = new Blob([await gzipped(head), ahead.mutations, await gzipped('}')]);
  return { bytes, headers: { 'content-encoding': 'gzip' } };
}

function troubleOf({ status }: Response): SyncTrouble {
  if (status === 401) return new SyncTrouble('signed-out');
  if (status === 409 || status === 426) return new SyncTrouble('update-needed');
  if (status === 413) return new RequestRejected('too-large', true);
  if (status === 400 || status === 422) return new RequestRejected('unreadable', true);
  if (status === 500) return new RequestRejected('unreadable', false);
  return new SyncTrouble('server');
}

/** The body, read piece by piece, so that a slow link is not taken for a dead one. */
async function textOf(response: Response, onPiece: () => void): Promise<string> {
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    onPiece();
    text += decoder.decode(value, { stream: true });
  }
}

function startPatience(giveUp: () => void): { renew: () => void; end: () => void } {
  let timer = setTimeout(giveUp, IDLE_MILLISECONDS);
  return {
    renew: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, IDLE_MILLISECONDS);
    },
    end: () => clearTimeout(timer),
  };
}

/** Gzipped where the browser can and it pays, plain elsewhere. */
async function compressed(text: string): Promise<Body> {
  if (text.length < WORTH_COMPRESSING || !canCompress()) return { bytes: text, headers: {} };
  return { bytes: await gzipped(text), headers: { 'content-encoding': 'gzip' } };
}

function canCompress(): boolean {
  return 'CompressionStream' in globalThis;
}

function gzipped(text: string): Promise<ArrayBuffer> {
  const { writable, readable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  // what fails in writing fails in reading too, and is told there
  writer.write(new TextEncoder().encode(text)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(readable).arrayBuffer();
}
