import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PosterLayout } from './layout/index.ts';
import { Poster, type PosterProps, Sheets } from './poster.tsx';

/** The body's class while the sheets stand in it. */
const PRINTING = 'poster-printing';

let takeAway: (() => void) | undefined;

/**
 * Puts the sheets into the body as the one thing that `@media print` (poster.css) shows; where
 * sheets stand there already, those stay. Android prints after `print()` has returned and lays out
 * again when a person changes the paper, so they stay until that person touches the page again.
 * A layout of the same poster that is there already spares a second one.
 *
 * @returns the number of sheets
 */
export function preparePrint(props: PosterProps, ready?: PosterLayout): number {
  if (takeAway) return document.querySelectorAll('.poster-print .sheet').length;
  const host = document.createElement('div');
  host.className = 'poster-print';
  document.body.append(host);
  document.body.classList.add(PRINTING);
  const root = createRoot(host);
  const { standing, words } = props;
  const sheets = ready ? (
    <Sheets layout={ready} standing={standing} words={words} />
  ) : (
    <Poster {...props} />
  );
  flushSync(() => root.render(sheets));

  const done = new AbortController();
  takeAway = () => {
    takeAway = undefined;
    done.abort();
    root.unmount();
    host.remove();
    document.body.classList.remove(PRINTING);
  };
  for (const event of ['pointerdown', 'keydown'])
    window.addEventListener(event, () => takeAway?.(), { signal: done.signal, capture: true });
  return host.querySelectorAll('.sheet').length;
}
