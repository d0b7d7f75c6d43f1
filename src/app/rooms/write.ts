/** Where notices are begun and written. One file, fetched when the first of its pages is opened. */
export { default as EditPage } from '../pages/edit-page.tsx';
export { default as NewNoticePage } from '../pages/new-notice-page.tsx';
export { default as SharedFilePage } from '../pages/shared-file-page.tsx';
