import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Configuration } from './configuration.ts';
import type { Store } from './database/index.ts';
import type { StartFault } from './faults.ts';
import { CannotStart, messageOf } from './store-opening.ts';

export interface RunningServer {
  readonly store: Store;
  readonly server: Server;
  /** As it was asked, or as the system chose where 0 was asked. */
  readonly port: number;
  /** Ends what is under way, then lets go of the database. */
  readonly stop: () => Promise<void>;
}

/** How long a request may take to arrive, so that slow ones hold nothing up; in milliseconds. */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

/** A weak link carries a whole sync in two minutes. */
const PATIENCE: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
};
/** For what is under way when the server is told to stop. */
const STOP_WITHIN = 10_000;

/** Listens with an open database. Throws CannotStart. */
export async function listen(
  configuration: Configuration,
  store: Store,
  appDirectory: string,
  patience: Patience = PATIENCE,
): Promise<RunningServer> {
  const { host, port, publicUrl } = configuration;
  const app = createApp({ store, publicUrl, appDirectory, now: () => new Date() });
  const server = createServer({ ...patience }, getRequestListener(app.fetch));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new CannotStart(listenFault(error, configuration));
  }
  const address = server.address();
  return {
    store,
    server,
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      server.close();
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
      if (server.listening) await once(server, 'close');
      clearTimeout(impatient);
      await store.close();
    },
  };
}

function listenFault(error: unknown, { host, port }: Configuration): StartFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const detail = messageOf(error);
  if (code === 'EADDRINUSE') return { code: 'port-in-use', value: String(port) };
  if (code === 'EACCES') return { code: 'bad-port', value: String(port), detail };
  return { code: 'address-not-here', value: host, detail };
}
