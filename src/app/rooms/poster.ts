/** Where sheets are printed. One file, fetched when the first of its pages is opened. */
export { default as PosterPage } from '../pages/poster-page.tsx';
