import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createSite } from './app.ts';
import type { Configuration } from './configuration.ts';
import type { Store } from './database/index.ts';
import type { StartFault } from './faults.ts';
import { log } from './log.ts';
import { keepReleases } from './operation/keep-releases.ts';
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

/** A weak link carries a villager's photograph in five minutes. */
const PATIENCE: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
};
/** A connection may rest so long; longer than reverse proxies let theirs, so that they end it first. */
const KEEP_ALIVE = 75_000;
/** So many may knock at once, when the signal returns to a whole county. */
const BACKLOG = 4_096;
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
  const { dataDirectory } = configuration;
  const olderReleases = keptReleases(appDirectory, dataDirectory);
  const now = () => new Date();
  const { app, pages, metrics } = createSite({
    store,
    publicUrl,
    appDirectory,
    olderReleases,
    dataDirectory,
    drawsAhead: true,
    now,
  });
  const answer = getRequestListener(app.fetch);
  const server = createServer(
    { ...patience, keepAliveTimeout: KEEP_ALIVE },
    (request, response) => {
      const status = pages.answerAtOnce(request, response);
      if (status) metrics.answeredAtOnce(status);
      else void answer(request, response);
    },
  );
  server.listen({ port, host, backlog: BACKLOG });
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
      await pages.rest();
      await store.close();
    },
  };
}

/** Older releases' assets; a server that may write nowhere but to its PostgreSQL does without. */
function keptReleases(appDirectory: string, dataDirectory: string): readonly string[] {
  try {
    return keepReleases(appDirectory, dataDirectory, new Date());
  } catch (error) {
    log('error', 'older releases are not kept', { error });
    return [];
  }
}

function listenFault(error: unknown, { host, port }: Configuration): StartFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const detail = messageOf(error);
  if (code === 'EADDRINUSE') return { code: 'port-in-use', value: String(port) };
  if (code === 'EACCES') return { code: 'bad-port', value: String(port), detail };
  return { code: 'address-not-here', value: host, detail };
}
