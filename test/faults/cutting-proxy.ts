import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy that counts bytes and breaks the connection after so many. */
export interface CuttingProxy {
  readonly port: number;
  /** Breaks the next connections when this many bytes have passed, both ways together. */
  cutAfter: number;
  /** All bytes that have passed. */
  readonly passed: () => number;
  readonly stop: () => Promise<void>;
}

export async function aCuttingProxyTo(target: number): Promise<CuttingProxy> {
  let passed = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let left = proxy.cutAfter;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', end);
      from.on('close', end);
      from.on('data', (bytes) => {
        const through = bytes.subarray(0, Math.max(0, left));
        left -= bytes.length;
        passed += through.length;
        if (left > 0) to.write(through);
        else to.write(through, end);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const proxy: CuttingProxy = {
    port: address.port,
    cutAfter: Number.POSITIVE_INFINITY,
    passed: () => passed,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
