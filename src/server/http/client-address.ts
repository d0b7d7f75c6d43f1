import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether an address is this machine's own. */
export function isThisMachine(address: string): boolean {
  return LOOPBACK.has(address);
}

/**
 * The network address a request comes from. A reverse proxy on the same machine adds the address it
 * was called from at the end of X-Forwarded-For; from anywhere else the header is not believed.
 */
export function clientAddress(context: Context): string {
  // there is no socket where a test calls the app as a function
  const { incoming }: Partial<HttpBindings> = context.env ?? {};
  const peer = incoming?.socket.remoteAddress ?? '127.0.0.1';
  if (!LOOPBACK.has(peer)) return peer;
  return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}
