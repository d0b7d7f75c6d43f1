import type { MiddlewareHandler } from 'hono';
import { refuse } from './answers.ts';

/**
 * Of the app: its own files only; nothing inline runs, nothing may frame it. 'wasm-unsafe-eval' lets
 * it compile the WebAssembly of its reader of codes, and no script from text.
 */
const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Headers on every answer. A page with a policy of its own sets it before; over HTTPS browsers are
 * told to stay there.
 */
export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    // a public page brings its own, and no byte more than it needs
    if (headers.has('x-content-type-options')) return;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', APP_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'no-referrer');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set(
      'permissions-policy',
      'camera=(self), geolocation=(), microphone=(self), payment=()',
    );
    if (isHttps) {
      headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
    }
    // what the app is told is for its own store, not for the browser's cache
    if (context.req.path.startsWith('/api/') && !headers.has('cache-control')) {
      headers.set('cache-control', 'no-store');
    }
  };
}

/**
 * Every write must come from this site's own pages. Browsers say where a write comes from, in
 * `Origin`; what says nothing is no browser's and carries nobody's cookie but its own.
 */
export function sameOriginWrites(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).host;
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const said = context.req.header('origin');
    // 'null' is a browser that hides it, as some do for forms; on a villager's form, which carries
    // nobody's authority, that is as good as saying nothing
    const origin = said === 'null' && /^\/v\//i.test(context.req.path) ? undefined : said;
    const host = context.req.header('host');
    if (origin !== undefined && !isOneOf(origin, [own, host])) {
      return refuse(context, 403, 'foreign-origin');
    }
    if (origin === undefined && context.req.header('sec-fetch-site') === 'cross-site') {
      return refuse(context, 403, 'foreign-origin');
    }
    return next();
  };
}

function isOneOf(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
