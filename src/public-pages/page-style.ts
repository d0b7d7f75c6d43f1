import { createHash } from 'node:crypto';

/** The style of every public page, inlined; one text for all pages, so that one hash allows it. */
export const PAGE_STYLE = 'html{font-size:112.5%}';

/** The source expression that allows the inlined style, quotes included: 'sha256-…'. */
export const PAGE_STYLE_CSP_HASH = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;

/** The whole Content-Security-Policy of the public pages: nothing runs, nothing comes from elsewhere. */
export const PAGE_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src ${PAGE_STYLE_CSP_HASH}`,
  "img-src 'self' data:",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
