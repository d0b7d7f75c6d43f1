import { createHash } from 'node:crypto';

/**
 * The style of every public page: one text for all of them, so that its hash allows it. Written for
 * WebViews as old as Chrome 37: no variables, no grid, no gap; flex only where a page without it
 * still reads. Sizes are in em and rem, so that the reader's own size counts. Cinnabar marks the
 * authority (the band, the board's name) and lateness, nothing else.
 */
const STYLE = `
html { font: 112.5%/1.6 system-ui, sans-serif; color: #1c2430; background: #f7f5f0; }
body { margin: 0; border-top: 8px solid #a61b14; word-wrap: break-word; overflow-wrap: anywhere; }
body > * { padding: .5rem calc(50% - 21rem); }
h1, h2, h3, p, dl, dd, ul { margin: .5rem 0; unicode-bidi: plaintext; }
h1, .verdict { font-size: 1.4rem; line-height: 1.4; }
h2, h3, header a, [href^=tel], .cards [scope=row] { font-size: 1.15rem; }
dd, ul { margin: 0; padding: 0; }
dt, thead, .small, .state { font-size: 1rem; }
dt, .small { color: #4a5461; }
dt { margin-top: .5rem; }
header a, tfoot, .verdict, .demo, .state, [href^=tel], .button { font-weight: 700; }
header, section, article { background: #fff; border: 1px solid #d6d1c4; }
header { border-width: 0 0 1px; }
section, article { border-radius: 8px; padding: 1rem; margin: 1rem 0; }
section > :first-child { margin-top: 0; }
a, summary { color: #1b4b82; }
header a { color: #a61b14; text-decoration: none; }
.state { display: inline-block; border-radius: 8px; padding: 0 .5rem; background: #f0ede5; }
.banner { border: 2px solid; }
.good { background: #e6f3ea; color: #1d6a3c; }
.demo, .caution { background: #fdf1da; color: #7d4e00; }
.verdict ~ * { color: #1c2430; }
.alarm, .alarm * { background: #1c2430; color: #fff; }
.late { background: #fbecea; color: #a61b14; }
article h1 { font-family: "Songti SC", SimSun, serif; text-align: center; }
.body { text-indent: 2em; }
.saying { text-align: center; letter-spacing: .2em; }
table { width: 100%; border-collapse: collapse; }
h1, th { text-wrap: balance; }
th, td { border: 1px solid #d6d1c4; padding: .3rem; text-align: left; unicode-bidi: plaintext; }
thead { background: #f0ede5; line-height: 1.4; }
.fit * { text-align: center; }
.fit td, .fit [scope=row], [href^=tel] { white-space: nowrap; }
.n, .sign { text-align: right; }
article dt, article dd { display: inline; color: inherit; font-size: inherit; }
article dt::after { content: "："; }
.links a, [href^=tel], .button { display: inline-block; padding: .5rem 1rem .5rem 0; }
.code { font-family: monospace, monospace; word-break: break-all; }
ul { padding-left: 1.2em; }
.lines { list-style: none; padding: 0; }
.lines li + li { border-top: 1px solid #d6d1c4; }
summary, .lines li { padding: .5rem 0; }
.button { margin-top: .5rem; padding: .5rem 1rem; border: 0; border-radius: 8px; background: #1b4b82; color: #fff; font-size: inherit; text-decoration: none; }
@media screen and (max-width: 44em) {
  body > * { padding: .5rem 1rem; }
  .cards, .cards * { display: block; border: 0; padding: 0; }
  .cards thead { position: absolute; clip: rect(0 0 0 0); }
  .cards tr { border-top: 1px solid #d6d1c4; padding: .5rem 0; }
  .cards td, .cards [scope=row] { display: inline-block; margin-right: 1rem; }
  .cards [data-l]::before { content: attr(data-l) " "; color: #4a5461; font-size: 1rem; }
  .cards :empty { display: none; }
}
@media screen and (prefers-color-scheme: dark) {
  html { color-scheme: dark; color: #e6e9ee; background: #12161c; }
  header, section, article { background: #1b2129; }
  header, section, article, th, td, .lines li + li, .cards tr { border-color: #465060; }
  dt, .small, .cards [data-l]::before { color: #b4bec9; }
  a, summary { color: #8ab8f0; }
  header a, .late { color: #ff9d93; }
  .state, thead { background: #2b343f; }
  .good { background: #14301f; color: #8fdba8; }
  .demo, .caution { background: #38290a; color: #f4cf86; }
  .late { background: #3d1d1a; }
  .verdict ~ * { color: #e6e9ee; }
  .alarm, .alarm * { background: #e6e9ee; color: #12161c; }
}
@media print {
  html { background: none; font-size: 12pt; }
  section, article { border: 0; padding: 0 1px; }
  tfoot { display: table-row-group; }
  .banner { border: 2px solid; padding: .5rem; }
  .alarm, .alarm * { color: #000; }
  form, .button, .links { display: none; }
  tr, section { page-break-inside: avoid; }
}
@page { size: A4; margin: 18mm; }`;

/** What only boards, forms, answers and photographs need; most notices have none of them. */
const ADDITIONAL_STYLE = `
.shelf a { display: inline-block; padding: .5rem 0; }
.said { white-space: pre-wrap; }
.qr { display: block; width: 12rem; max-width: 100%; margin: .5rem 0; }
.card { text-align: center; }
.card .qr { width: 20rem; margin: 1rem auto; }
.lead { font-size: 1.3rem; font-weight: 700; }
.heard p { padding: .3rem; margin: 0; }
[aria-current] { background: #fdf1da; box-shadow: -4px 0 #7d4e00; }
[hidden] { display: none; }
.trap { position: absolute; left: -99em; }
.answer { border-left: 4px solid #1d6a3c; padding-left: 1rem; }
img { max-width: 100%; height: auto; }
audio { width: 100%; }
label { display: block; font-weight: 700; }
label ~ label { margin-top: 1rem; }
::file-selector-button { font: inherit; padding: .5rem; margin-right: .5rem; }
input, textarea, select { background: inherit; color: inherit; box-sizing: border-box; width: 100%; padding: .5rem; border: 1px solid #747c87; font: inherit; }
@media screen and (prefers-color-scheme: dark) {
  .answer { border-color: #8fdba8; }
  [aria-current] { background: #38290a; }
}
@media print {
  .card { font-size: 1.3em; padding-top: 10mm; }
  .card .qr { width: 110mm; }
}`;

/** A style as it is sent: without the white space that only its writers need. */
function tightened(style: string): string {
  return style
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{;,>~+])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;}/g, '}');
}

/** The style that every page inlines. */
export const PAGE_STYLE = tightened(STYLE);

/** The style that a page inlines besides where it has more than a notice. */
export const ADDITIONAL_PAGE_STYLE = tightened(ADDITIONAL_STYLE);

function sourceExpression(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** The source expressions that allow the inlined styles, quotes included: 'sha256-…' 'sha256-…'. */
export const PAGE_STYLE_CSP_HASH = [PAGE_STYLE, ADDITIONAL_PAGE_STYLE]
  .map(sourceExpression)
  .join(' ');

const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${PAGE_STYLE_CSP_HASH}`,
  "img-src 'self' data:",
  "media-src 'self'",
  // no page connects anywhere, but tools that look at one read robots.txt in its name
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** The whole Content-Security-Policy of the public pages: nothing runs, nothing comes from elsewhere. */
export const PAGE_CONTENT_SECURITY_POLICY = PAGE_POLICY.join('; ');

/** The same for the page that is listened to: its script comes from here. */
export const LISTEN_CONTENT_SECURITY_POLICY = [...PAGE_POLICY, "script-src 'self'"].join('; ');
