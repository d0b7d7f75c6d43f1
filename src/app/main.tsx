import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import './app.css';
import { App } from './app.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { startSyncing } from './device.ts';
import { keepScrollInHand } from './hooks/use-arrival.ts';
import { applyTextSize } from './hooks/use-text-size.ts';
import { watchForInstall } from './install-offer.ts';
import { keepReader } from './read-code.ts';
import { watchForUpdate } from './update.ts';
import { currentWords, startWords } from './words.ts';

/** The first sync and the first page have the link to themselves. */
const READER_MILLISECONDS = 30_000;
/** And the reader of codes has it before the pictures of the help pages. */
const PICTURES_MILLISECONDS = 60_000;

watchForInstall();
applyTextSize();
keepScrollInHand();
await startWords();
startSyncing();
watchForUpdate();
setTimeout(() => void keepReader(), READER_MILLISECONDS);
setTimeout(() => void keepPictures(), PICTURES_MILLISECONDS);

async function keepPictures(): Promise<void> {
  const { keepHelpPictures } = await import('./help-pictures.ts');
  await keepHelpPictures(currentWords().language);
}

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </ErrorBoundary>
  </StrictMode>,
);
