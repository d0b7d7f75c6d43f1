import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a link between phone and server is like. */
export interface Link {
  /** There and back, without the time that the bytes take. */
  readonly roundTripMilliseconds?: number;
  /** In each direction. */
  readonly bitsPerSecond?: number;
  /** So many times the connection breaks when another `cutBytes` have passed, both ways together. */
  readonly cuts?: number;
  readonly cutBytes?: number;
}

export interface Counted {
  readonly requests: number;
  readonly up: number;
  readonly down: number;
  readonly cuts: number;
}

/** A TCP proxy in front of a server that counts what passes and can be as poor as a link is. */
export interface CountingProxy {
  readonly port: number;
  /** What has passed since the last call. */
  readonly count: () => Counted;
  readonly stop: () => Promise<void>;
}

/** Both clients write a request's head as a piece of its own, whatever follows. */
const REQUEST = /^(?:GET|POST|PUT|DELETE|HEAD) \S+ HTTP\/1\.1\r\n/;
const MILLISECONDS = 1_000;

export async function startCountingProxy(target: number, link: Link = {}): Promise<CountingProxy> {
  const { roundTripMilliseconds = 0, bitsPerSecond = Number.POSITIVE_INFINITY } = link;
  const { cuts = 0, cutBytes = Number.POSITIVE_INFINITY } = link;
  let counted = { requests: 0, up: 0, down: 0, cuts: 0 };
  let cutsLeft = cuts;
  let left = cuts > 0 ? cutBytes : Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    const openedAt = performance.now();
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to, way] of [
      [client, upstream, 'up'],
      [upstream, client, 'down'],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', end);
      from.on('close', () => sockets.delete(from));
      // opening a connection takes a round trip of its own
      let freeAt = openedAt + (way === 'up' ? roundTripMilliseconds : 0);
      let arrivals = Promise.resolve();
      const later = (arrive: () => void) => {
        const at = freeAt + roundTripMilliseconds / 2;
        if (roundTripMilliseconds === 0) arrive();
        else
          arrivals = arrivals.then(() => sleep(Math.max(0, at - performance.now()))).then(arrive);
      };
      from.on('data', (bytes) => {
        if (way === 'up' && REQUEST.test(bytes.toString('latin1', 0, 2_000))) counted.requests += 1;
        const through = bytes.subarray(0, left);
        left -= through.length;
        counted[way] += through.length;
        if (left <= 0) {
          counted.cuts += 1;
          cutsLeft -= 1;
          left = cutsLeft > 0 ? cutBytes : Number.POSITIVE_INFINITY;
          to.write(through, end);
          return;
        }
        const now = performance.now();
        freeAt = Math.max(freeAt, now) + (through.length * 8 * MILLISECONDS) / bitsPerSecond;
        later(() => to.writable && to.write(through));
      });
      // the end of a connection comes behind its last bytes
      from.on('end', () => later(() => to.end()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    count: () => {
      const told = counted;
      counted = { requests: 0, up: 0, down: 0, cuts: 0 };
      return told;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
