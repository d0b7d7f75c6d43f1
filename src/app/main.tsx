// the database opens while the rest of the program is read
import './database.ts';
import { StrictMode, startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { isHeldUp } from '../device/open-patiently.ts';
import { opening } from './database.ts';
import './app.css';
import { afterFrame } from './after-frame.ts';
import { App } from './app.tsx';
import { whenCalm } from './calm.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { fetchAhead, isDraftPath } from './fetch-ahead.ts';
import { firstReads, readsOfDraft } from './first-reads.ts';
import { keepScrollInHand } from './hooks/use-arrival.ts';
import { applyTextSize } from './hooks/use-text-size.ts';
import { watchForInstall } from './install-offer.ts';
import { ClosedStorePage } from './pages/closed-store-page.tsx';

// who opens the app in the middle of a form does not wait for what only the first screen tells
const isDraft = isDraftPath(location.pathname);
fetchAhead(location);
watchForInstall();
applyTextSize();
keepScrollInHand();
// React would look up the caret after each key, for an event that nothing here listens to
window.addEventListener('selectionchange', (event) => event.stopPropagation(), { capture: true });
const isClosed = await isHeldUp(opening);
if (!isClosed) await (isDraft ? readsOfDraft() : firstReads());

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
const shown = createRoot(root);
const draw = () =>
  shown.render(
    <>
      <StrictMode>
        <ErrorBoundary>
          {isClosed ? (
            <ClosedStorePage />
          ) : (
            <BrowserRouter>
              <App />
            </BrowserRouter>
          )}
        </ErrorBoundary>
      </StrictMode>
      {!isClosed && <WhatFollows />}
    </>,
  );
// the first page in slices, between which it answers a finger; any other waits for its room anyway
if (location.pathname === '/') startTransition(draw);
else draw();
// what opens late after all is shown from the beginning
if (isClosed) opening.then(() => window.location.reload(), reportError);

/** Begins the rest of the work once the first page is on the screen. */
function WhatFollows() {
  useEffect(() => {
    if (isDraft) whenCalm().then(begin, reportError);
    else afterFrame(begin);
  }, []);
  return null;
}

function begin(): void {
  import('./after-first-screen.ts').then((after) => after.begin(), reportError);
}
