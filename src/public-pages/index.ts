/**
 * The HTML that villagers read: whole pages as strings, one request each, no script, their style
 * inlined under a hash for the Content-Security-Policy. The room draws from its input alone; it
 * promises that a notice's words stand in the order of the sheet, that whatever people typed is
 * escaped, and that the verdict on a scanned sheet comes first.
 */
export { renderBoardPage } from './board-page.tsx';
export { renderNotArrivedPage, renderUnknownVillagePage } from './help-pages.tsx';
export { renderNoticePage } from './notice-page.tsx';
export { renderObjectionForm, renderObjectionReceipt } from './objection-pages.tsx';
export type * from './page-input.ts';
export { PAGE_CONTENT_SECURITY_POLICY, PAGE_STYLE_CSP_HASH } from './page-style.ts';
