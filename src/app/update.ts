/**
 * 'waiting': a new version waits for the person's word. 'taken': it was let in from another window,
 * and this one still is the old version.
 */
type Update = 'none' | 'waiting' | 'taken';

/** An app on a home screen may stay open for days. */
const BETWEEN_LOOKS_MILLISECONDS = 60 * 60 * 1000;

let update: Update = 'none';
let isWanted = false;
let registration: ServiceWorkerRegistration | undefined;
const listeners = new Set<() => void>();

/** Registers the service worker and notices when a new version is there; nothing reloads by itself. */
export function watchForUpdate(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const hadWorker = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isWanted) window.location.reload();
    else if (hadWorker) become('taken');
  });
  // a page of the old version that was never opened may be gone with it; its address opens in the new
  window.addEventListener('vite:preloadError', (event) => {
    if (update !== 'taken') return;
    event.preventDefault();
    window.location.reload();
  });
  // the page has the link to itself until it is whole
  if (document.readyState === 'complete') register().catch(reportError);
  else window.addEventListener('load', () => register().catch(reportError));
}

async function register(): Promise<void> {
  const registered = await navigator.serviceWorker.register('/service-worker.js');
  registration = registered;
  const look = () => {
    // the very first version waits for nobody
    if (registered.waiting && registered.active) become('waiting');
  };
  const follow = () => registered.installing?.addEventListener('statechange', look);
  look();
  follow();
  registered.addEventListener('updatefound', follow);
  lookAgainNowAndThen(registered);
}

export function subscribeToUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks at once whether there is a newer version, because the server takes nothing from this one. */
export function lookForUpdate(): void {
  // without signal after all: it is looked for again when the page is loaded
  registration?.update().catch(() => undefined);
}

export function isUpdateWaiting(): boolean {
  return update !== 'none';
}

/** Lets the new version take over, because a person said so; the page loads anew once it has. */
export function takeUpdate(): void {
  isWanted = true;
  if (update === 'taken') window.location.reload();
  else registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
}

function become(state: Update): void {
  update = state;
  for (const listener of listeners) listener();
}

function lookAgainNowAndThen(registered: ServiceWorkerRegistration): void {
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    const isDue = Date.now() - lookedAt > BETWEEN_LOOKS_MILLISECONDS;
    if (document.visibilityState !== 'visible' || !isDue || !navigator.onLine) return;
    lookedAt = Date.now();
    // without signal after all: the next look finds it
    registered.update().catch(() => undefined);
  });
}
