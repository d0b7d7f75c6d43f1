import { addressOf } from '../page-paths.ts';
import { xmlText } from './xml.ts';

/** An address for search engines and when it last changed (an ISO instant). */
export interface SitemapPage {
  readonly path: string;
  readonly changedAt?: string;
}

/** A sitemap (sitemaps.org, protocol 0.9) of at most 50,000 pages; the rest is left out. */
export function sitemap(publicUrl: string, pages: readonly SitemapPage[]): string {
  return listing('urlset', 'url', publicUrl, pages);
}

/** The list of all villages' sitemaps. */
export function sitemapIndex(publicUrl: string, pages: readonly SitemapPage[]): string {
  return listing('sitemapindex', 'sitemap', publicUrl, pages);
}

const MOST = 50_000;

function listing(
  root: string,
  member: string,
  publicUrl: string,
  pages: readonly SitemapPage[],
): string {
  const members = pages.slice(0, MOST).map(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${xmlText(changedAt)}</lastmod>` : '';
    return `<${member}><loc>${xmlText(addressOf(publicUrl, path))}</loc>${changed}</${member}>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...members,
    `</${root}>`,
    '',
  ].join('\n');
}
