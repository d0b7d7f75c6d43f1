import { createServer } from 'vite';
import { temporaryDirectory } from './real-server.ts';

/** The gallery of all parts as development shows it, from the sources; what is shipped has none. */
export async function startGallery(): Promise<{ url: string; end: () => Promise<void> }> {
  const cache = temporaryDirectory();
  const server = await createServer({
    root: new URL('../../..', import.meta.url).pathname,
    cacheDir: cache.path,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('the gallery did not open');
  return {
    url: `http://127.0.0.1:${address.port}/gallery`,
    end: async () => {
      await server.close();
      cache.remove();
    },
  };
}
