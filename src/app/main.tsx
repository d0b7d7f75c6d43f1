import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import './app.css';
import { App } from './app.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { startSyncing } from './device.ts';
import { keepScrollInHand } from './hooks/use-arrival.ts';
import { applyTextSize } from './hooks/use-text-size.ts';
import { keepReader } from './read-code.ts';
import { watchForUpdate } from './update.ts';
import { startWords } from './words.ts';

/** The first sync and the first page have the link to themselves. */
const READER_MILLISECONDS = 30_000;

applyTextSize();
keepScrollInHand();
await startWords();
startSyncing();
watchForUpdate();
setTimeout(() => void keepReader(), READER_MILLISECONDS);

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
