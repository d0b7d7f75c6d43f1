import type { Context } from 'hono';
import { encodingWorth, pack } from './packed.ts';

/** A refusal that a program reads; the words for people stand where it is shown. */
export function refuse(
  context: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503,
  code: string,
): Response {
  return context.json({ code }, status);
}

/** JSON, packed as the client accepts it. */
export async function packedJson(context: Context, value: unknown): Promise<Response> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const encoding = encodingWorth(bytes.length, context.req.header('accept-encoding'));
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    vary: 'accept-encoding',
  });
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(await pack(bytes, encoding, { kept: false })), { headers });
}
