import { SyncTrouble, type Transport } from './sync.ts';

/** A page that a weak link cannot carry in this time is broken off and sent again. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Speaks to the server's `/api/sync` over HTTP. */
export function httpTransport(
  fetcher: typeof fetch = (...request) => fetch(...request),
): Transport {
  return async (request) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MILLISECONDS);
    try {
      const body = await compressed(JSON.stringify(request));
      const response = await fetcher('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...body.headers },
        body: body.bytes,
        signal: abort.signal,
      });
      if (response.status === 401) throw new SyncTrouble('signed-out');
      if (response.status === 426) throw new SyncTrouble('update-needed');
      if (!response.ok) throw new SyncTrouble('server');
      return await response.json();
    } catch (cause) {
      if (cause instanceof SyncTrouble) throw cause;
      throw new SyncTrouble('offline', { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Gzipped where the browser can and it pays, plain elsewhere. */
async function compressed(
  text: string,
): Promise<{ bytes: BodyInit; headers: Record<string, string> }> {
  if (text.length < 1_000 || !('CompressionStream' in globalThis)) {
    return { bytes: text, headers: {} };
  }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer();
  return { bytes, headers: { 'content-encoding': 'gzip' } };
}
