import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import './app.css';
import { App } from './app.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { startSyncing } from './device.ts';
import { applyTextSize } from './hooks/use-text-size.ts';
import { keepReader } from './read-code.ts';
import { watchForUpdate } from './update.ts';
import { words } from './words.ts';

/** The first sync and the first page have the link to themselves. */
const READER_MILLISECONDS = 30_000;

applyTextSize();
startSyncing();
watchForUpdate();
setTimeout(() => void keepReader(), READER_MILLISECONDS);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <ErrorBoundary>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </ErrorBoundary>
    </I18nextProvider>
  </StrictMode>,
);
