/**
 * The HTML that villagers read: whole pages as strings, one request each, no script, their style
 * inlined under a hash for the Content-Security-Policy. The room draws from its input alone; it
 * promises that a notice's words stand in the order of the sheet, that whatever people typed is
 * escaped, and that the verdict on a scanned sheet comes first.
 */
export * from './page-input.ts';
export * from './render.tsx';
