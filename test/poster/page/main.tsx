import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { PosterPreview, type PosterProps } from '../../../src/poster/index.ts';
import { preparePrint } from '../../../src/poster/print-poster.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('the page has a place for the sheets');
const root = createRoot(place);

const posterPage = {
  /** Shows the sheets as the app does; answers how long it took, layout and paint included. */
  show(props: PosterProps): number {
    const start = performance.now();
    flushSync(() => root.render(<PosterPreview {...props} />));
    document.body.getBoundingClientRect();
    return performance.now() - start;
  },
  preparePrint,
};

declare global {
  interface Window {
    posterPage: typeof posterPage;
  }
}
window.posterPage = posterPage;
