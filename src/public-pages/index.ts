/**
 * The HTML that villagers read: whole pages as strings, one request each, no script, their style
 * inlined under a hash for the Content-Security-Policy. The room draws from its input alone; it
 * promises that a notice's words stand in the order of the sheet, that whatever people typed is
 * escaped, and that the verdict on a scanned sheet comes first.
 */
export { renderArchivePage } from './archive-page.tsx';
export { renderBoardCard } from './board-card.tsx';
export { renderBoardPage } from './board-page.tsx';
export { READ_ALOUD_SCRIPT } from './ear/read-aloud.ts';
export { renderNotArrivedPage, renderUnknownVillagePage } from './help-pages.tsx';
export { renderListenPage } from './listen-page.tsx';
export { pageHoldsThrough, renderNoticePage } from './notice-page.tsx';
export { renderObjectionForm, renderObjectionReceipt } from './objection-pages.tsx';
export { atomFeed } from './open-data/atom-feed.ts';
export { revisionData } from './open-data/revision-data.ts';
export { type SitemapPage, sitemap, sitemapIndex } from './open-data/sitemap.ts';
export { type TableSheet, tableSheets } from './open-data/table-sheets.ts';
export type * from './page-input.ts';
export {
  archivePathOf,
  boardPathOf,
  cardPathOf,
  DOWNLOADS,
  type Download,
  feedPathOf,
  LISTEN_SCRIPT_PATH,
  noticePathOf,
} from './page-paths.ts';
export {
  LISTEN_CONTENT_SECURITY_POLICY,
  PAGE_CONTENT_SECURITY_POLICY,
  PAGE_STYLE_CSP_HASH,
} from './page-style.ts';
